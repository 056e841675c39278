"""Ketidaksesuaian: the list, one that is open under a look, and what is done about it. The list names nobody."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sisada.foundation.ids import uuid_or_none
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.roles import Role
from sisada.inside.cases import claims, discrepancies, reading
from sisada.inside.cases import discrepancy_words as words
from sisada.inside.cases.discrepancies import PAGE, Row
from sisada.inside.cases.discrepancy_forms import EndForm
from sisada.inside.cases.forms import SeenForm
from sisada.inside.cases.looks_kept import look_at
from sisada.inside.cases.reading import WholeCase
from sisada.inside.cases.refusals import CaseProblem
from sisada.inside.lookup.own_pages import require_own_page
from sisada.sign_in.users import names_of

REVIEWS = (Role.MEJA, Role.ATASAN, Role.KEPALA)


@open_to(*REVIEWS)
@require_GET
def all_of_them(request: OfficerRequest) -> HttpResponse:
    chosen, after = words.state_named(request.GET.get("saringan", "")), uuid_or_none(request.GET.get("setelah", ""))
    rows = discrepancies.rows(chosen, after=after)
    named = names_of([row.holder for row in rows if row.holder])
    shown = {
        "title": _("Ketidaksesuaian"),
        "chips": words.chips(discrepancies.counts(), chosen),
        "rows": [words.row(row, named=named) for row in rows],
        "next_url": words.address(chosen, after=rows[-1].id) if len(rows) == PAGE else None,
        "empty": words.EMPTY[chosen],
    }
    return render(request, "cases/discrepancies.html", shown)


@open_to(*REVIEWS)
@require_GET
def one(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Its facts for everybody at the desk; what it says, and about whom, for whoever holds it, under a look on record."""
    require_own_page(request)
    return _show(request, _row(case_id))


def _row(case_id: UUID) -> Row:
    """Raises: Http404."""
    row = discrepancies.one(case_id)
    if row is None:
        raise Http404
    return row


def _show(request: OfficerRequest, row: Row, *, status: int = 200, **more: Any) -> HttpResponse:
    page: dict[str, Any] = {
        "title": _("Ketidaksesuaian {number}").format(number=row.number),
        "facts": words.row(row, named=names_of([row.holder] if row.holder else [])),
        "back": {"url": reverse("discrepancies"), "word": _("Kembali ke Ketidaksesuaian")},
        "personal": True,
    }
    if claims.hold_of(row.id, officer=request.officer.id) is None:
        return render(request, "cases/discrepancy_not_held.html", page | more, status=status)
    return render(request, "cases/discrepancy.html", page | _held(_read(request, row.id)) | more, status=status)


def _read(request: OfficerRequest, case_id: UUID) -> WholeCase:
    """Raises: CaseProblem when it is not held; LookRefused; Http404 when it is no discrepancy."""
    read = reading.read(look_at(request, case_id))
    if read.discrepancy is None:
        raise Http404
    return read


def _held(read: WholeCase) -> dict[str, Any]:
    assert read.discrepancy  # noqa: S101 - _read gives no other
    persons = [linked.person for linked in read.persons if linked.person]
    return {
        "sides": words.sides(read.discrepancy),
        "reports": [
            {"when": words.day(report.received_at), "lines": words.reported(read.discrepancy.field, report.what)} for report in read.reports
        ],
        "person": str(persons[0]) if persons else None,
        "check_code": read.check_code,
        "seen": read.case.version,
        "has_file": read.discrepancy.proposal is not None,
        "by_link": read.discrepancy.closed_by_position is not None,
        "may_propose": read.discrepancy.state == "open",
        "may_withdraw": read.discrepancy.state in ("open", "proposed"),
        "may_note_corrected": read.discrepancy.state == "proposed" and read.discrepancy.field == "other",
        "end_form": EndForm(initial={"seen": read.case.version}, auto_id="cabut_%s"),
        "corrected_form": EndForm(initial={"seen": read.case.version}, auto_id="selesai_%s"),
        "decisions": [decision.ground for decision in read.decisions if decision.ground],
    }


@open_to(*REVIEWS)
@require_POST
def claim(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    claims.claim(_row(case_id).id, by=request.officer.id)
    return redirect("discrepancy", case_id)


@open_to(*REVIEWS)
@require_POST
def release(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    claims.release(_row(case_id).id, by=request.officer.id)
    return redirect("discrepancies")


@open_to(*REVIEWS)
@require_POST
def propose(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Sign the file and wait for the link."""
    row, form = _row(case_id), SeenForm(request.POST)
    if not form.is_valid():
        raise Http404
    discrepancies.propose(_read(request, row.id), by=request.officer.id, name=request.officer.name, seen=form.version)
    messages.success(request, _("Diusulkan. Kirim berkasnya ke Direktorat; selesai sendiri begitu data pusat berubah."))
    return redirect("discrepancy", case_id)


@open_to(*REVIEWS)
@require_GET
def proposal(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """The signed file, as it was signed."""
    require_own_page(request)
    read = _read(request, _row(case_id).id)
    if read.discrepancy is None or read.discrepancy.proposal is None:
        raise Http404
    name = f"usulan-{read.case.number}-{read.case.year}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(read.discrepancy.proposal, content_type="application/json", headers=headers)


@open_to(*REVIEWS)
@require_GET
def note(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """The same on paper."""
    require_own_page(request)
    row = _row(case_id)
    read = _read(request, row.id)
    page = _held(read) | {
        "title": _("Nota usulan {number}").format(number=row.number),
        "number": f"{read.case.number}/{read.case.year}",
        "facts": words.row(row, named={}),
        "niora": read.discrepancy.niora if read.discrepancy else None,
        "back": {"url": reverse("discrepancy", args=[case_id]), "word": _("Kembali ke ketidaksesuaian")},
        "personal": True,
    }
    return render(request, "cases/proposal_note.html", page)


@open_to(*REVIEWS)
@require_POST
def withdraw(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    form = EndForm(request.POST, auto_id="cabut_%s")
    return _end(request, case_id, form, named="end_form", act=discrepancies.withdraw, done=_("Dicabut; tanda di kartunya hilang."))


@open_to(*REVIEWS)
@require_POST
def note_corrected(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    form, done = EndForm(request.POST, auto_id="selesai_%s"), _("Selesai; tanda di kartunya hilang.")
    return _end(request, case_id, form, named="corrected_form", act=discrepancies.note_corrected, done=done)


def _end(request: OfficerRequest, case_id: UUID, form: EndForm, *, named: str, act: Callable[..., None], done: str) -> HttpResponse:
    """What was typed stays when it is refused."""
    row = _row(case_id)
    if not form.is_valid():
        return _show(request, row, status=422, **{named: form})
    try:
        act(row.id, by=request.officer.id, seen=form.version, why=form.cleaned_data["why"])
    except CaseProblem as problem:
        if problem.code != "case.changed-meanwhile":
            raise
        again = EndForm({"why": form.cleaned_data["why"], "seen": _row(case_id).version}, auto_id=form.auto_id)
        again.add_error(None, str(problem.sentence))
        return _show(request, row, status=409, **{named: again})
    messages.success(request, done)
    return redirect("discrepancies")
