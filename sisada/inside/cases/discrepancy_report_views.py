"""Laporkan ketidaksesuaian: from the card of somebody. Nothing of him stands on this page; what is sent is reported under a look that
continues the card's."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.roles import SEES_PERSONS
from sisada.inside.audit.looks import LookRefused, PersonId, keep_open
from sisada.inside.cases import discrepancies
from sisada.inside.cases.discrepancy_forms import FORMS, ReportForm
from sisada.inside.cases.discrepancy_words import field_name
from sisada.inside.cases.refusals import SENTENCES, CaseProblem
from sisada.inside.lookup.own_pages import require_own_page


@open_to(*SEES_PERSONS)
@require_http_methods(["GET", "POST"])
def report(request: OfficerRequest, person_id: PersonId) -> HttpResponse:
    """First which field differs, then what was found."""
    require_own_page(request)
    chosen = FORMS.get(request.GET.get("data", ""))
    if request.method == "POST" and chosen:
        return _report(request, person_id, chosen(request.POST))
    return _show(request, person_id, chosen() if chosen else None)


def _report(request: OfficerRequest, person_id: PersonId, form: ReportForm) -> HttpResponse:
    if not form.is_valid():
        return _show(request, person_id, form, status=422)
    opened = keep_open(request.officer.id, request.device, subject=person_id)  # the card's own look ended with its page
    if opened is None:
        form.add_error(None, SENTENCES["case.card-closed"])
        return _show(request, person_id, form, status=409)
    try:
        discrepancies.report(opened.look, form.found(), form=form.cleaned_data["form"])
    except (CaseProblem, LookRefused) as problem:
        form.add_error(None, str(problem.sentence))
        return _show(request, person_id, form, status=409)
    messages.success(request, _("Ketidaksesuaian tercatat. Meja memeriksanya; kartu orang ini menandainya sampai selesai."))
    return redirect("person", person_id)


def _show(request: OfficerRequest, person_id: PersonId, form: ReportForm | None, *, status: int = 200) -> HttpResponse:
    shown: dict[str, Any] = {
        "title": _("Laporkan ketidaksesuaian"),
        "person_id": person_id,
        "form": form,
        "field": field_name(form.field) if form else "",
        "fields": [(field, field_name(field)) for field in FORMS],
        "back": {"url": reverse("person", args=[person_id]), "word": _("Kembali ke kartu")},
    }
    return render(request, "cases/discrepancy_report.html", shown, status=status)
