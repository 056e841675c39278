"""Saya: one's own account. What an officer is, on which devices he is signed in, and the way out."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sisada.inside.accounts import changes, proposals
from sisada.inside.accounts.access import EVERY_ROLE, OfficerRequest, open_to
from sisada.inside.accounts.roles import CONFIRM, OfficerId
from sisada.sign_in import devices


@open_to(*EVERY_ROLE)
@require_GET
def me(request: OfficerRequest) -> HttpResponse:
    confirms = request.officer.may(*CONFIRM)
    shown = {
        "title": _("Saya"),
        "email": getattr(request.user, "email", ""),
        "devices": devices.in_use_by(request.officer.id),
        "confirms": confirms,
        "waiting_changes": proposals.count_for(request.officer.id) if confirms else 0,
        "session_ends_at": request.session.get_expiry_date(),
    }
    return render(request, "accounts/me.html", shown)


@require_POST
def revoke_own_device(request: HttpRequest, device_id: UUID) -> HttpResponse:
    """Also for whoever has no role any more: a lost phone must not wait. Not there, not his, or revoked before: nothing happens."""
    changes.revoke_own_device(device_id, of=OfficerId(UUID(str(request.user.pk))))
    messages.success(request, _("Perangkat dicabut. Sesinya berakhir pada permintaan berikutnya."))
    return redirect("mfa_index")
