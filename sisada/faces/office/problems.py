"""How the office face shows what went wrong: one page for all, with the sentence, that nothing was lost, and the next step."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sisada.faces.office.who import recognise
from sisada.foundation.clock import office_today
from sisada.foundation.problems import Problem
from sisada.inside.rules import read as rules


class FormExpired(Problem):
    code = "office.form-expired"
    status = 403


class NotThere(Problem):
    code = "office.not-there"
    status = 404


class Broken(Problem):
    code = "office.broken"
    status = 500


NOT_YET = _("Belum dapat dibuka")
TITLES = {"accounts.not-for-this-role": _("Bukan untuk peran Anda")}  # a page that will never open for this role
LIMITS = "look.rate-"  # how the codes of the limits of an hour begin


def show_problem(request: HttpRequest, problem: Problem, *, title: "str | Promise" = "") -> HttpResponse:
    """The problem as a page, or, where a script asked for a part of one, in that part's place: it must be read, not lost."""
    helper = who_raises(problem)
    if request.headers.get("HX-Request") == "true":
        return render(request, "office/problem_part.html", {"problem": problem, "helper": helper})
    inside = hasattr(request, "officer")
    title = title or TITLES.get(problem.code, NOT_YET)
    shown = {"title": title, "problem": problem, "helper": helper, "frame": "office/frame.html" if inside else "office/sign_in_frame.html"}
    return render(request, "office/problem.html", shown, status=problem.status)


def who_raises(problem: Problem) -> str:
    """Of a limit of an hour: how many it allows, and whom to ask for more. Empty: the problem is none."""
    if not problem.code.startswith(LIMITS):
        return ""
    number = rules.value(f"audit.{problem.code.removeprefix(LIMITS)}-per-hour", on=office_today())
    return gettext("Batas kantor: {number} per jam. Bila tugas Anda memerlukan lebih, minta kepala kantor.").format(number=number)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django names the reason; it is for developers
    recognise(request)
    return show_problem(request, FormExpired(_("Halaman ini terbuka terlalu lama. Muat ulang, lalu kirim lagi.")))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - it may name what was asked for: not shown
    recognise(request)
    sentence = _("Alamat ini tidak ada di Sisada, atau sudah dipindahkan. Periksa ketikan Anda.")
    return show_problem(request, NotThere(sentence), title=_("Halaman tidak ditemukan"))


def broken(*_asked: HttpRequest) -> HttpResponse:
    """The last resort: it must not need anything that may be broken, so it is words alone."""
    sentence = _(
        "Ada yang rusak di sisi kami. Tidak ada isian yang tersimpan setengah jalan. Ulangi sebentar lagi, lalu hubungi admin kantor."
    )
    return words_alone(str(sentence), status=500)


def words_alone(sentence: str, *, status: int) -> HttpResponse:
    """A page that needs neither template nor database nor to know who asks."""
    return HttpResponse(f"<!doctype html><html lang=id><meta charset=utf-8><title>Sisada Keramas</title><p>{sentence}</p>", status=status)
