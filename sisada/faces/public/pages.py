"""The pages that only say something. They are the same for everybody, so a browser may keep them for some minutes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

KEPT_S = 300
kept = cache_control(public=True, max_age=KEPT_S)


@require_safe
@kept
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "public/home.html", {"title": _("Beranda"), "wide": True})


@require_safe
@kept
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "public/privacy.html", {"title": _("Privasi")})


@require_safe
@kept
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "public/accessibility.html", {"title": _("Aksesibilitas")})
