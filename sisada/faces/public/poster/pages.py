"""The printable poster of one kelurahan."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from sisada.areas import names
from sisada.faces.public.pages import KEPT_S
from sisada.faces.public.receipt import qr
from sisada.faces.public.steps.asking import POSTER
from sisada.foundation.office import office


@require_safe
@cache_control(public=True, max_age=KEPT_S)
def poster(request: HttpRequest, code: str) -> HttpResponse:
    """The sheet for a kelurahan of this office, for the address under which it is asked for."""
    area = names.area(code)
    if area is None or area.level != "kelurahan" or not office().covers(code):
        raise Http404
    address = request.build_absolute_uri(f"{reverse('activity')}?{POSTER}={code}")
    shown = {"title": _("Poster"), "area": area, "around": names.name_of(area.parent), "qr": qr.svg(address), "host": request.get_host()}
    return render(request, "public/poster/poster.html", shown)
