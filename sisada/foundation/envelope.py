"""Sealed envelopes: whoever has the public key puts in, only the private key takes out. libsodium's sealed boxes (X25519)."""

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox


class NotForThisKey(Exception):  # noqa: N818 - it says what is so
    """Sealed to another key, or altered on the way: the two cannot be told apart."""


def seal(public_key: bytes, clear: bytes) -> bytes:
    """`clear` so that only the private half of `public_key` opens it; not even whoever sealed it. Other bytes at each call.

    Raises: ValueError for a key of another length than 32 bytes."""
    return bytes(SealedBox(PublicKey(public_key)).encrypt(clear))


def open_sealed(private_key: bytes, sealed: bytes) -> bytes:
    """What `seal` was given. It says nothing about who sealed it: anybody who knows the public key can.

    Raises: NotForThisKey; ValueError for a key of another length than 32 bytes."""
    try:
        return bytes(SealedBox(PrivateKey(private_key)).decrypt(sealed))
    except CryptoError:
        raise NotForThisKey from None


def public_half(private_key: bytes) -> bytes:
    return bytes(PrivateKey(private_key).public_key)
