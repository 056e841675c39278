"""The seal stands still: what supervisors and admins are told, and what to do."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.roles import Role
from sisada.inside.oversight import seal_watch
from sisada.inside.oversight.trail_words import moment


@open_to(Role.PENGAWAS, Role.ADMIN)
@require_GET
def standstill(request: OfficerRequest, standstill_id: UUID) -> HttpResponse:
    """One standstill; it names nobody and needs no look. Raises: Http404."""
    found = seal_watch.standstill(standstill_id)
    if found is None:
        raise Http404
    shown = {
        "title": _("Segel"),
        "sealed_until": moment(found.sealed_until),
        "noticed_at": moment(found.noticed_at),
        "ended_at": moment(found.ended_at) if found.ended_at else "",
    }
    return render(request, "oversight/standstill.html", shown)
