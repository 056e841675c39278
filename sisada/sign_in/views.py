"""The last step of signing in, and one's own account: devices, sessions, recovery codes."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sisada.sign_in import devices, first_steps
from sisada.sign_in.models import Device, User
from sisada.sign_in.second_factor import has_second_factor


@require_GET
def register_device(request: HttpRequest) -> HttpResponse:
    """Whoever passed the second factor works on a named device from here on; a new one is registered now."""
    user = request.user
    if not isinstance(user, User):
        return redirect("account_login")
    if not has_second_factor(user):
        return redirect("mfa_activate_totp")
    key = request.COOKIES.get(devices.COOKIE, "")
    device = devices.recognise(user, key)
    if device is None:
        key = devices.new_key()
        device = devices.register(user, key, user_agent=request.headers.get("User-Agent", ""))
    request.session["device"] = str(device.id)
    # The codes are shown once to whoever just set up the first factor; later they are asked for.
    response = redirect("mfa_view_recovery_codes" if first_steps.end(request) else "root")
    response.set_cookie(devices.COOKIE, key, max_age=devices.COOKIE_AGE_S, httponly=True, samesite="Lax", secure=request.is_secure())
    return response


@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Every session of this user ends at its next request, this one at once: who signs in again starts clean."""
    User.objects.filter(id=_id_of(request)).update(sessions_valid_from=timezone.now())
    logout(request)
    return redirect("account_login")


@require_POST
def revoke_device(request: HttpRequest, device_id: UUID) -> HttpResponse:
    """A device that its owner no longer knows or holds: its sessions end at their next request."""
    Device.objects.filter(id=device_id, user_id=_id_of(request), revoked_at=None).update(revoked_at=timezone.now())
    messages.success(request, _("Perangkat dicabut. Sesinya berakhir pada permintaan berikutnya."))
    return redirect("mfa_index")


def _id_of(request: HttpRequest) -> UUID:
    """The face's middleware lets nobody come here who is not signed in."""
    return UUID(str(request.user.pk))
