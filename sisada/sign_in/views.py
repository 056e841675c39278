"""The last step of signing in, and one's own account: devices, sessions, recovery codes."""

from uuid import UUID

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from sisada.sign_in import devices, first_steps, second_factor
from sisada.sign_in.models import User


@require_GET
def register_device(request: HttpRequest) -> HttpResponse:
    """Whoever gave the second factor in this session works on a named device from here on; a new one is registered now.

    Raises: NeedsInvitation, with the session ended, when the user has no factor to give.
    """
    user = request.user
    if not isinstance(user, User):
        return redirect("account_login")
    if "device" in request.session:
        return redirect("root")
    if not second_factor.was_given_in(request, user):
        return _before_the_factor(request, user)
    key = request.COOKIES.get(devices.COOKIE, "")
    device = devices.recognise(user, key)
    if device is None:
        key = devices.new_key()
        device = devices.register(user, key, user_agent=request.headers.get("User-Agent", ""))
    request.session["device"] = str(device.id)
    # The codes are shown once to whoever just set up the first factor; later they are asked for.
    response = redirect("mfa_view_recovery_codes" if first_steps.end(request) else "root")
    response.set_cookie(devices.COOKIE, key, max_age=devices.COOKIE_AGE_S, httponly=True, samesite="Lax", secure=request.is_secure())
    return response


def _before_the_factor(request: HttpRequest, user: User) -> HttpResponse:
    """Only an invitation leads on from here; a session of a password alone ends."""
    if first_steps.under_way(request):
        return redirect("mfa_activate_totp")
    logout(request)
    if not second_factor.has_second_factor(user):
        raise second_factor.NeedsInvitation
    return redirect("account_login")


@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Every session of this user ends at its next request, this one at once: who signs in again starts clean."""
    User.objects.filter(id=_id_of(request)).update(sessions_valid_from=timezone.now())
    logout(request)
    return redirect("account_login")


def _id_of(request: HttpRequest) -> UUID:
    """The face's middleware lets nobody come here who is not signed in."""
    return UUID(str(request.user.pk))
