"""By when a report is answered, at the edges: weekends, holidays, a leap day, midnight in Jakarta, a question to the reporter."""

from datetime import UTC, date, datetime, timedelta

import pytest

from sisada.foundation.clock import office_date
from sisada.inside.cases.promises import Pause, Terms, due_at, first_answer_due, outcome_due

TERMS = Terms(first_answer_days=2, outcome_days=5, danger_hours=2, objection_hours=72)
NONE: frozenset[date] = frozenset()

MONDAY, FRIDAY, SATURDAY = date(2026, 11, 23), date(2026, 11, 27), date(2026, 11, 28)
EDGES = [
    (MONDAY, NONE, date(2026, 11, 25), date(2026, 11, 30)),
    (FRIDAY, NONE, date(2026, 12, 1), date(2026, 12, 4)),
    (SATURDAY, NONE, date(2026, 12, 1), date(2026, 12, 4)),  # as if it had come on Friday evening: neither day counts
    (MONDAY, frozenset({date(2026, 11, 24)}), date(2026, 11, 26), date(2026, 12, 1)),
    (MONDAY, frozenset({MONDAY}), date(2026, 11, 25), date(2026, 11, 30)),  # the day it came in counts in no case
    (date(2026, 12, 23), frozenset({date(2026, 12, 24), date(2026, 12, 25), date(2027, 1, 1)}), date(2026, 12, 29), date(2027, 1, 4)),
    (date(2028, 2, 28), NONE, date(2028, 3, 1), date(2028, 3, 6)),  # the leap day is a Tuesday
]


@pytest.mark.parametrize(("received", "closed", "first", "outcome"), EDGES)
def test_promises_are_counted_in_working_days_after_the_day_of_receipt(
    received: date, closed: frozenset[date], first: date, outcome: date
) -> None:
    assert first_answer_due(received, terms=TERMS, closed=closed) == first
    assert outcome_due(received, terms=TERMS, closed=closed) == outcome


def test_the_day_of_receipt_is_the_offices_not_that_of_utc() -> None:
    last_minute = datetime(2026, 11, 23, 16, 59, tzinfo=UTC)  # 23:59 in Jakarta
    assert first_answer_due(office_date(last_minute), terms=TERMS, closed=NONE) == date(2026, 11, 25)
    assert first_answer_due(office_date(last_minute + timedelta(minutes=1)), terms=TERMS, closed=NONE) == date(2026, 11, 26)


PAUSES = [
    ([], 30),
    ([Pause(date(2026, 11, 23), date(2026, 11, 24))], 31),  # one working day
    ([Pause(date(2026, 11, 24), date(2026, 11, 24))], 30),  # asked and answered on one day
    ([Pause(date(2026, 11, 27), date(2026, 11, 29))], 30),  # over a weekend
    ([Pause(date(2026, 11, 23), date(2026, 11, 24)), Pause(date(2026, 11, 25), date(2026, 11, 26))], 32),
    ([Pause(date(2026, 11, 23), date(2026, 11, 25)), Pause(date(2026, 11, 24), date(2026, 11, 26))], 33),  # what overlaps counts once
]


@pytest.mark.parametrize(("pauses", "november"), PAUSES)
def test_days_on_which_the_reporter_was_asked_count_in_no_outcome(pauses: list[Pause], november: int) -> None:
    assert outcome_due(MONDAY, terms=TERMS, closed=NONE, pauses=pauses) == date(2026, 10, 31) + timedelta(days=november)


def test_a_day_declared_closed_late_moves_a_promise_by_one_working_day_or_by_none() -> None:
    before = outcome_due(MONDAY, terms=TERMS, closed=NONE)
    assert before == date(2026, 11, 30)
    assert outcome_due(MONDAY, terms=TERMS, closed=frozenset({before})) == date(2026, 12, 1)
    assert outcome_due(MONDAY, terms=TERMS, closed=frozenset({before + timedelta(days=1)})) == before


def test_danger_and_objections_have_a_clock_in_hours_that_knows_no_weekend() -> None:
    received = datetime(2026, 11, 27, 20, 0, tzinfo=UTC)
    assert due_at(received, kind="activity", danger=True, terms=TERMS) == received + timedelta(hours=2)
    assert due_at(received, kind="objection", danger=False, terms=TERMS) == received + timedelta(days=3)
    assert due_at(received, kind="presence", danger=False, terms=TERMS) is None
