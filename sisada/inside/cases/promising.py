"""Promises with the table's rules and the calendar's closed days: what a new report is promised, and what moves when a day closes late."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import ngettext

from sisada.foundation.clock import now, office_date
from sisada.foundation.working_days import is_working_day
from sisada.inside.cases import promises, words_out
from sisada.inside.cases.promises import Pause, Terms
from sisada.inside.cases.refusals import call
from sisada.inside.holidays.closed_days import closed_days_around
from sisada.inside.rules import read as rules


@dataclass(frozen=True)
class Promised:
    """What a report is promised when it arrives."""

    first_answer_due: date
    outcome_due: date
    due_at: datetime | None


def terms_on(day: date) -> Terms:
    """The dated rules in force on a day: what was promised then stays promised."""
    names = ("first-answer-days", "outcome-days", "danger-hours", "objection-hours")
    return Terms(*(int(rules.value(f"cases.{name}", on=day)) for name in names))


def on_arrival(received_at: datetime, *, kind: str, danger: bool) -> Promised:
    day = office_date(received_at)
    terms, closed = terms_on(day), closed_days_around(day.year)
    return Promised(
        first_answer_due=promises.first_answer_due(day, terms=terms, closed=closed),
        outcome_due=promises.outcome_due(day, terms=terms, closed=closed),
        due_at=promises.due_at(received_at, kind=kind, danger=danger, terms=terms),
    )


def as_row(promised: Promised) -> dict[str, str | None]:
    """The same as columns of a case."""
    return {name: value.isoformat() if value else None for name, value in vars(promised).items()}


OPEN = """
select one.id, one.promised_from, array(select array[pause.since, pause.until] from cases_pause as pause
    where pause."case" = one.id and pause.until is not null order by pause.since)
from cases_case as one where one.state not in ('closed', 'waiting_reporter') and (%(case)s::uuid is null or one.id = %(case)s)
"""


def count_again(case: UUID | None = None) -> int:
    """Count the promises of one open case, or of all (None), anew: a reporter answered, or a day was declared closed. Reporters are told
    when theirs moved. How many did."""
    with connection.cursor() as cursor:
        cursor.execute(OPEN, {"case": case})
        found = cursor.fetchall()
    return sum(_move(one, began, pauses) for one, began, pauses in found)


def _move(case: UUID, began: datetime, pauses: list[list[datetime]]) -> bool:
    day = office_date(began)
    terms, closed = terms_on(day), closed_days_around(day.year)
    ended = [Pause(office_date(since), office_date(until)) for since, until in pauses]
    first = promises.first_answer_due(day, terms=terms, closed=closed)
    outcome = promises.outcome_due(day, terms=terms, closed=closed, pauses=ended)
    with transaction.atomic():
        moved = bool(call("cases_move_promise", case, first, outcome))
        if moved:
            words_out.tell_by_itself(case, words_out.word("promise_moved", promised_on=outcome, at=now()))
    return moved


MOVED = """
select count(*) from cases_case
where state <> 'closed' and promised_from < %(day)s
  and (first_answered_at is null and first_answer_due >= %(day)s or outcome_due >= %(day)s)
"""


def moved_by(day: date) -> str | None:
    """How many open reports would be answered later if this day were closed. None: none would."""
    with connection.cursor() as cursor:
        cursor.execute(MOVED, {"day": day})
        count = cursor.fetchone()[0]
    said = ngettext("{count} laporan masyarakat bergeser satu hari kerja.", "{count} laporan masyarakat bergeser satu hari kerja.", count)
    return said.format(count=count) if count and is_working_day(day, frozenset()) else None
