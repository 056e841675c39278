"""Closed days from the kept library `holidays`: public days and cuti bersama of the office's calendar. Its legal source is the yearly joint
decree of three ministers; movable days of coming years it marks as estimated, and the office enters what the decree says when it comes."""

from collections.abc import Iterator
from datetime import date

import holidays as library
from django.db import connection

from sisada.foundation.clock import office_today
from sisada.foundation.office import office
from sisada.inside.holidays.closed_days import Kind

SOURCE = "Kalender bawaan, menurut SKB tiga menteri"  # the kept library; a day that the office declares names its own decree
CATEGORIES = {Kind.PUBLIC: "public", Kind.CUTI_BERSAMA: "government"}


def days_of(year: int) -> Iterator[tuple[date, str, Kind]]:
    """A day that is both is a public one."""
    seen: set[date] = set()
    for kind, category in CATEGORIES.items():
        for day, name in sorted(_of_the_library(year, category).items()):
            if day not in seen:
                seen.add(day)
                yield day, name, kind


def _of_the_library(year: int, category: str) -> dict[date, str]:
    """A calendar that knows no such category has no such days."""
    calendar = library.country_holidays(office().calendar, years=[year])
    if category not in calendar.supported_categories:
        return {}
    language = "id" if "id" in calendar.supported_languages else None
    return dict(library.country_holidays(office().calendar, years=[year], categories=(category,), language=language))


def ship() -> None:
    """Last year, this one and the two that follow, as far as a window of today reaches. May run again; nothing declared is changed."""
    this = office_today().year
    rows: list[list[date | str]] = [[day, name, kind, SOURCE] for year in range(this - 1, this + 3) for day, name, kind in days_of(year)]
    with connection.cursor() as cursor:
        cursor.executemany("select holidays_ship(%s, %s, %s, %s)", rows)
