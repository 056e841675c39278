"""Tinjauan of a direct finding that was approved and under which nobody looked."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sisada.foundation.clock import now
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.roles import Role
from sisada.inside.orders import findings
from sisada.inside.orders.finding_words import finding_words
from sisada.inside.oversight import reviews
from sisada.inside.oversight.forms import ReviewForm
from sisada.sign_in.users import names_of


@open_to(Role.PENGAWAS)
@require_http_methods(["GET", "POST"])
def unused_finding(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """The finding, and the form of its review. A finding names no foreign national, so no look is needed."""
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reviews.review_finding(case_id, reviewer=request.officer.id, outcome=form.found, remark=form.cleaned_data["remark"])
        messages.success(request, _("Tinjauan tersimpan."))
        return redirect("audit_queue")
    page = _page(case_id, reader=request.officer.id, at=now())
    return render(request, "oversight/unused_finding.html", page | {"form": form}, status=422 if form.errors else 200)


def _page(case: UUID, *, reader: UUID, at: datetime) -> dict[str, Any]:
    """Raises: Http404 when the case is about no finding."""
    meant = reviews.finding_of(case, reader=reader)
    row = findings.one(meant, at=at) if meant else None
    if row is None:
        raise Http404
    people = {person for person in (row.officer, row.answered_by) if person}
    return {
        "title": _("Temuan langsung"),
        "finding": finding_words(row, names=names_of(people), at=at),
        "case": case,
        "own": reader in people,
        "back": {"url": reverse("audit_queue"), "word": _("Kembali ke Tinjauan")},
    }
