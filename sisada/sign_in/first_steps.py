"""The way in of somebody who just set a password by an invitation: signed in, with nothing but the second factor to set up.

A second factor is set up in such a session alone: who has a password but no factor needs a new invitation, else a stolen password would
be enough to install one.
"""

from uuid import UUID

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login, update_session_auth_hash
from django.http import HttpRequest
from django.utils import timezone

from sisada.sign_in.models import User

BY_INVITATION = "by-invitation"  # the session's key
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def begin(request: HttpRequest, user_id: UUID) -> None:
    user = User.objects.get(id=user_id)
    request.session.flush()
    login(request, user, backend=BACKEND)
    record_authentication(request, user, method="password", reauthenticated=True)  # set a moment ago: nobody asks for it again
    request.session[BY_INVITATION] = True


def under_way(request: HttpRequest) -> bool:
    return bool(request.session.get(BY_INVITATION))


def factor_set_up(request: HttpRequest, user: User, *, kind: str) -> None:
    """The factor was shown to work in this very session, which thereby has given it; every other session of this user is over."""
    user.sessions_valid_from = timezone.now()
    user.save(update_fields=["sessions_valid_from"])
    update_session_auth_hash(request, user)
    record_authentication(request, user, method="mfa", type=kind)


def end(request: HttpRequest) -> bool:
    """True once, for whoever came by an invitation: the recovery codes are shown next."""
    return bool(request.session.pop(BY_INVITATION, False))
