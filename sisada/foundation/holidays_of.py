"""The days on which the office is closed, from the kept library `holidays`: public days and cuti bersama of the office's calendar."""

from datetime import date
from functools import cache

import holidays

from sisada.foundation.office import office


@cache
def holidays_of(year: int) -> frozenset[date]:
    """All closed days of a year, of the year before and the year after: windows reach over New Year.

    The legal source is the yearly joint decree of three ministers; the library marks movable days of coming years as estimated."""
    years = [year - 1, year, year + 1]
    days: dict[date, str] = holidays.country_holidays(office().calendar, years=years, categories=("public", "government"))
    return frozenset(days)
