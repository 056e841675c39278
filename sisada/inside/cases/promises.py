"""By when a report is answered. Pure rules: no clock, no database; which days are closed is handed in.

A promise in working days is kept until the midnight that ends its day in the office's zone; one in hours until its instant. The day on
which something was received does not count, whatever the hour. Days on which the office waits for the reporter's answer count in no
outcome."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sisada.foundation.working_days import add_working_days, is_working_day

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Terms:
    """What the dated rules promise: working days for the first answer and the outcome, hours for danger and for an objection."""

    first_answer_days: int
    outcome_days: int
    danger_hours: int
    objection_hours: int


@dataclass(frozen=True)
class Pause:
    """The reporter was asked on `since` and answered on `until`; both are days in the office's zone."""

    since: date
    until: date

    def covers(self, day: date) -> bool:
        """The day of the question still counts, that of the answer no longer: it came too late to work on."""
        return self.since < day <= self.until


def first_answer_due(received_on: date, *, terms: Terms, closed: frozenset[date]) -> date:
    """The last day for a first answer: so many working days after the report came in."""
    return add_working_days(received_on, terms.first_answer_days, holidays=closed)


def outcome_due(received_on: date, *, terms: Terms, closed: frozenset[date], pauses: Sequence[Pause] = ()) -> date:
    """The last day for the outcome: so many working days that were not a pause. `pauses`: those that have ended."""
    day, left = received_on, terms.outcome_days
    while left:
        day += _DAY
        if is_working_day(day, closed) and not any(pause.covers(day) for pause in pauses):
            left -= 1
    return day


def due_at(received_at: datetime, *, kind: str, danger: bool, terms: Terms) -> datetime | None:
    """The instant until which a promise in hours holds: an answer where somebody is in danger, the outcome of an objection.
    None: this report has none. Source: Law 27/2022 art. 30 (3 x 24 hours)."""
    if kind == "objection":
        return received_at + timedelta(hours=terms.objection_hours)
    return received_at + timedelta(hours=terms.danger_hours) if danger else None
