"""Temuan langsung: reported by the finder, answered by a superior with one tap, followed until its urgent order is signed."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sisada.foundation.clock import now
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.roles import Role
from sisada.inside.orders import findings
from sisada.inside.orders.finding_words import asked_now, finding_words, seconds_to_next
from sisada.inside.orders.findings import FindingRow, State
from sisada.inside.orders.forms import FindingForm
from sisada.inside.orders.own_grounds import OPEN_TO, OwnGround
from sisada.inside.waiting import notices
from sisada.inside.waiting.notices import Asked
from sisada.sign_in.users import names_of

SUPERIORS = (Role.ATASAN, Role.KEPALA)
FINDERS = OPEN_TO[OwnGround.FINDING]
SEE_FINDINGS = (*FINDERS, Role.KEPALA)


@open_to(*SEE_FINDINGS)
@require_GET
def finding_list(request: OfficerRequest) -> HttpResponse:
    """A superior's: everybody's that are still open, or all. A finder's: his own."""
    after = request.GET.get("setelah")
    which = _which(request)
    rows = which["read"](at=now(), after=_uuid(after) if after else None)
    names = names_of({person for row in rows for person in (row.officer, row.answered_by) if person})
    shown = {
        "title": _("Temuan langsung"),
        "rows": [finding_words(row, names=names, at=now()) for row in rows],
        "next": rows[-1].id if len(rows) == findings.PAGE else None,
        "first_page": after is None,
        "chips": which["chips"],
        "all": which["all"],
        "superior": request.officer.may(*SUPERIORS),
        "may_report": request.officer.may(*FINDERS),
    }
    return render(request, "orders/findings.html", shown)


def _which(request: OfficerRequest) -> dict[str, Any]:
    if not request.officer.may(*SUPERIORS):
        return {"read": lambda **page: findings.newest_of(request.officer.id, **page), "chips": None, "all": True}
    every = "semua" in request.GET
    here = reverse("orders_findings")
    chips = [
        {"label": _("Perlu tindakan"), "count": None, "href": here, "on": not every},
        {"label": _("Semua"), "count": None, "href": f"{here}?semua", "on": every},
    ]
    return {"read": findings.newest_of_all if every else findings.newest_open, "chips": chips, "all": every}


@open_to(*FINDERS)
@require_http_methods(["GET", "POST"])
def report_finding(request: OfficerRequest) -> HttpResponse:
    form = FindingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("orders_finding", finding_id=findings.report(request.officer.id, request.device, **form.cleaned_data))
    shown = {"title": _("Laporkan temuan langsung"), "form": form, "back": {"url": reverse("grounds"), "word": _("Kembali ke Dasar")}}
    return render(request, "orders/report_finding.html", shown, status=422 if form.errors else 200)


@open_to(*SEE_FINDINGS)
@require_GET
def finding(request: OfficerRequest, finding_id: UUID) -> HttpResponse:
    """For the finder: waiting, then the way on. For a superior: what was found, and one tap."""
    row, at = visible_finding(request, finding_id), now()
    asked = notices.asked_about(row.id, kind="finding") if row.state(at) is State.WAITING else []
    as_shown = f"{row.state(at)}-{sum(one.since <= at for one in asked)}-{row.order}"
    if request.headers.get("HX-Request") == "true" and request.GET.get("tampil") == as_shown:
        return HttpResponse(status=204)  # what was told is about something else: this page stays as it is
    return render(request, "orders/finding.html", _finding_page(request, row, asked) | {"as_shown": as_shown})


def _finding_page(request: OfficerRequest, row: FindingRow, asked: list[Asked]) -> dict[str, Any]:
    at = now()
    names = names_of({person for person in (row.officer, row.answered_by, *(one.user for one in asked)) if person})
    state, mine = row.state(at), row.officer == request.officer.id
    to_order = state in (State.ORDER_DUE, State.ORDER_LATE)
    return {
        "title": _("Temuan langsung"),
        "finding": finding_words(row, names=names, at=at),
        "asked": asked_now(asked, names=names, at=at),
        "next_s": seconds_to_next(asked, row, at=at),
        "mine": mine,
        "may_answer": state is State.WAITING and not mine and request.officer.may(*SUPERIORS),
        "may_look": mine and row.order_due_at is not None and at < row.order_due_at,
        "to_order": to_order and row.order is None,
        "back": {"url": reverse("orders_findings"), "word": _("Kembali ke daftar temuan")},
    }


@open_to(*SUPERIORS)
@require_POST
def answer_finding(request: OfficerRequest, finding_id: UUID) -> HttpResponse:
    """One tap. Anything but the two answers is no answer."""
    answers = {"setuju": True, "tolak": False}
    given = answers.get(request.POST.get("jawaban", ""))
    if given is not None:
        findings.answer(finding_id, by=request.officer.id, approve=given)
    return redirect("orders_finding", finding_id=finding_id)


def visible_finding(request: OfficerRequest, finding_id: UUID) -> FindingRow:
    """The finding, for its finder and for superiors.

    Raises: Http404 for anybody else, as for one that is not there.
    """
    row = findings.one(finding_id, at=now())
    if row is None or (row.officer != request.officer.id and not request.officer.may(*SUPERIORS)):
        raise Http404
    return row


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
