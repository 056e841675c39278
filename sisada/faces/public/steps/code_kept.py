"""The code of a form that is about to be sent. It is drawn once and travels in the form, so that sending again after a cut network shows
the same words. A MAC says that we drew it: nobody may choose the words of a code, which must not be guessed."""

import hmac
from uuid import UUID

from django.utils.crypto import salted_hmac

from sisada.foundation import word_code

FIELD = "kode"
SALT = "sisada.faces.public.steps.code_kept"


def drawn(*, form: UUID) -> str:
    """A new code, as it stands in the form."""
    words = " ".join(word_code.draw())
    return f"{_mac(form, words)}.{words}"


def words_of(token: str, *, form: UUID) -> tuple[str, ...] | None:
    """None: not drawn by us for this form."""
    mac, _, words = token.partition(".")
    return tuple(words.split()) if hmac.compare_digest(mac.encode(), _mac(form, words).encode()) else None


def _mac(form: UUID, words: str) -> str:
    return salted_hmac(SALT, f"{form}.{words}", algorithm="sha256").hexdigest()
