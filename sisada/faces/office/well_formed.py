"""What no officer's browser sends is answered before anything reads it, in words alone: a request that cannot be read."""

from django.http import HttpRequest, HttpResponse
from django.utils.deprecation import MiddlewareMixin
from django.utils.translation import gettext as _

from sisada.faces.office.problems import words_alone
from sisada.foundation.utf8_request import Utf8Handler

NUL = "\0"  # PostgreSQL keeps no text with it
READ_AS = ("utf-8", "utf8")


class OfficeHandler(Utf8Handler):
    """The office face's ASGI handler."""


class WellFormed(MiddlewareMixin):
    def process_request(self, request: HttpRequest) -> HttpResponse | None:
        """Cookies without NUL, and a body that says it is UTF-8, or says nothing."""
        named = (request.content_params or {}).get("charset", READ_AS[0]).lower()
        if named in READ_AS and not any(NUL in value for value in request.COOKIES.values()):
            return None
        return words_alone(_("Permintaan ini tidak dapat dibaca. Buka halamannya lagi dari peramban Anda."), status=400)
