"""The list to fill in, to download. The same for everybody."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sisada.faces.public.pages import kept
from sisada.outside.letterbox.lists import template

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@kept
def as_csv(_request: HttpRequest) -> HttpResponse:
    return _download(template.as_csv(), kind="text/csv; charset=utf-8", ending="csv")


@require_safe
@kept
def as_xlsx(_request: HttpRequest) -> HttpResponse:
    return _download(_xlsx(get_language() or "id"), kind=XLSX, ending="xlsx")


@cache
def _xlsx(language: str) -> bytes:  # noqa: ARG001 - the texts below are in it
    notes = [
        _("Satu orang satu baris, di lembar pertama. Judul kolom jangan diubah."),
        _("Tanggal: hari/bulan/tahun, misalnya 03/02/2026. Kosongkan bila tidak tahu."),
        _("Tanggal keluar hanya untuk yang sudah keluar."),
        _("Tulis isinya, bukan rumus: rumus tidak dihitung."),
        _("Paling banyak 1.000 orang."),
    ]
    return template.as_xlsx(sheet=_("Daftar"), notes_sheet=_("Petunjuk"), notes=notes)


def _download(content: bytes, *, kind: str, ending: str) -> HttpResponse:
    name = _("daftar-orang-asing")
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}.{ending}"'})
