"""What we ask of allauth differently: nobody signs up, and nobody can lock an officer out from afar."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest, HttpResponse

from sisada.sign_in import devices, second_factor
from sisada.sign_in.models import Device, User


class SignInAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - closed whoever asks
        return False

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        """A password alone begins no session.

        Raises: NeedsInvitation for whoever has a password and no second factor yet.
        """
        if not second_factor.has_second_factor(user):
            request.session.flush()
            raise second_factor.NeedsInvitation
        instead: HttpResponse | None = super().pre_login(request, user, **kwargs)
        return instead

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Failed passwords are counted by address, but apart for a device that this user registered: whoever guesses from
        elsewhere fills the common count only, and the officer's own phone still gets in."""
        email = str(credentials.get("email", "")).lower()
        own_device = Device.objects.filter(
            user__email=email, key_hash=devices.hash_of(request.COOKIES.get(devices.COOKIE, "")), revoked_at=None
        ).values_list("id", flat=True)
        return f"{email}:{own_device.first() or 'elsewhere'}"


class SecondFactorAdapter(DefaultMFAAdapter):
    def get_totp_label(self, user: User) -> str:
        return user.email
