"""How the public face shows what went wrong: one page for all, with the sentence, what became of what was typed, and the next step."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from sisada.faces.public.limits import PHOTO_MB
from sisada.foundation.problems import Problem


class NotThere(Problem):
    code = "public.not-there"
    status = 404

    def __init__(self) -> None:
        super().__init__(_("Halaman ini tidak ada. Mungkin alamatnya salah ketik."))


class TooLarge(Problem):
    code = "public.too-large"
    status = 413

    def __init__(self) -> None:
        sentence = _("Kiriman ini terlalu besar. Kirim satu foto saja, paling besar %(size)s MB.") % {"size": PHOTO_MB}
        super().__init__(sentence)


class Unreadable(Problem):
    code = "public.unreadable"

    def __init__(self) -> None:
        super().__init__(_("Permintaan ini tidak dapat dibaca. Buka halamannya lagi dari peramban Anda."))


def show(request: HttpRequest, problem: Problem) -> HttpResponse:
    return render(request, "public/problem.html", {"title": _("Belum dapat dibuka"), "problem": problem}, status=problem.status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - it may name what was asked for: not shown
    return show(request, NotThere())


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - as above
    return show(request, Unreadable())


def broken(*_asked: HttpRequest) -> HttpResponse:
    """The last resort: it must not need anything that may be broken, so it is words alone."""
    sentence = _("Ada yang rusak di sisi kami. Laporan Anda belum terkirim. Kembali: isian Anda masih ada. Lalu ulangi.")
    return HttpResponse(
        f"<!doctype html><html lang=id><meta charset=utf-8><meta name=viewport content='width=device-width'>"
        f"<title>Sisada Keramas</title><p>{sentence}</p><p><a href='/'>Beranda</a></p>",
        status=500,
    )
