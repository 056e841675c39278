"""Dasar melihat: the orders in force for one, and the other grounds this role may open, each by its own short form."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sisada.foundation.clock import now
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.colleagues import names_of
from sisada.inside.accounts.roles import Role
from sisada.inside.audit import grounds
from sisada.inside.orders import own_grounds
from sisada.inside.orders.forms import FindingForm, ReferenceForm
from sisada.inside.orders.order_words import moment
from sisada.inside.orders.own_grounds import OwnGround

WORKS_UNDER_A_GROUND = (Role.PETUGAS, Role.ATASAN, Role.MEJA, Role.KEPALA, Role.PENGAWAS)


@open_to(*WORKS_UNDER_A_GROUND)
@require_http_methods(["GET", "POST"])
def choose_ground(request: OfficerRequest) -> HttpResponse:
    """The grounds in force for this officer, and what else may be opened; choosing one leads back to work."""
    if request.method == "POST":
        return _work_under(request, _uuid(request.POST.get("ground", "")))
    return render(request, "orders/grounds.html", _page(request))


def _page(request: OfficerRequest) -> dict[str, Any]:
    return {
        "title": _("Dasar melihat"),
        "choices": grounds.in_force(request.officer.id, now()),
        "others": [ground.value for ground in own_grounds.open_to(request.officer)],
        "reference_form": ReferenceForm(),
    }


def _work_under(request: OfficerRequest, ground: UUID | None) -> HttpResponse:
    if ground is None:
        raise grounds.NoGround
    chosen = grounds.choose(request.session, ground, officer=request.officer.id, at=now())
    return redirect("search" if "search" in chosen.purposes else "root")


@open_to(*own_grounds.OPEN_TO[OwnGround.DOCUMENT])
@require_POST
def document_in_hand(request: OfficerRequest) -> HttpResponse:
    return _work_under(request, own_grounds.open_document(request.officer.id))


@open_to(*own_grounds.OPEN_TO[OwnGround.DESK_TASK])
@require_POST
def desk_task(request: OfficerRequest) -> HttpResponse:
    return _with_reference(request, own_grounds.open_desk_task)


@open_to(*own_grounds.OPEN_TO[OwnGround.REVIEW])
@require_POST
def review(request: OfficerRequest) -> HttpResponse:
    return _with_reference(request, own_grounds.open_review)


@open_to(*own_grounds.OPEN_TO[OwnGround.OWN_REQUEST])
@require_POST
def own_request(request: OfficerRequest) -> HttpResponse:
    return _with_reference(request, own_grounds.open_own_request)


def _with_reference(request: OfficerRequest, open_ground: Any) -> HttpResponse:
    form = ReferenceForm(request.POST)
    if not form.is_valid():
        return render(request, "orders/grounds.html", _page(request) | {"reference_form": form}, status=422)
    return _work_under(request, open_ground(request.officer.id, reference=form.cleaned_data["reference"]))


@open_to(*own_grounds.OPEN_TO[OwnGround.FINDING])
@require_http_methods(["GET", "POST"])
def report_finding(request: OfficerRequest) -> HttpResponse:
    form = FindingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = own_grounds.report_finding(request.officer.id, request.device, **form.cleaned_data)
        return redirect("finding", finding_id=found)
    shown = {"title": _("Laporkan temuan langsung"), "form": form, "back": {"url": reverse("grounds"), "word": _("Kembali ke Dasar")}}
    return render(request, "orders/report_finding.html", shown)


@open_to(*WORKS_UNDER_A_GROUND)
@require_GET
def finding(request: OfficerRequest, finding_id: UUID) -> HttpResponse:
    """For the finder: waiting, then the way on. For a superior: what was found, and one tap."""
    row = _finding(request, finding_id)
    names = names_of({row.officer, *({row.answered_by} if row.answered_by else set())})
    shown = {
        "title": _("Temuan langsung"),
        "finding": row,
        "finder": names.get(row.officer, "—"),
        "answerer": names.get(row.answered_by, "") if row.answered_by else "",
        "reported": moment(row.reported_at),
        "order_due": moment(row.order_due_at) if row.order_due_at else "",
        "mine": row.officer == request.officer.id,
        "back": {"url": reverse("grounds"), "word": _("Kembali ke Dasar")},
    }
    return render(request, "orders/finding.html", shown)


@open_to(Role.ATASAN, Role.KEPALA)
@require_POST
def answer_finding(request: OfficerRequest, finding_id: UUID) -> HttpResponse:
    own_grounds.answer_finding(finding_id, by=request.officer.id, approve=request.POST.get("jawaban") == "setuju")
    return redirect("finding", finding_id=finding_id)


def _finding(request: OfficerRequest, finding_id: UUID) -> own_grounds.FindingRow:
    """The finding, for its finder and for superiors; for anybody else it is not there."""
    row = own_grounds.finding(finding_id)
    if row is None or (row.officer != request.officer.id and not request.officer.may(Role.ATASAN, Role.KEPALA)):
        raise Http404
    return row


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


