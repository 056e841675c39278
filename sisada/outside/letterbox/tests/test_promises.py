"""Working days from the outside's own calendar; an objection by the hour."""

import uuid
from datetime import UTC, date, datetime

import pytest

from sisada.outside.letterbox.promises import closed_days_after, objection_due, promise
from sisada.outside.letterbox.tests.conftest import Login

WEDNESDAY = datetime(2031, 1, 1, 4, 0, tzinfo=UTC)
THURSDAY, FRIDAY = date(2031, 1, 2), date(2031, 1, 3)
PUT = "insert into letterbox_holiday (id, day, name, kind, withdrawn, set_at) values (%s, %s, 'Cuti bersama', 'cuti-bersama', %s, %s)"


@pytest.mark.parametrize(
    ("received_at", "closed", "first", "outcome"),
    [
        (WEDNESDAY, [], date(2031, 1, 3), date(2031, 1, 8)),
        (WEDNESDAY, [THURSDAY], date(2031, 1, 6), date(2031, 1, 9)),
        (datetime(2031, 1, 1, 17, 0, tzinfo=UTC), [], date(2031, 1, 6), date(2031, 1, 9)),  # midnight in the office: already Thursday
        (datetime(2031, 1, 4, 4, 0, tzinfo=UTC), [], date(2031, 1, 7), date(2031, 1, 10)),  # a Saturday
    ],
)
def test_the_first_answer_is_promised_on_the_second_working_day_and_the_outcome_on_the_fifth(
    received_at: datetime, closed: list[date], first: date, outcome: date
) -> None:
    promised = promise(received_at, closed_days=frozenset(closed))
    assert (promised.first_answer_on, promised.outcome_on) == (first, outcome)


def test_an_objection_is_answered_within_three_times_24_hours_holidays_or_not() -> None:
    assert objection_due(WEDNESDAY) == datetime(2031, 1, 4, 4, 0, tzinfo=UTC)


@pytest.mark.usefixtures("at_the_street")
def test_the_newest_row_of_a_day_says_whether_it_is_closed(carrier: Login) -> None:
    for day, withdrawn, hour in ((THURSDAY, False, 1), (FRIDAY, False, 1), (FRIDAY, True, 2)):
        carrier.execute(PUT, [uuid.uuid4(), day, withdrawn, datetime(2030, 12, 1, hour, tzinfo=UTC)])
    assert closed_days_after(WEDNESDAY) == {THURSDAY}


@pytest.mark.usefixtures("at_the_street")
def test_a_day_before_the_report_or_long_after_it_is_not_asked_for(carrier: Login) -> None:
    for day in (date(2032, 2, 28), date(2032, 7, 1)):
        carrier.execute(PUT, [uuid.uuid4(), day, False, datetime(2030, 12, 1, tzinfo=UTC)])
    assert closed_days_after(datetime(2032, 3, 1, 4, 0, tzinfo=UTC)) == frozenset()
