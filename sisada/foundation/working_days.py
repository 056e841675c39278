"""Working days of an office: Monday to Friday, except the holidays handed in (public ones and cuti bersama alike).

Pure: which days are holidays is a table that the yearly decree of three ministers fills, late changes included.
"""

from datetime import date, timedelta

_DAY = timedelta(days=1)
_SATURDAY = 5


def is_working_day(day: date, holidays: frozenset[date]) -> bool:
    return day.weekday() < _SATURDAY and day not in holidays


def last_working_day_on_or_before(day: date, holidays: frozenset[date]) -> date:
    while not is_working_day(day, holidays):
        day -= _DAY
    return day


def add_working_days(day: date, count: int, *, holidays: frozenset[date]) -> date:
    """The `count`-th working day after `day`; `day` itself does not count, so a period of one working day ends on the next one.
    With 0 it is `day`, whatever kind of day that is.

    Raises: ValueError for a negative count."""
    if count < 0:
        raise ValueError("Working days are counted forwards only.")
    for _ in range(count):
        day += _DAY
        while not is_working_day(day, holidays):
            day += _DAY
    return day
