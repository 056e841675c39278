"""Choosing the ground one works under: once, valid for the task, shown on every page."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sisada.foundation.clock import now
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.roles import SEES_PERSONS
from sisada.inside.audit import grounds


@open_to(*SEES_PERSONS)
@require_http_methods(["GET", "POST"])
def choose_ground(request: OfficerRequest) -> HttpResponse:
    """The grounds in force for this officer; choosing one leads to Cari."""
    if request.method == "POST":
        grounds.choose(request.session, _ground_asked(request), officer=request.officer.id, at=now())
        return redirect("search")
    shown = {"title": _("Dasar melihat"), "choices": grounds.in_force(request.officer.id, now())}
    return render(request, "audit/choose_ground.html", shown)


def _ground_asked(request: OfficerRequest) -> UUID:
    try:
        return UUID(request.POST.get("ground", ""))
    except ValueError:
        raise grounds.NoGround from None
