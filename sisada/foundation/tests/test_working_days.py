"""Working days leave out week-ends and the holidays handed in, nothing else."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sisada.foundation.working_days import add_working_days, is_working_day, last_working_day_on_or_before

FRIDAY = date(2026, 11, 20)
CHRISTMAS = frozenset({date(2026, 12, 24), date(2026, 12, 25)})  # Thursday, cuti bersama, and Friday


@pytest.mark.parametrize(("days_after_friday", "works"), [(0, True), (1, False), (2, False), (3, True)])
def test_a_week_end_is_no_working_day(days_after_friday: int, works: bool) -> None:
    assert is_working_day(FRIDAY + timedelta(days=days_after_friday), frozenset()) is works


def test_a_holiday_is_no_working_day_and_counting_back_steps_over_it() -> None:
    assert not is_working_day(date(2026, 12, 24), CHRISTMAS)
    assert last_working_day_on_or_before(date(2026, 12, 27), CHRISTMAS) == date(2026, 12, 23)
    assert last_working_day_on_or_before(date(2026, 12, 23), CHRISTMAS) == date(2026, 12, 23)


@pytest.mark.parametrize(("count", "expected"), [(0, FRIDAY), (1, date(2026, 11, 23)), (5, date(2026, 11, 27)), (6, date(2026, 11, 30))])
def test_a_period_in_working_days_starts_after_its_first_day(count: int, expected: date) -> None:
    assert add_working_days(FRIDAY, count, holidays=frozenset()) == expected


def test_a_period_that_meets_a_holiday_ends_later() -> None:
    assert add_working_days(date(2026, 12, 23), 1, holidays=CHRISTMAS) == date(2026, 12, 28)


def test_working_days_are_not_counted_backwards() -> None:
    with pytest.raises(ValueError, match="forwards"):
        add_working_days(FRIDAY, -1, holidays=frozenset())


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(1, 30),
    st.frozensets(st.dates(date(2020, 1, 1), date(2030, 1, 1)), max_size=40),
)
def test_a_period_holds_as_many_working_days_as_it_says(day: date, count: int, holidays: frozenset[date]) -> None:
    end = add_working_days(day, count, holidays=holidays)
    between = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert sum(is_working_day(each, holidays) for each in between) == count
    assert is_working_day(end, holidays)
