"""What no officer's browser sends is answered before anything reads it, in words alone: a request that cannot be read."""

from typing import Any

from django.core.handlers.asgi import ASGIHandler, ASGIRequest
from django.http import HttpRequest, HttpResponse
from django.utils.deprecation import MiddlewareMixin
from django.utils.http import parse_header_parameters
from django.utils.translation import gettext as _

from sisada.faces.office.problems import words_alone

NUL = "\0"  # PostgreSQL keeps no text with it
READ_AS = ("utf-8", "utf8")


class Utf8Request(ASGIRequest):
    """Read as UTF-8 whatever encoding its sender names: Django takes any that Python knows, and breaks on some before a middleware."""

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        self.content_type, self.content_params = parse_header_parameters(meta.get("CONTENT_TYPE", ""))


class OfficeHandler(ASGIHandler):
    request_class = Utf8Request


class WellFormed(MiddlewareMixin):
    def process_request(self, request: HttpRequest) -> HttpResponse | None:
        """Cookies without NUL, and a body that says it is UTF-8, or says nothing."""
        named = (request.content_params or {}).get("charset", READ_AS[0]).lower()
        if named in READ_AS and not any(NUL in value for value in request.COOKIES.values()):
            return None
        return words_alone(_("Permintaan ini tidak dapat dibaca. Buka halamannya lagi dari peramban Anda."), status=400)
