"""Surat tertahan: what an admin sees of letters that could not be opened, and the way to have them opened again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.roles import Role
from sisada.inside.cases import opening
from sisada.inside.cases.held_letters import held_letters


@open_to(Role.ADMIN)
@require_GET
def held(request: OfficerRequest) -> HttpResponse:
    """Ids, times and reasons; nobody's words."""
    return render(request, "cases/held_letters.html", {"title": _("Surat tertahan"), "letters": held_letters()})


@open_to(Role.ADMIN)
@require_POST
def open_again(request: OfficerRequest) -> HttpResponse:
    opening.try_again(by=request.officer.id)
    messages.success(request, _("Semua surat yang tertahan dibuka lagi. Yang tetap tidak dapat dibuka muncul kembali di sini."))
    return redirect("cases_held_letters")
