"""Catat laporan lisan: from a telephone, WhatsApp or the counter, in a minute; it ends with the seven words for the caller."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sisada.foundation.images.clean import clean
from sisada.foundation.problems import Problem
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.cases import intake
from sisada.inside.cases.intake_form import IntakeForm, begin
from sisada.inside.cases.queue_views import REVIEWS


@open_to(*REVIEWS)
@require_http_methods(["GET", "POST"])
def take_down(request: OfficerRequest) -> HttpResponse:
    """The answer to a sent form is the page with the words: they stand nowhere else, and loading it again sends the same form."""
    if request.method == "GET":
        return _form(request, IntakeForm(initial={"begun": begin().signed()}))
    form = IntakeForm(request.POST, request.FILES)
    photos = _photos(form) if form.is_valid() else []
    if form.errors:
        return _form(request, form, status=422)
    return _taken(request, form, photos)


def _form(request: OfficerRequest, form: IntakeForm, *, status: int = 200) -> HttpResponse:
    back = {"url": reverse("cases_queue"), "word": _("Kembali ke Laporan masuk")}
    return render(
        request, "cases/intake.html", {"title": _("Catat laporan lisan"), "form": form, "back": back, "personal": True}, status=status
    )


def _photos(form: IntakeForm) -> list[bytes]:
    """Each drawn anew by a child process; what came is dropped. What is none is said at the field."""
    drawn = []
    for one in form.cleaned_data["photos"]:
        try:
            drawn.append(clean(one.read()).jpeg)
        except Problem as problem:
            form.add_error("photos", str(problem.sentence))
    return drawn


def _taken(request: OfficerRequest, form: IntakeForm, photos: list[bytes]) -> HttpResponse:
    made = intake.take_down(
        form.started.letter,
        form.letter(photos),
        by=request.officer.id,
        channel=form.cleaned_data["channel"],
        code_index=form.code.index,
        photos=photos,
    )
    shown = {
        "title": _("Tanda terima untuk pelapor"),
        "words": form.started.words,
        "due": made.first_answer_due,
        "case_url": reverse("cases_one", args=[made.case]),
        "back": {"url": reverse("cases_queue"), "word": _("Kembali ke Laporan masuk")},
        "personal": True,
    }
    return render(request, "cases/taken_down.html", shown)
