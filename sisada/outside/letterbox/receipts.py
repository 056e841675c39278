"""A signed receipt: proves to anybody that a letter was received, when, and until when an answer is due; nothing of its content.

Plain lines that a person can read, print and check with any Ed25519 tool: the signature is over the lines above it, joined by line feeds,
in UTF-8. The key that signs is the public face's alone; its public half stands on the page that checks receipts.
"""

import hashlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from sisada.outside.letterbox.keys import receipt_seed

TITLE: Final = "SISADA tanda terima 1"
NAMES: Final = ("sidik", "diterima", "dijawab sampai", "kunci")
SIGNATURE: Final = "tanda tangan"
AT_MOST: Final = 2000


class NotAReceipt(ValueError):  # noqa: N818 - it says what is so
    """Not a receipt of this office, or altered."""


@dataclass(frozen=True)
class Receipt:
    digest: bytes  # of the letter, keyed (post.py): inside finds the letter by it, nobody its content
    received_at: datetime  # UTC, whole seconds
    answer_due: date  # in the office's zone
    key_id: str


def sign(digest: bytes, received_at: datetime, answer_due: date) -> str:
    """The receipt as text. The same for the same letter, however often it is asked for."""
    instant = received_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    values = (digest.hex(), instant, answer_due.isoformat(), key_id(public_key()))
    body = "\n".join([TITLE, *(f"{name}: {value}" for name, value in zip(NAMES, values, strict=True))])
    signature = SigningKey(receipt_seed()).sign(body.encode()).signature
    return f"{body}\n{SIGNATURE}: {urlsafe_b64encode(signature).decode()}\n"


def verify(text: str) -> Receipt:
    """What a receipt says, after its signature was checked. Blank lines and spaces around lines are forgiven.

    Raises: NotAReceipt."""
    lines = [line.strip() for line in text[:AT_MOST].splitlines() if line.strip()]
    body, values = lines[:-1], [_value(line, name) for line, name in zip(lines[1:], (*NAMES, SIGNATURE), strict=False)]
    if len(values) != len(NAMES) + 1 or len(lines) != len(values) + 1 or lines[0] != TITLE:
        raise NotAReceipt("form")
    digest, received_at, answer_due, key, signature = values
    try:
        raw = urlsafe_b64decode(signature)
        VerifyKey(public_key()).verify("\n".join(body).encode(), raw)
    except (BadSignatureError, ValueError):
        raise NotAReceipt("signature") from None
    if urlsafe_b64encode(raw).decode() != signature:
        raise NotAReceipt("form")  # base64 can write the same bytes in several ways
    return Receipt(bytes.fromhex(digest), datetime.fromisoformat(received_at), date.fromisoformat(answer_due), key)


def public_key() -> bytes:
    """The key that checks receipts, for the page that shows it."""
    return bytes(SigningKey(receipt_seed()).verify_key)


def key_id(key: bytes) -> str:
    return hashlib.sha256(key).hexdigest()[:16]


def _value(line: str, name: str) -> str:
    if not line.startswith(f"{name}: "):
        raise NotAReceipt("form")
    return line.removeprefix(f"{name}: ")
