"""Photos of a form that is not sent yet. Each is re-encoded, sealed to inside and handed back to its sender, who carries it along in the
form: here nothing of it stays, and nobody here could open it again. A MAC says that it came from us and belongs to this form.
"""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.crypto import salted_hmac

from sisada.faces.public.limits import PHOTOS
from sisada.outside.letterbox.post import SealedPhoto

FIELD = "foto"
SALT = "sisada.faces.public.steps.photos"


@dataclass(frozen=True)
class CarriedPhoto:
    """`token` is what stands in the form."""

    token: str
    photo: SealedPhoto


def carry(photo: SealedPhoto, *, form: UUID) -> CarriedPhoto:
    body = f"{photo.sha256}.{urlsafe_b64encode(photo.sealed).decode()}"
    return CarriedPhoto(f"{_mac(form, body)}.{body}", photo)


def read_all(tokens: Sequence[str], *, form: UUID) -> tuple[CarriedPhoto, ...]:
    """The photos in these tokens, each once, as many as a letter takes; what is not ours or of another form is left out."""
    read = dict.fromkeys(tokens)
    return tuple(found for token in read if (found := _read(token, form=form)))[:PHOTOS]


def _read(token: str, *, form: UUID) -> CarriedPhoto | None:
    mac, _, body = token.partition(".")
    if not hmac.compare_digest(mac.encode(), _mac(form, body).encode()):
        return None
    sha256, _, sealed = body.partition(".")
    return CarriedPhoto(token, SealedPhoto(sha256, urlsafe_b64decode(sealed)))


def _mac(form: UUID, body: str) -> str:
    return salted_hmac(SALT, f"{form}.{body}", algorithm="sha256").hexdigest()
