"""What every answer of the public face carries, in which language it is, and how a problem is shown."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation
from django.utils.deprecation import MiddlewareMixin

from sisada.faces.public import languages, problems
from sisada.foundation.problems import Problem

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
    "worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class PublicPages(MiddlewareMixin):
    """No page is kept by a browser or a proxy unless it says so itself, and none may load or run anything of another origin."""

    def process_response(self, _: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
        response.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(self)"
        response.headers["X-Robots-Tag"] = "noarchive"
        return response


class InTheLanguageOfTheAddress(MiddlewareMixin):
    """Not Django's own middleware for it, which would also ask a cookie and what the browser prefers."""

    def process_request(self, request: HttpRequest) -> None:
        translation.activate(languages.language_of(request.path_info))

    def process_view(self, request: HttpRequest, *_: Any) -> None:
        route = request.resolver_match.url_name if request.resolver_match else None
        if not languages.speaks(translation.get_language(), route=route):
            translation.activate(settings.LANGUAGE_CODE)  # in which to say so
            raise Http404

    def process_response(self, _: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers["Content-Language"] = translation.get_language()
        return response


class Problems(MiddlewareMixin):
    """A problem that its reader can mend is a page with a sentence; so is a form that is too large to be read."""

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, RequestDataTooBig):
            return problems.show(request, problems.TooLarge())
        if isinstance(error, SuspiciousOperation):  # more fields than any of our forms has
            return problems.show(request, problems.Unreadable())
        return problems.show(request, error) if isinstance(error, Problem) else None
