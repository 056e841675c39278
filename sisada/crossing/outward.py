"""Carry what waits inside to the outside: out first, then marked. A kill between the two carries the row again, and the outside
takes it once, since its id was made inside."""

import logging
from collections.abc import Iterator
from typing import Any, NamedTuple
from uuid import UUID

import psycopg
from psycopg import Connection, sql
from psycopg.types.json import Jsonb

from sisada.crossing.aside import Aside, is_the_rows_fault
from sisada.crossing.destinations import DESTINATIONS, OUTGOING, Destination

logger = logging.getLogger("sisada.crossing")
ROWS_AT_ONCE = 100
Side = Connection[Any]

# By id and never by a watermark: rows become visible in the order of commits, not of ids or instants.
WAITING = sql.SQL(
    "select id, kind, body from {} where carried_at is null and kind = any(%s) and id <> all(%s) order by made_at, id limit %s"
)
# Marking and sweeping are functions beside the table: this process may do nothing else to what waits.
MARK = sql.SQL("select {}(%s)")
SWEEP = sql.SQL("select {}()")
PUT = sql.SQL("insert into {table} ({columns}) select {columns} from jsonb_populate_record(null::{table}, %s) on conflict do nothing")


class Waiting(NamedTuple):
    id: UUID
    kind: str
    body: dict[str, Any]


def carry(inside: Side, outside: Side, *, aside: Aside) -> int:
    """Carry what waits, at most 100 rows of each capability; how many now stand outside. Both connections in autocommit.

    Raises: psycopg.OperationalError when a side is away; then nothing is marked, and all of it goes again."""
    return sum(_carry_from(table, inside, outside, aside) for table in OUTGOING)


def _carry_from(table: str, inside: Side, outside: Side, aside: Aside) -> int:
    asked = [list(DESTINATIONS), aside.now(), ROWS_AT_ONCE]
    rows = [Waiting(*row) for row in inside.execute(WAITING.format(sql.Identifier(table)), asked).fetchall()]
    if not rows:
        return 0
    with outside.transaction():
        arrived = list(_put_all(rows, outside, aside))
    inside.execute(MARK.format(sql.Identifier(f"{table}_carried")), [arrived])  # they are durable outside now
    return len(arrived)


def _put_all(rows: list[Waiting], outside: Side, aside: Aside) -> Iterator[UUID]:
    """The ids of those that the outside took. A row that it cannot take is told of and must not hold up the others."""
    for row in rows:
        try:
            with outside.transaction():
                outside.execute(_put(DESTINATIONS[row.kind]), [Jsonb(row.body)])
        except psycopg.Error as error:
            if not is_the_rows_fault(error):
                raise
            aside.put(row.id)
            logger.error("Row %s (%s) cannot be taken outside: %s.", row.id, row.kind, type(error).__name__)  # noqa: TRY400 - the trace would say no more
        else:
            aside.forget(row.id)
            yield row.id


def _put(destination: Destination) -> sql.Composed:
    return PUT.format(
        table=sql.Identifier(destination.table), columns=sql.SQL(", ").join(sql.Identifier(name) for name in destination.columns)
    )


def sweep(inside: Side) -> None:
    """Delete what was carried over a week ago."""
    for table in OUTGOING:
        inside.execute(SWEEP.format(sql.Identifier(f"{table}_sweep")))
