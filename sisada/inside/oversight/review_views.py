"""Tinjauan: the queue, one look with what it disclosed, and what the supervisor found."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from sisada.foundation.ids import uuid_or_none
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.roles import Role
from sisada.inside.lookup.own_pages import require_own_page
from sisada.inside.oversight import reviews
from sisada.inside.oversight.forms import ReviewForm
from sisada.inside.oversight.led_to_audit import refusals_lead_to_audit
from sisada.inside.oversight.trail import TrailQuestion, TrailRow, trail
from sisada.inside.oversight.trail_words import DRAWN, PURPOSES, ground_words, look_words, moment
from sisada.inside.oversight.views import begin_trail


@open_to(Role.PENGAWAS)
@require_GET
def queue(request: OfficerRequest) -> HttpResponse:
    """What waits for review: opened decoys, then oldest first."""
    after = uuid_or_none(request.GET.get("setelah", ""))
    cases = reviews.queue(request.officer.id, after=after)
    shown = {
        "title": _("Tinjauan"),
        "cases": [_case_words(one) for one in cases],
        "next": cases[-1].id if len(cases) == reviews.PAGE else None,
        "first_page": after is None,
        "left_to_others": reviews.left_to_others(request.officer.id),
        "back": {"url": reverse("audit"), "word": _("Kembali ke Audit")},
    }
    return render(request, "oversight/queue.html", shown)


def _case_words(case: reviews.Case) -> dict[str, Any]:
    unused = case.why == "unused-finding"
    purpose = _("Temuan langsung") if unused else PURPOSES.get(case.purpose, case.purpose)
    return {
        "url": reverse("audit_unused_finding" if unused else "audit_look", args=[case.id]),
        "what": _("{purpose} oleh {name}").format(purpose=purpose, name=case.officer_name or "—"),
        "when": moment(case.begun_at),
        "ground": ground_words(case.ground_kind, case.reference),
        "why": DRAWN[case.why],
        "decoy": case.why == "decoy",
    }


@open_to(Role.PENGAWAS)
@require_http_methods(["GET", "POST"])
@refusals_lead_to_audit
def one_look(request: OfficerRequest, look_id: UUID) -> HttpResponse:
    """One look with whom it disclosed, and the form of its review. Opening it is a look of its own."""
    require_own_page(request)
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reviews.review(look_id, reviewer=request.officer.id, outcome=form.found, remark=form.cleaned_data["remark"])
        messages.success(request, _("Tinjauan tersimpan."))
        return redirect("audit_queue")
    return render(request, "oversight/one_look.html", _look_page(request, look_id) | {"form": form}, status=422 if form.errors else 200)


def _look_page(request: OfficerRequest, look_id: UUID) -> dict[str, Any]:
    """Raises: Http404 when there is no such look."""
    found = trail(begin_trail(request, TrailQuestion(look=look_id).to_json()))
    if not found.rows:
        raise Http404
    row: TrailRow = found.rows[0]
    return {
        "title": _("Satu jejak"),
        "look": look_words(row),
        "look_id": look_id,
        "own": row.officer == request.officer.id,
        "check_code": found.check_code,
        "back": {"url": reverse("audit_queue"), "word": _("Kembali ke Tinjauan")},
        "personal": True,
    }
