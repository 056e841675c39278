"""Between the request and a view: who is asking, on which device, in which roles; and what every answer must carry."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.deprecation import MiddlewareMixin
from django.utils.translation import gettext as _

from sisada.faces.office import refusals
from sisada.faces.office.problems import show_problem
from sisada.faces.office.who import enter
from sisada.foundation.problems import Problem
from sisada.inside.accounts import access
from sisada.sign_in import asked_again, devices

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# What somebody who is not signed in may reach. Everything else needs an officer. (The parts page exists in the demo alone.)
SIGN_IN_VIEWS = {
    "account_login",
    "account_logout",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "invitation",
    "invitation_password",
    "account_inactive",
    "help",
    "help_page",
    "set_language",
    "theme",
    "gaya",
}
# What somebody reaches between the password and a registered device.
SECOND_FACTOR_VIEWS = SIGN_IN_VIEWS | {
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "register_device",
    "account_reauthenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
}

# Pages about one's own account, of allauth and of sign_in (which knows no roles), so they cannot carry our mark: open to every officer,
# also without a role today.
OWN_ACCOUNT_VIEWS = {
    "end_other_sessions",
    "revoke_device",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_index",
    "remove_key",
    "root",
}


class PrivatePages(MiddlewareMixin):
    """No page is kept by a browser or a proxy, and none may load or run anything of another origin."""

    def process_response(self, _: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault("Cache-Control", "no-store, private")
        response.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
        response.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        return response


class OfficeMiddleware(MiddlewareMixin):
    """Gives the view an `OfficerRequest`, or sends the caller to the step that is missing. A view without `open_to` is open to nobody."""

    def process_view(self, request: HttpRequest, view: Callable[..., Any], *_: Any) -> HttpResponseBase | None:
        name = request.resolver_match.url_name if request.resolver_match else None
        if name in SIGN_IN_VIEWS and not request.user.is_authenticated:
            return None
        try:
            step = self._step_missing(request, name)
            if step is None:
                self._enter(request, view, name)
        except Problem as problem:
            refusals.note(request, problem)
            return show_problem(request, problem)
        return whole_page(request, step)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        problem = refusals.problem_of(error)
        if problem is None:
            return None
        refusals.note(request, problem)
        return show_problem(request, problem)

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        asked_again.forget_what_was_sent(request)
        return response

    def _step_missing(self, request: HttpRequest, name: str | None) -> HttpResponseBase | None:
        user = request.user
        if not user.is_authenticated:
            return back_to_the_door(request) if came_with_a_session_that_is_over(request) else redirect("account_login")
        if not user.is_active:
            return back_to_the_door(request)
        device = request.session.get("device")
        if device and not devices.is_in_use(user, UUID(device)):
            return back_to_the_door(request)  # revoked: this session ends at its next request
        return None if device or name in SECOND_FACTOR_VIEWS else redirect("register_device")

    def _enter(self, request: HttpRequest, view: Callable[..., Any], name: str | None) -> None:
        enter(request)
        if name not in SECOND_FACTOR_VIEWS and name not in OWN_ACCOUNT_VIEWS:
            access.require_entry(request.officer, view)  # type: ignore[attr-defined]  # `enter` made it an OfficerRequest


def came_with_a_session_that_is_over(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.session.is_empty()


def back_to_the_door(request: HttpRequest) -> HttpResponseBase:
    """Sign-in, and one sentence that is the same for every cause: a session that ran out, a revoked device, a suspended account."""
    logout(request)
    messages.info(request, _("Sesi Anda berakhir. Bila tidak dapat masuk, hubungi admin kantor."))
    return redirect("account_login")


def whole_page(request: HttpRequest, step: HttpResponseBase | None) -> HttpResponseBase | None:
    """A step that a script met is taken by the browser: a sign-in page must not land in a list of results."""
    if step is not None and request.headers.get("HX-Request") == "true":
        return HttpResponse(headers={"HX-Redirect": step.headers["Location"]})
    if step is not None and request.headers.get("Accept") == "text/event-stream":
        return HttpResponse(status=204)  # tells an EventSource not to come back
    return step
