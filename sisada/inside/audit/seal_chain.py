"""How a row becomes a link of the chain. Pure: no clock, no database, no chance. docs/seal.md says the same in words, for doing it by hand.

A row is hashed in two parts: what is personal under a salt of its own, and the rest together with that digest. So text and salt can
be deleted and the chain still holds, and nobody can guess the text from the digest.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

BEGINNING = bytes(32)  # the chain before the first row


@dataclass(frozen=True)
class Row:
    """A row to be sealed. Every column in PostgreSQL's own text (UTC, ISO dates, hex bytes); None: null."""

    kind: str
    key: str
    plain: Mapping[str, str | None]
    personal: Mapping[str, str | None]  # empty: this kind of row has nothing personal


@dataclass(frozen=True)
class Seal:
    number: int
    kind: str
    key: str
    personal_digest: bytes | None  # None: the row has nothing personal
    leaf: bytes
    chain: bytes


def canonical(columns: Mapping[str, str | None]) -> bytes:
    """One spelling for one row: JSON with keys in order, no spaces, UTF-8; null columns are left out."""
    present = {name: text for name, text in columns.items() if text is not None}
    return json.dumps(present, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def digest_of(personal: Mapping[str, str | None], salt: bytes) -> bytes:
    return hashlib.sha256(salt + canonical(personal)).digest()


def leaf_of(row: Row, personal_digest: bytes | None) -> bytes:
    return hashlib.sha256(canonical({"table": row.kind, **row.plain}) + (personal_digest or b"")).digest()


def linked(chain: bytes, *, number: int, row: Row, leaf: bytes) -> bytes:
    """The chain after this row. `number` goes in as eight bytes, the highest first. The row's name goes in beside its leaf: once
    the row is gone, nothing else says which row the seal was of."""
    name = canonical({"table": row.kind, "key": row.key})
    return hashlib.sha256(chain + number.to_bytes(8, "big") + name + leaf).digest()


def seal(row: Row, *, number: int, chain: bytes, salt: bytes) -> Seal:
    """The row's seal. `chain` is that of the seal before, or BEGINNING; `salt` counts only where there is something personal."""
    personal_digest = digest_of(row.personal, salt) if row.personal else None
    leaf = leaf_of(row, personal_digest)
    return Seal(number, row.kind, row.key, personal_digest, leaf, linked(chain, number=number, row=row, leaf=leaf))
