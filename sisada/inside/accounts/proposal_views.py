"""Persetujuan akun: head, privacy supervisor and admins are the second person of a change that one admin proposed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from sisada.inside.accounts import changes, proposals
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.changes import Outcome
from sisada.inside.accounts.forms import DecideForm
from sisada.inside.accounts.roles import CONFIRM, Role

BACK_TO_ME = {"url": reverse_lazy("me"), "word": gettext_lazy("Kembali ke Saya")}


@open_to(*CONFIRM)
@require_GET
def waiting(request: OfficerRequest) -> HttpResponse:
    """What waits for a second person, with who proposed it and why; one's own may be withdrawn."""
    me = request.officer.id
    rows = [{"proposal": one, "mine": one.proposed_by == me, "may_decide": one.waits_for(me)} for one in proposals.waiting()]
    back = {"url": reverse("people"), "word": _("Kembali ke Akun")} if request.officer.may(Role.ADMIN) else BACK_TO_ME
    return render(request, "accounts/proposals.html", {"title": _("Persetujuan akun"), "rows": rows, "back": back})


@open_to(*CONFIRM)
@require_POST
def decide(request: OfficerRequest, proposal_id: UUID) -> HttpResponse:
    form = DecideForm(request.POST)
    if form.is_valid():
        outcome = Outcome(form.cleaned_data["outcome"])
        changes.decide(proposal_id, outcome, by=request.officer.id, why="")
        messages.success(request, _said(outcome))
    return redirect("people_proposals")


def _said(outcome: Outcome) -> str:
    return {Outcome.CONFIRMED: _("Usul disetujui."), Outcome.REFUSED: _("Usul ditolak."), Outcome.WITHDRAWN: _("Usul ditarik.")}[outcome]
