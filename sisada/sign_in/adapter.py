"""What we ask of allauth differently: nobody signs up, and nobody can lock an officer out from afar."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse

from sisada.sign_in import attempts, second_factor
from sisada.sign_in.models import User


class SignInAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - closed whoever asks
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """Whoever is suspended is answered, and counted, as a wrong password: allauth would tell that it was the right one."""
        self.pre_authenticate(request, **credentials)
        user = authenticate(request, **credentials)
        AuthenticationBackend.unstash_authenticated_user()  # set where the password was right and the account is not active
        if isinstance(user, User):
            self._rollback_login_failed_rl_usage()
            return user
        self.authentication_failed(request, **credentials)
        return None

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
        return attempts.place_of(request, str(credentials.get("email", "")))

    def get_client_ip(self, request: HttpRequest) -> str:
        """Where a request is counted as coming from: a whole office comes from one address, and one guesser in it must not shut it out."""
        return attempts.device_at(request) or str(super().get_client_ip(request))


class SecondFactorAdapter(DefaultMFAAdapter):
    def get_totp_label(self, user: User) -> str:
        return user.email
