"""The words PostgreSQL's `pgoutput` plugin speaks, protocol version 1, as plain values. Pure: bytes in, one message out.

Source: PostgreSQL documentation, "Logical Replication Message Formats".
"""

import struct
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Final

POSTGRES_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)


class MalformedError(ValueError):
    """These bytes are no pgoutput message. Says where and why, never what a value was."""


class Unchanged(Enum):
    """A large value that the update did not touch; the source does not send it again."""

    UNCHANGED = "unchanged"


UNCHANGED: Final = Unchanged.UNCHANGED
Value = str | None | Unchanged
Values = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class RelationColumn:
    name: str
    type_oid: int
    in_key: bool


@dataclass(frozen=True, slots=True)
class Relation:
    """How the rows of one table will look until it is announced anew."""

    relation_id: int
    schema: str
    table: str
    columns: tuple[RelationColumn, ...]


@dataclass(frozen=True, slots=True)
class Begin:
    final_lsn: int  # where the transaction's commit record starts
    committed_at: datetime


@dataclass(frozen=True, slots=True)
class Commit:
    commit_lsn: int
    end_lsn: int  # where the next record may start
    committed_at: datetime


@dataclass(frozen=True, slots=True)
class Insert:
    relation_id: int
    new: Values


@dataclass(frozen=True, slots=True)
class Update:
    relation_id: int
    old: Values | None  # None: the key did not change and the source does not send old rows
    new: Values


@dataclass(frozen=True, slots=True)
class Delete:
    relation_id: int
    old: Values  # the key's columns; the others are null unless the source sends old rows whole


@dataclass(frozen=True, slots=True)
class Truncate:
    relation_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    name: str


@dataclass(frozen=True, slots=True)
class Type:
    type_oid: int
    name: str


Message = Relation | Begin | Commit | Insert | Update | Delete | Truncate | Origin | Type

_U16, _U32, _U64, _I64 = struct.Struct("!H"), struct.Struct("!I"), struct.Struct("!Q"), struct.Struct("!q")
_NULL, _TOAST, _TEXT = ord("n"), ord("u"), ord("t")


def decode(message: bytes) -> Message:
    """The one message these bytes are.

    Raises: MalformedError for an unknown kind, a length that does not fit, text that is not UTF-8, or bytes left over.
    """
    if not message:
        raise MalformedError("an empty message")
    reader = _READERS.get(message[0])
    if reader is None:
        raise MalformedError(f"unknown message kind {message[0]:#04x}")
    try:
        decoded, end = reader(message, 1)
    except (struct.error, IndexError) as short:
        raise MalformedError(f"a message of kind {chr(message[0])} ends too early") from short
    except UnicodeDecodeError:
        raise MalformedError(f"a message of kind {chr(message[0])} holds text that is not UTF-8") from None  # the cause would quote it
    if end != len(message):
        raise MalformedError(f"a message of kind {chr(message[0])} is {len(message)} bytes long, but ends after {end}")
    return decoded


def instant(microseconds: int) -> datetime:
    """The UTC instant of PostgreSQL's own count: microseconds since the year 2000. Raises: MalformedError beyond year 9999."""
    try:
        return POSTGRES_EPOCH + timedelta(microseconds=microseconds)
    except OverflowError as beyond:
        raise MalformedError("an instant outside the calendar") from beyond


def _begin(message: bytes, at: int) -> tuple[Begin, int]:
    return Begin(_U64.unpack_from(message, at)[0], instant(_I64.unpack_from(message, at + 8)[0])), at + 20  # 4 bytes of transaction id


def _commit(message: bytes, at: int) -> tuple[Commit, int]:
    lsns = _U64.unpack_from(message, at + 1)[0], _U64.unpack_from(message, at + 9)[0]
    return Commit(*lsns, instant(_I64.unpack_from(message, at + 17)[0])), at + 25


def _origin(message: bytes, at: int) -> tuple[Origin, int]:
    name, end = _text(message, at + 8)
    return Origin(name), end


def _type(message: bytes, at: int) -> tuple[Type, int]:
    _, after_schema = _text(message, at + 4)
    name, end = _text(message, after_schema)
    return Type(_U32.unpack_from(message, at)[0], name), end


def _relation(message: bytes, at: int) -> tuple[Relation, int]:
    schema, at_name = _text(message, at + 4)
    table, at_identity = _text(message, at_name)
    count = _U16.unpack_from(message, at_identity + 1)[0]
    end = at_identity + 3
    columns = []
    for _ in range(count):
        name, at_type = _text(message, end + 1)
        columns.append(RelationColumn(name, _U32.unpack_from(message, at_type)[0], bool(message[end] & 1)))
        end = at_type + 8  # 4 bytes of type modifier
    return Relation(_U32.unpack_from(message, at)[0], schema, table, tuple(columns)), end


def _insert(message: bytes, at: int) -> tuple[Insert, int]:
    _expect(message, at + 4, b"N")
    new, end = _values(message, at + 5)
    return Insert(_U32.unpack_from(message, at)[0], new), end


def _update(message: bytes, at: int) -> tuple[Update, int]:
    old, at_new = (None, at + 4) if message[at + 4] == ord("N") else _old(message, at + 4)
    _expect(message, at_new, b"N")
    new, end = _values(message, at_new + 1)
    return Update(_U32.unpack_from(message, at)[0], old, new), end


def _delete(message: bytes, at: int) -> tuple[Delete, int]:
    old, end = _old(message, at + 4)
    return Delete(_U32.unpack_from(message, at)[0], old), end


def _truncate(message: bytes, at: int) -> tuple[Truncate, int]:
    count = _U32.unpack_from(message, at)[0]
    if at + 5 + 4 * count > len(message):
        raise MalformedError("a message of kind T ends too early")
    return Truncate(struct.unpack_from(f"!{count}I", message, at + 5)), at + 5 + 4 * count


def _old(message: bytes, at: int) -> tuple[Values, int]:
    _expect(message, at, b"KO")
    return _values(message, at + 1)


def _values(message: bytes, at: int) -> tuple[Values, int]:
    """A row. The hot loop of the link: written flat, since a call for each value would cost more than the value."""
    count = _U16.unpack_from(message, at)[0]
    at += 2
    values: list[Value] = []
    for _ in range(count):
        kind = message[at]
        at += 1
        if kind == _TEXT:
            start = at + 4
            at = start + _U32.unpack_from(message, at)[0]
            if at > len(message):
                raise MalformedError("a value runs past the end of its message")
            values.append(message[start:at].decode())
        elif kind == _NULL:
            values.append(None)
        elif kind == _TOAST:
            values.append(UNCHANGED)
        else:
            raise MalformedError(f"unknown value kind {kind:#04x}")
    return tuple(values), at


def _text(message: bytes, at: int) -> tuple[str, int]:
    end = message.find(b"\0", at)
    if end < 0:
        raise MalformedError("a name without an end")
    return message[at:end].decode(), end + 1


def _expect(message: bytes, at: int, kinds: bytes) -> None:
    if message[at] not in kinds:
        raise MalformedError(f"unknown row kind {message[at]:#04x}")


_READERS: Final[dict[int, Callable[[bytes, int], tuple[Message, int]]]] = {
    ord("B"): _begin,
    ord("C"): _commit,
    ord("O"): _origin,
    ord("R"): _relation,
    ord("Y"): _type,
    ord("I"): _insert,
    ord("U"): _update,
    ord("D"): _delete,
    ord("T"): _truncate,
}
