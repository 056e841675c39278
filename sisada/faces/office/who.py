"""Who asks, where no view was reached: an address that is nobody's, a form that was open too long. Somebody signed in stays inside."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sisada.foundation.clock import office_today
from sisada.inside.accounts.roles import Officer, OfficerId, held_by
from sisada.sign_in import devices


def recognise(request: HttpRequest) -> None:
    """Makes it an `OfficerRequest` when somebody is signed in on a device in use; else leaves it as it is."""
    device = request.session.get("device")
    if hasattr(request, "officer") or not device or not request.user.is_authenticated or not request.user.is_active:
        return
    if devices.is_in_use(request.user, UUID(device)):
        enter(request)


def enter(request: HttpRequest) -> None:
    """Says on the request who asks, in which roles, on which device. For somebody signed in; between password and device there is none."""
    request.officer = officer_of(request.user)  # type: ignore[attr-defined]  # this is what makes it an OfficerRequest
    if "device" in request.session:
        request.device = UUID(request.session["device"])  # type: ignore[attr-defined]  # as above


def officer_of(user: Any) -> Officer:
    held = held_by(user.id, on=office_today())
    return Officer(id=OfficerId(user.id), name=user.name, roles=frozenset(one.role for one in held), holdings=held)
