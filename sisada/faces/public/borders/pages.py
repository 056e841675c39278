"""The map, fetched by the script that shows it: whoever has none never pays for it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from sisada.faces.public.borders.drawing import svg

KEPT_S = 86400


@require_safe
@gzip_page  # the same for everybody and about nobody: its length tells nothing
@cache_control(public=True, max_age=KEPT_S)
def borders(_: HttpRequest) -> HttpResponse:
    drawn = svg()
    if drawn is None:
        raise Http404
    return HttpResponse(drawn, content_type="image/svg+xml")
