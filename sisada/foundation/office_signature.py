"""The office's signature under a word to a reporter, inside the envelope that only his code opens.

An envelope says nothing about who sealed it, and whoever rules the outside's database can put one into any thread. So the office signs
each word together with its thread (Ed25519): what stands there without its signature, or was written for another thread, is no word of it.
"""

from typing import Final
from uuid import UUID

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

SIGNATURE_BYTES: Final = 64
_ABOUT: Final = b"sisada office word 1\n"


class NotSigned(ValueError):  # noqa: N818 - it says what is so
    """No signature of this office over these words in this thread."""


def signed(word: bytes, *, thread: UUID, key: bytes) -> bytes:
    """The signature, then the word. `key`: the seed of 32 bytes."""
    return SigningKey(key).sign(_ABOUT + thread.bytes + word).signature + word


def require_signed(raw: bytes, *, thread: UUID, public_key: bytes) -> bytes:
    """The word alone.

    Raises: NotSigned."""
    signature, word = raw[:SIGNATURE_BYTES], raw[SIGNATURE_BYTES:]
    try:
        VerifyKey(public_key).verify(_ABOUT + thread.bytes + word, signature)
    except (BadSignatureError, ValueError):
        raise NotSigned("signature") from None
    return word


def public_half(key: bytes) -> bytes:
    """Of a seed of 32 bytes: what the public face is told."""
    return bytes(SigningKey(key).verify_key)
