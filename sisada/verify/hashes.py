"""The arithmetic of docs/seal.md, written a second time. Pure."""

from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

ZERO = b"\x00" * 32
_ESCAPED = {number: f"\\u{number:04x}" for number in range(32)} | {
    ord(sign): f"\\{letter}" for sign, letter in (('"', '"'), ("\\", "\\"), ("\b", "b"), ("\f", "f"), ("\n", "n"), ("\r", "r"), ("\t", "t"))
}


def spelled(pairs: Iterable[tuple[str, str | None]]) -> bytes:
    """{"a":"…","b":"…"}: names in order, nulls left out."""
    members = (f"{_quoted(name)}:{_quoted(text)}" for name, text in sorted(pairs) if text is not None)
    return ("{" + ",".join(members) + "}").encode("utf-8")


def _quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPED)}"'


def personal_digest(salt: bytes, pairs: Iterable[tuple[str, str | None]]) -> bytes:
    return sha256(salt + spelled(pairs)).digest()


def leaf(table: str, pairs: list[tuple[str, str | None]], digest: bytes | None) -> bytes:
    hashed = sha256(spelled([("table", table), *pairs]))
    hashed.update(digest or b"")
    return hashed.digest()


def next_chain(chain: bytes, *, number: int, table: str, key: str, leaf_: bytes) -> bytes:
    name = spelled([("key", key), ("table", table)])
    return sha256(b"".join((chain, number.to_bytes(8, byteorder="big", signed=False), name, leaf_))).digest()


def head_message(
    *, number: int, count: int, chain: bytes, complete_until: datetime, signed_at: datetime, previous: bytes, key_id: str
) -> bytes:
    lines = [
        "sisada audit checkpoint 1",
        f"number {number}",
        f"count {count}",
        f"chain {chain.hex()}",
        f"complete-until {_written(complete_until)}",
        f"signed-at {_written(signed_at)}",
        f"previous {previous.hex()}",
        f"key {key_id}",
    ]
    return ("\n".join(lines) + "\n").encode("ascii")


def endorsement_message(*, public_key: bytes, endorsed_by: str, last_number: int, last_hash: bytes) -> bytes:
    lines = [
        "sisada audit key 1",
        f"key {public_key.hex()}",
        f"endorsed-by {endorsed_by}",
        f"last-number {last_number}",
        f"last-hash {last_hash.hex()}",
    ]
    return ("\n".join(lines) + "\n").encode("ascii")


def _written(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def head_hash(message: bytes, signature: bytes) -> bytes:
    return sha256(message + signature).digest()


def key_id(public_key: bytes) -> str:
    return sha256(public_key).hexdigest()[:32]


def is_signed(message: bytes, signature: bytes, public_key: bytes) -> bool:
    try:
        VerifyKey(public_key).verify(message, signature)
    except (BadSignatureError, ValueError):
        return False
    return True
