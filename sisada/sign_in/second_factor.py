"""Whether somebody has a second factor. Without one, setting it up is the only thing to do."""

from allauth.mfa.models import Authenticator

from sisada.sign_in.models import User


def has_second_factor(user: User) -> bool:
    return bool(Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists())
