"""Until when the office promises to answer, as the public pages show it. Pure but for the table of closed days, which inside publishes.

Inside keeps its own clock by dated rules (pauses, late holidays); these are the days promised on receipt.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db import connection

from sisada.foundation.clock import office_date
from sisada.foundation.working_days import add_working_days

FIRST_ANSWER_DAYS: Final = 2
OUTCOME_DAYS: Final = 5
OBJECTION_HOURS: Final = 72
LOOK_AHEAD_DAYS: Final = 60  # five working days end within it, whatever holidays are declared


@dataclass(frozen=True)
class Promise:
    """Both days count whole, in the office's zone."""

    first_answer_on: date
    outcome_on: date
    at: datetime | None = None  # the very instant, where the law counts hours; None: until the end of those days


def promise(received_at: datetime, *, closed_days: frozenset[date]) -> Promise:
    """First answer within 2 working days, outcome within 5, the day of receipt not counted."""
    day = office_date(received_at)
    return Promise(
        first_answer_on=add_working_days(day, FIRST_ANSWER_DAYS, holidays=closed_days),
        outcome_on=add_working_days(day, OUTCOME_DAYS, holidays=closed_days),
    )


def promise_of(kind: str, received_at: datetime, *, closed_days: frozenset[date]) -> Promise:
    """What is promised on receipt of a letter of this kind. An objection is answered within hours, whatever days they are."""
    if kind != "objection":
        return promise(received_at, closed_days=closed_days)
    due = objection_due(received_at)
    return Promise(office_date(due), office_date(due), at=due)


def objection_due(received_at: datetime) -> datetime:
    """The instant until which an objection to personal data must be answered: hours, no working days.

    Source: Law 27/2022 art. 30(1)"""
    return received_at + timedelta(hours=OBJECTION_HOURS)


def closed_days_after(received_at: datetime) -> frozenset[date]:
    """The office's closed days that a promise made at `received_at` may meet."""
    first = office_date(received_at)
    with connection.cursor() as cursor:
        cursor.execute("select letterbox_closed_days(%s, %s)", [first, first + timedelta(days=LOOK_AHEAD_DAYS)])
        return frozenset(day for (day,) in cursor.fetchall())
