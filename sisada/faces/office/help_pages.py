"""Bantuan: one short page for each task and role, in the reader's language. Pages are files in templates/help/."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

PAGES: dict[str, "str | Promise"] = {
    "masuk": gettext_lazy("Masuk dan faktor kedua"),
    "dasar": gettext_lazy("Memilih dasar melihat data"),
    "cari": gettext_lazy("Mencari orang"),
    "orang": gettext_lazy("Membaca kartu orang"),
    "wilayah": gettext_lazy("Melihat wilayah"),
    "surat-perintah": gettext_lazy("Surat perintah dan temuan langsung"),
    "laporan": gettext_lazy("Laporan masyarakat, dari meja sampai jawaban"),
    "audit": gettext_lazy("Audit dan jejak"),
    "privasi": gettext_lazy("Siapa melihat apa, dan jejaknya"),
    "akun": gettext_lazy("Mengatur akun dan peran"),
}
PICTURES = Path(__file__).parent / "static" / "help"
PICTURES_URL = f"{settings.STATIC_URL}help/"


@cache
def pictures(language: str) -> dict[str, str]:
    """Address of each picture by its name. It carries a mark of the content: browsers keep what lies there for a year."""
    return {
        file.stem.removeprefix(f"{language}-"): f"{PICTURES_URL}{file.name}?v={hashlib.sha256(file.read_bytes()).hexdigest()[:8]}"
        for file in PICTURES.glob(f"{language}-*.webp")
    }


@require_GET
def contents(request: HttpRequest) -> HttpResponse:
    return render(request, "help/contents.html", {"title": _("Bantuan"), "pages": PAGES, "frame": frame_of(request)})


@require_GET
def page(request: HttpRequest, name: str) -> HttpResponse:
    """Raises: Http404 for a page that we do not have."""
    if name not in PAGES:
        raise Http404
    language = "en" if (get_language() or "id").startswith("en") else "id"
    shown = {"title": PAGES[name], "frame": frame_of(request), "pictures": pictures(language)}
    return render(request, f"help/{language}/{name}.html", shown | {"back": {"url": reverse("help"), "word": _("Kembali ke Bantuan")}})


def frame_of(request: HttpRequest) -> str:
    return "office/frame.html" if hasattr(request, "device") else "office/sign_in_frame.html"
