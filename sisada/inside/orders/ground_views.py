"""Dasar melihat: the orders in force for one, and the other grounds this role may open, each by its own short form."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sisada.foundation.clock import now, office_today
from sisada.foundation.ids import uuid_or_none
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.roles import Role
from sisada.inside.audit import grounds
from sisada.inside.orders import own_grounds
from sisada.inside.orders.forms import ReferenceForm
from sisada.inside.orders.ground_words import label
from sisada.inside.orders.own_grounds import OwnGround
from sisada.inside.rules import read as rules
from sisada.inside.waiting import notices

# Three forms stand on one page, each with a field for a number.
FIELD_IDS = {ground: f"{ground.replace('-', '_')}_%s" for ground in OwnGround}
WORKS_UNDER_A_GROUND = (Role.PETUGAS, Role.ATASAN, Role.MEJA, Role.KEPALA, Role.PENGAWAS)


@open_to(*WORKS_UNDER_A_GROUND)
@require_http_methods(["GET", "POST"])
def choose_ground(request: OfficerRequest) -> HttpResponse:
    """The grounds in force for this officer, and what else may be opened; choosing one leads back to work."""
    if request.method == "POST":
        return _work_under(request, uuid_or_none(request.POST.get("ground", "")))
    return render(request, "orders/grounds.html", _page(request))


def _page(request: OfficerRequest) -> dict[str, Any]:
    others = own_grounds.open_to(request.officer)
    return {
        "title": _("Dasar melihat"),
        "choices": [(ground, label(ground)) for ground in grounds.in_force(request.officer.id, now())],
        "others": [ground.value for ground in others],
        "document_minutes": rules.value("orders.document-minutes", on=office_today()) if OwnGround.DOCUMENT in others else None,
        "desk_task_form": ReferenceForm(auto_id=FIELD_IDS[OwnGround.DESK_TASK]),
        "review_form": ReferenceForm(auto_id=FIELD_IDS[OwnGround.REVIEW]),
        "own_request_form": ReferenceForm(auto_id=FIELD_IDS[OwnGround.OWN_REQUEST]),
    }


def _work_under(request: OfficerRequest, ground: UUID | None) -> HttpResponse:
    if ground is None:
        raise grounds.NoGround
    chosen = grounds.choose(request.session, ground, officer=request.officer.id, at=now())
    notices.seen_about(chosen.id, by=request.officer.id, at=now())  # whoever works under it knows of it
    return redirect(first_page(chosen))


def first_page(ground: grounds.GroundInForce) -> str:
    """Where work under a ground begins: somebody who asks for his own trail gets it by the number of his document."""
    if ground.kind == OwnGround.OWN_REQUEST:
        return "audit_own_request"
    return "search" if "search" in ground.purposes else "root"


@open_to(*own_grounds.OPEN_TO[OwnGround.DOCUMENT])
@require_POST
def document_in_hand(request: OfficerRequest) -> HttpResponse:
    return _work_under(request, own_grounds.open_document(request.officer.id))


@open_to(*own_grounds.OPEN_TO[OwnGround.DESK_TASK])
@require_http_methods(["GET", "POST"])
def desk_task(request: OfficerRequest) -> HttpResponse:
    return _with_reference(request, OwnGround.DESK_TASK, own_grounds.open_desk_task)


@open_to(*own_grounds.OPEN_TO[OwnGround.REVIEW])
@require_http_methods(["GET", "POST"])
def review(request: OfficerRequest) -> HttpResponse:
    return _with_reference(request, OwnGround.REVIEW, own_grounds.open_review)


@open_to(*own_grounds.OPEN_TO[OwnGround.OWN_REQUEST])
@require_http_methods(["GET", "POST"])
def own_request(request: OfficerRequest) -> HttpResponse:
    return _with_reference(request, OwnGround.OWN_REQUEST, own_grounds.open_own_request)


def _with_reference(request: OfficerRequest, ground: OwnGround, open_ground: Any) -> HttpResponse:
    """A page with a mistake in it has this address: whoever opens it again, say in another language, begins anew at the choice."""
    if request.method != "POST":
        return redirect("grounds")
    form = ReferenceForm(request.POST, auto_id=FIELD_IDS[ground])
    if not form.is_valid():
        mistaken = {f"{ground.replace('-', '_')}_form": form, "mistaken": form}
        return render(request, "orders/grounds.html", _page(request) | mistaken, status=422)
    return _work_under(request, open_ground(request.officer.id, reference=form.cleaned_data["reference"]))
