"""Whether the seal goes on, as somebody else than the sealer sees it. A seal that stands still loses nothing, but what happens meanwhile
is proven only once it goes on."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from psycopg.rows import class_row


@dataclass(frozen=True)
class LastSeal:
    """`sealed_until` None: there is nothing to seal yet."""

    sealed_until: datetime | None
    stands_still: bool


@dataclass(frozen=True)
class Standstill:
    """`ended_at` None: it goes on."""

    sealed_until: datetime
    noticed_at: datetime
    ended_at: datetime | None


def last_seal(at: datetime) -> LastSeal:
    with connection.cursor() as cursor:
        cursor.cursor.row_factory = class_row(LastSeal)
        cursor.execute("select * from oversight_last_seal(%s)", [at])
        found: LastSeal = cursor.fetchone()
        return found


def standstill(told: UUID) -> Standstill | None:
    """None: there is none of this id."""
    with connection.cursor() as cursor:
        cursor.cursor.row_factory = class_row(Standstill)
        cursor.execute("select * from oversight_standstill_told(%s)", [told])
        found: Standstill | None = cursor.fetchone()
        return found


def watch(at: datetime) -> None:
    """Tell every supervisor and admin in force that the seal stands still at this instant, or that it goes on again."""
    with connection.cursor() as cursor:
        cursor.execute("select oversight_watch_seal(%s)", [at])
