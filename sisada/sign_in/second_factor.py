"""A person's second factors: the authenticator app, and passkeys. Without one, setting it up is the only thing to do."""

from dataclasses import dataclass
from datetime import datetime

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import validate_totp_code
from allauth.mfa.utils import decrypt
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sisada.foundation.problems import Problem
from sisada.sign_in.models import User

APP, PASSKEY = Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN
FACTORS = (APP, PASSKEY)


class LastKey(Problem):
    code = "sign_in.last-key"
    status = 409


class NeedsInvitation(Problem):
    code = "sign_in.needs-invitation"
    status = 403

    def __init__(self) -> None:
        sentence = _("Akun ini belum punya faktor kedua. Memasangnya hanya lewat undangan: minta undangan baru dari admin kantor.")
        super().__init__(sentence, next_url="/undangan/", next_words=_("Punya kode undangan?"))


@dataclass(frozen=True)
class Key:
    """A second factor as its owner sees it."""

    id: int
    is_passkey: bool
    name: str  # empty for the app
    added_at: datetime
    last_used_at: datetime | None  # None: never


def has_second_factor(user: User) -> bool:
    return bool(Authenticator.objects.filter(user=user, type__in=FACTORS).exists())


def was_given_in(request: HttpRequest, user: User) -> bool:
    """Did this very session give a second factor of this user? That the user has one says nothing about who sits here."""
    return any(record["method"] == "mfa" for record in get_authentication_records(request, user))


def has_app(user: User) -> bool:
    return bool(Authenticator.objects.filter(user=user, type=APP).exists())


def was_given_before(user: User, code: str) -> bool:
    """Of a code that was refused: is it the one that the app shows? Then it was used; each is good once."""
    app = Authenticator.objects.filter(user=user, type=APP).first()
    return app is not None and bool(validate_totp_code(decrypt(app.data["secret"]), code))


def keys_of(user: User) -> list[Key]:
    """The oldest first."""
    rows = Authenticator.objects.filter(user=user, type__in=FACTORS).order_by("created_at")
    return [Key(row.pk, row.type == PASSKEY, row.data.get("name", ""), row.created_at, row.last_used_at) for row in rows]


def removable(user: User, key_id: int) -> Authenticator | None:
    """None: it is not this user's.

    Raises: LastKey, since without it nobody could sign in.
    """
    found: Authenticator | None = Authenticator.objects.filter(user=user, type__in=FACTORS, pk=key_id).first()
    if found and not Authenticator.objects.filter(user=user, type__in=FACTORS).exclude(pk=key_id).exists():
        raise LastKey(_("Ini kunci terakhir Anda. Tambahkan kunci lain dulu, baru hapus yang ini."))
    return found
