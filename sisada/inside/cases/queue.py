"""The queue of the desk, in the order of what was promised: danger first, then the earliest promise. Nothing else orders it, and nothing of
what was said is in it: a report is read under a look."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg.rows import class_row

PAGE = 50


class Filter(StrEnum):
    UNREAD = "unread"  # nobody reviews it yet, or it was given back
    MINE = "mine"
    WAITING = "waiting"  # for the reporter
    SECOND = "second"  # for a second pair of eyes
    READY = "ready"  # decided and agreed; to be closed by hand
    CLOSED = "closed"


@dataclass(frozen=True)
class QueueRow:
    """One case as everybody at the desk may see it."""

    id: UUID
    number: str
    kind: str
    category: str | None
    danger: bool
    channel: str
    kelurahan: str | None
    photo_count: int
    received_at: datetime
    state: str
    promised_at: datetime | None  # by when the next answer is due; None: closed, or its reporter's turn
    first_answered_at: datetime | None
    closed_at: datetime | None
    outcome: str | None
    reopened_at: datetime | None
    reporter_pattern: bool
    version: int
    handler: UUID | None
    holder: UUID | None  # who holds it now; None: anybody may take it
    for_others: bool  # this officer may not handle it


QUEUE = """
with queue as (
    select one.id, one.number, one.kind, one.category, one.danger, one.channel, one.kelurahan, one.photo_count, one.received_at, one.state,
        cases_promised_at(one.id) as promised_at, one.first_answered_at, one.closed_at, one.outcome, one.reopened_at, one.reporter_pattern,
        one.version, one.handler, hold.officer as holder, one.id in (select cases_for_others(%(officer)s)) as for_others,
        row(not one.danger, coalesce(cases_promised_at(one.id), 'infinity'), one.received_at, one.id) as place
    from cases_case as one
    left join cases_hold as hold on hold."case" = one.id and hold.kind = 'handler' and hold.ended_at is null
        and hold.until > clock_timestamp()
    where one.merged_into is null and one.kind <> 'discrepancy' and one.state = any (%(states)s))
"""
ROWS = f"{QUEUE} select {', '.join(QueueRow.__dataclass_fields__)} from queue"  # noqa: S608 - our own columns' names
OPEN = ("new", "reviewing", "waiting_reporter", "awaiting_second", "ready")
STATES: dict[Filter, tuple[str, ...]] = {
    Filter.UNREAD: ("new", "reviewing"),
    Filter.MINE: ("reviewing", "waiting_reporter", "ready"),
    Filter.WAITING: ("waiting_reporter",),
    Filter.SECOND: ("awaiting_second",),
    Filter.READY: ("ready",),
    Filter.CLOSED: ("closed",),
}
MORE = {Filter.UNREAD: "holder is null", Filter.MINE: "holder = %(officer)s"}


def waiting(filtered: Filter, *, officer: UUID, after: UUID | None = None) -> list[QueueRow]:
    """One page of what this filter shows, the most pressing first (of the closed ones the newest); `after`: the last of the page before."""
    if filtered is Filter.CLOSED:
        return _closed(officer, after)
    further = "place > (select last.place from queue as last where last.id = %(after)s)" if after else "true"
    statement = f"{ROWS} where {MORE.get(filtered, 'true')} and {further} order by place limit {PAGE}"
    return _rows(statement, {"officer": officer, "states": list(STATES[filtered]), "after": after})


def _closed(officer: UUID, after: UUID | None) -> list[QueueRow]:
    further = "(closed_at, id) < (select last.closed_at, last.id from cases_case as last where last.id = %(after)s)" if after else "true"
    statement = f"{ROWS} where {further} order by closed_at desc, id desc limit {PAGE}"
    return _rows(statement, {"officer": officer, "states": list(STATES[Filter.CLOSED]), "after": after})


def one(case: UUID, *, officer: UUID) -> QueueRow | None:
    """One case as the queue shows it. None: there is none, or it was merged."""
    found = _rows(f"{ROWS} where id = %(case)s", {"officer": officer, "states": [*OPEN, "closed"], "case": case})
    return found[0] if found else None


COUNTS = """
select count(*) filter (where state in ('new', 'reviewing') and holder is null), count(*) filter (where holder = %(officer)s),
    count(*) filter (where state = 'waiting_reporter'), count(*) filter (where state = 'awaiting_second'),
    count(*) filter (where state = 'ready'),
    count(*) filter (where promised_at <= clock_timestamp()), count(*) filter (where danger and first_answered_at is null)
from queue
"""


@dataclass(frozen=True)
class Counts:
    unread: int
    mine: int
    waiting: int
    second: int
    ready: int
    late: int  # a promise is past, in whatever state
    danger: int  # of people in danger, and nobody answered yet: a lane with its own figure


def counts(*, officer: UUID) -> Counts:
    """How many open cases each filter shows."""
    with connection.cursor() as cursor:
        cursor.execute(f"{QUEUE} {COUNTS}", {"officer": officer, "states": list(OPEN)})
        return Counts(*cursor.fetchone())


def _rows(statement: str, values: dict[str, Any]) -> list[QueueRow]:
    with connection.cursor() as cursor:
        cursor.cursor.row_factory = class_row(QueueRow)
        cursor.execute(statement, values)
        return list(cursor.fetchall())
