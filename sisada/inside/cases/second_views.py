"""Mata kedua: what waits for a second look, one under the other, each to be agreed with or sent back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.roles import Role
from sisada.inside.cases import acts, case_page, claims, queue, queue_words, reading
from sisada.inside.cases.forms import AgreeForm, DisagreeForm
from sisada.inside.cases.looks_kept import look_at
from sisada.inside.cases.queue import Filter, QueueRow
from sisada.inside.cases.refusals import CaseProblem
from sisada.inside.lookup.own_pages import require_own_page

SUPERIORS = (Role.ATASAN, Role.KEPALA)
AT_ONCE = 5


@open_to(*SUPERIORS)
@require_GET
def second_eyes(request: OfficerRequest) -> HttpResponse:
    """Those that this superior took are read here, each under a look of its own; of the others only how many there are."""
    require_own_page(request)
    return _show(request)


def _show(request: OfficerRequest, *, status: int = 200, refused: dict[UUID, dict[str, Any]] | None = None) -> HttpResponse:
    """`refused`: by case the form that came back, with what was typed."""
    rows = queue.waiting(Filter.SECOND, officer=request.officer.id)
    taken = claims.held_as_second(by=request.officer.id)
    named = queue_words.names()
    shown = {
        "title": _("Mata kedua"),
        "cases": [_read(request, row, named) | (refused or {}).get(row.id, {}) for row in rows if row.id in taken],
        "left": sum(row.id not in taken for row in rows),
        "at_once": AT_ONCE,
        "stream_url": reverse("cases_stream"),
        "back": {"url": reverse("cases_queue"), "word": _("Kembali ke Laporan masuk")},
        "personal": True,
    }
    return render(request, "cases/second_eyes.html", shown, status=status)


def _read(request: OfficerRequest, row: QueueRow, named: dict[UUID, str]) -> dict[str, Any]:
    look = look_at(request, row.id)
    read = reading.read(look)
    shown = {"seen": read.case.version}
    forms = {
        "agree_form": AgreeForm(initial=shown, auto_id=f"setuju_{row.id}_%s"),
        "disagree_form": DisagreeForm(initial=shown, auto_id=f"tolak_{row.id}_%s"),
    }
    return {"facts": case_page.facts(row, named=named)} | case_page.whole(read, alike=[], named=named) | forms


@open_to(*SUPERIORS)
@require_POST
def take(request: OfficerRequest) -> HttpResponse:
    """The next ones that one did not decide oneself."""
    taken = 0
    for row in queue.waiting(Filter.SECOND, officer=request.officer.id):
        taken += _took(row.id, by=request.officer.id) if taken < AT_ONCE else 0
    if not taken:
        messages.info(request, _("Tidak ada yang dapat Anda telaah: putusan sendiri ditelaah atasan lain."))
    return redirect("cases_second_eyes")


def _took(case: UUID, *, by: UUID) -> bool:
    """False: it is one's own decision, or somebody was faster."""
    try:
        claims.claim_second(case, by=by)
    except CaseProblem:
        return False
    return True


@open_to(*SUPERIORS)
@require_POST
def agree(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    form = AgreeForm(request.POST, auto_id=f"setuju_{case_id}_%s")
    if not form.is_valid():
        return _show(request, status=422, refused={case_id: {"agree_form": form}})
    acts.agree(case_id, by=request.officer.id, seen=form.version, sentence=form.cleaned_data["sentence"])
    messages.success(request, _("Setuju: fakta. Laporan siap dikerjakan; pelapor diberi tahu."))
    return redirect("cases_second_eyes")


@open_to(*SUPERIORS)
@require_POST
def disagree(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    form = DisagreeForm(request.POST, auto_id=f"tolak_{case_id}_%s")
    if not form.is_valid():
        return _show(request, status=422, refused={case_id: {"disagree_form": form}})
    try:
        acts.disagree(case_id, by=request.officer.id, seen=form.version, why=form.cleaned_data["why"])
    except CaseProblem as problem:
        form.add_error(None, str(problem.sentence))
        return _show(request, status=problem.status, refused={case_id: {"disagree_form": form}})
    messages.success(request, _("Tidak setuju: kembali ke meja dengan alasan Anda."))
    return redirect("cases_second_eyes")
