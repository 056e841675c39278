"""Counting failed attempts so that a guesser is stopped and an officer on his own device never is.

A device that an officer registered has counts of its own: by account, and by where it asks from. Whoever guesses from elsewhere, also with
the right password, also from behind the office's own address, fills the counts of elsewhere only.
"""

from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.core.internal import ratelimit
from allauth.core.internal.ratelimit import RateLimitUsage
from django.db.models import QuerySet
from django.http import HttpRequest

from sisada.sign_in import devices
from sisada.sign_in.models import Device, User


def place_of(request: HttpRequest, email: str) -> str:
    """Under which an attempt to sign in by this address is counted."""
    own = _known_devices(request).filter(user__email=email.lower()).values_list("id", flat=True).first()
    return f"{email.lower()}:{own or 'elsewhere'}"


def device_at(request: HttpRequest) -> str | None:
    """The registered device that asks, whoever's; None: none known here."""
    known = _known_devices(request).values_list("id", flat=True).first()
    return f"device-{known}" if known else None


def count_code(user: User) -> RateLimitUsage:
    """Count an attempt at the second factor; `rollback()` what is returned when the code was right.

    Raises: ValidationError after too many wrong ones from there.
    """
    request = context.request
    key = f"code:{place_of(request, user.email)}"
    usage = ratelimit.consume(request, app="allauth.account", action="login_failed", key=key)
    if not usage:
        raise get_adapter().validation_error("too_many_login_attempts")
    return usage


def _known_devices(request: HttpRequest) -> QuerySet[Device]:
    return Device.objects.filter(key_hash=devices.hash_of(request.COOKIES.get(devices.COOKIE, "")), revoked_at=None)
