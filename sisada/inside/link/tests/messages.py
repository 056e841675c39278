"""pgoutput messages built by hand, byte for byte as the protocol's documentation lists them."""

import struct
from collections.abc import Iterable, Sequence

from sisada.inside.link.pgoutput import UNCHANGED, Value


def begin(final_lsn: int, microseconds: int = 0) -> bytes:
    return b"B" + struct.pack("!QqI", final_lsn, microseconds, 7)


def commit(commit_lsn: int, end_lsn: int, microseconds: int = 0) -> bytes:
    return b"C" + struct.pack("!BQQq", 0, commit_lsn, end_lsn, microseconds)


def relation(relation_id: int, table: str, columns: Iterable[tuple[str, int, bool]], *, schema: str = "public") -> bytes:
    described = [struct.pack("!B", in_key) + name.encode() + b"\0" + struct.pack("!Ii", oid, -1) for name, oid, in_key in columns]
    head = b"R" + struct.pack("!I", relation_id) + schema.encode() + b"\0" + table.encode() + b"\0d"
    return head + struct.pack("!H", len(described)) + b"".join(described)


def values(row: Sequence[Value]) -> bytes:
    return struct.pack("!H", len(row)) + b"".join(map(_value, row))


def insert(relation_id: int, new: Sequence[Value]) -> bytes:
    return b"I" + struct.pack("!I", relation_id) + b"N" + values(new)


def update(relation_id: int, new: Sequence[Value], *, old: Sequence[Value] | None = None, old_kind: bytes = b"K") -> bytes:
    return b"U" + struct.pack("!I", relation_id) + (old_kind + values(old) if old is not None else b"") + b"N" + values(new)


def delete(relation_id: int, old: Sequence[Value], *, old_kind: bytes = b"K") -> bytes:
    return b"D" + struct.pack("!I", relation_id) + old_kind + values(old)


def truncate(*relation_ids: int) -> bytes:
    return b"T" + struct.pack(f"!IB{len(relation_ids)}I", len(relation_ids), 0, *relation_ids)


def origin(name: str) -> bytes:
    return b"O" + struct.pack("!Q", 9) + name.encode() + b"\0"


def type_(oid: int, name: str) -> bytes:
    return b"Y" + struct.pack("!I", oid) + b"public\0" + name.encode() + b"\0"


def _value(value: Value) -> bytes:
    if value is None:
        return b"n"
    if value is UNCHANGED:
        return b"u"
    return b"t" + struct.pack("!I", len(value.encode())) + value.encode()
