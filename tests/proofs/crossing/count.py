"""After the blows: what was told to be stored against what stands on the other side, by id and byte by byte."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import Connection

from tests.proofs.crossing.places import Places

Row = tuple[Any, ...]
INSIDE = "select id, thread, digest, sealed, parts, received_at from cases_inbox"
# Each with its key first and then its kind, as the office's writer remembers it.
OUTSIDE = (
    "select id, 'letterbox-box', id, thread, author, sealed, made_at from letterbox_box where author = 'office'",
    "select id, 'letterbox-thread', id, code_index, reporter_key from letterbox_thread where id = any(%(keys)s)",
    "select thread, 'letterbox-thread-end', thread, ended_at from letterbox_thread_end",
    "select id, 'letterbox-holiday', id, day, name, kind, withdrawn, set_at from letterbox_holiday where id = any(%(keys)s)",
    "select key_id::uuid, 'audit-key', key_id, public_key from published_audit_key",
)
STILL_OUTSIDE = "select count(*) from letterbox_letter where carried_at is null"
STILL_INSIDE = """select (select count(*) from audit_outgoing where carried_at is null)
+ (select count(*) from holidays_outgoing where carried_at is null) + (select count(*) from cases_outgoing where carried_at is null)"""


@dataclass(frozen=True)
class Count:
    """One direction."""

    told: int
    stands: int
    lost: int
    never_told: int
    other_content: int

    @property
    def holds(self) -> bool:
        return self.told == self.stands > 0 and not (self.lost or self.never_told or self.other_content)


def compared(told: Mapping[uuid.UUID, Row], found: list[Row]) -> Count:
    stands = {row[0]: row[1:] for row in found}
    return Count(
        told=len(told),
        stands=len(found),  # more than `told` when something stands twice
        lost=len(told.keys() - stands.keys()),
        never_told=len(stands.keys() - told.keys()),
        other_content=sum(stands[key] != row for key, row in told.items() if key in stands),
    )


def letters(places: Places, told: Mapping[uuid.UUID, Row]) -> Count:
    with psycopg.connect(places.inside.admin) as inside:
        return compared(told, inside.execute(INSIDE).fetchall())


def words(places: Places, told: Mapping[uuid.UUID, Row]) -> Count:
    found: list[Row] = []
    with psycopg.connect(places.outside.admin) as outside:
        for statement in OUTSIDE:
            found += outside.execute(statement.encode(), {"keys": list(told)}).fetchall()
    return compared(told, found)


def waiting(inside: "Connection[Any]", outside: "Connection[Any]") -> int:
    """How many letters and words are still on their way."""
    return one(outside, STILL_OUTSIDE) + one(inside, STILL_INSIDE)


def one(connection: "Connection[Any]", statement: str) -> int:
    row = connection.execute(statement.encode()).fetchone()
    return int(row[0]) if row else 0
