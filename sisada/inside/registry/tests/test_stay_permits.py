"""Days left and standing change on the days the law names."""

from datetime import UTC, date, datetime, timedelta

import pytest

from sisada.foundation.clock import office_date
from sisada.inside.registry.stay_permits import days_left, standing

LAST_DAY = date(2028, 2, 29)  # a leap day, on purpose
BY_DAYS_OVER = [(-1, "lawful"), (0, "lawful"), (1, "fee-due"), (59, "fee-due"), (60, "open"), (61, "removal")]


@pytest.mark.parametrize(("days_over", "expected"), BY_DAYS_OVER)
def test_standing_changes_on_the_days_the_law_names(days_over: int, expected: str) -> None:
    assert standing(LAST_DAY, LAST_DAY + timedelta(days=days_over), fee_limit_days=60) == expected


def test_the_last_lawful_day_has_no_day_left_after_it() -> None:
    assert [days_left(LAST_DAY, LAST_DAY + timedelta(days=n)) for n in (-1, 0, 1)] == [1, 0, -1]


def test_entry_and_exit_days_both_count() -> None:
    thirty_days_from_1_september = date(2026, 9, 30)
    assert days_left(thirty_days_from_1_september, date(2026, 9, 1)) + 1 == 30


def test_a_permit_ends_at_midnight_in_the_offices_zone_not_in_utc() -> None:
    last_minute = datetime(2028, 2, 29, 16, 59, tzinfo=UTC)  # 23:59 in Jakarta
    assert days_left(LAST_DAY, office_date(last_minute)) == 0
    assert days_left(LAST_DAY, office_date(last_minute + timedelta(minutes=1))) == -1
