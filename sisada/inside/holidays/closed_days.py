"""The closed days that count today, for rules that take them as an argument (foundation/working_days.py)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db import connection
from psycopg.rows import class_row


class Kind(StrEnum):
    PUBLIC = "public"
    CUTI_BERSAMA = "cuti-bersama"


@dataclass(frozen=True)
class ClosedDay:
    id: UUID
    day: date
    name: str
    kind: Kind
    source: str
    set_by: UUID | None  # None: from the library


def closed_days(since: date, until: date) -> frozenset[date]:
    """Both ends included; Saturdays and Sundays are nobody's declaration and not in it."""
    with connection.cursor() as cursor:
        cursor.execute("select day from holidays_in_force where day between %s and %s", [since, until])
        return frozenset(day for (day,) in cursor.fetchall())


def closed_days_around(year: int) -> frozenset[date]:
    """Of a year, the one before and the one after: windows reach over New Year."""
    return closed_days(date(year - 1, 1, 1), date(year + 1, 12, 31))


def declared(since: date, until: date) -> list[ClosedDay]:
    """With their names, the earliest first."""
    with connection.cursor() as cursor:
        cursor.cursor.row_factory = class_row(ClosedDay)
        cursor.execute(
            "select id, day, name, kind, source, set_by from holidays_in_force where day between %s and %s order by day", [since, until]
        )
        return [*cursor.fetchall()]
