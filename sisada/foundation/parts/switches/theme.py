"""The officer's choice of light or dark: a cookie, so that the first byte of every page already has it."""

from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

COOKIE: Final = "sisada_tema"
KEPT_S: Final = 365 * 86400
WORDS: Final = {"terang": "light", "gelap": "dark"}


def chosen_theme(request: HttpRequest) -> str:
    """terang, gelap, or otomatis when nothing (or nonsense) was chosen: then the device decides."""
    chosen = request.COOKIES.get(COOKIE, "")
    return chosen if chosen in WORDS else "otomatis"


@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Keeps the choice and goes back to the page it was made on."""
    back = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    response = HttpResponseRedirect(back if safe else "/")
    chosen = request.POST.get("tema", "")
    if chosen in WORDS:
        response.set_cookie(COOKIE, chosen, max_age=KEPT_S, samesite="Lax", httponly=True, secure=request.is_secure())
    else:
        response.delete_cookie(COOKIE)
    return response
