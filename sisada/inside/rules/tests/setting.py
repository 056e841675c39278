"""Rows for these tests, written as the table's owner: proposing goes through the functions, and those know the day."""

import json
import uuid
from dataclasses import dataclass
from datetime import date

from django.db import connection

NAME = "audit.look-minutes"


@dataclass(frozen=True, kw_only=True)
class Written:
    value: int
    valid_from: date
    valid_until: date | None = None
    needs_second: bool = False
    by: uuid.UUID | None = None
    second: uuid.UUID | None = None  # None: nobody confirmed it
    withdrawn: bool = False


def write(row: Written, *, name: str = NAME, about: str = "") -> uuid.UUID:
    made = uuid.uuid4()
    with connection.cursor() as cursor:
        cursor.execute(
            """insert into rules_row (id, name, about, value, valid_from, valid_until, source, needs_second, set_by)
               values (%s, %s, %s, %s, %s, %s, 'uji', %s, %s)""",
            [made, name, about, json.dumps(row.value), row.valid_from, row.valid_until, row.needs_second, row.by],
        )
        if row.second:
            cursor.execute("insert into rules_confirmation (row, by) values (%s, %s)", [made, row.second])
        if row.withdrawn:
            cursor.execute("insert into rules_withdrawal (row, by) values (%s, %s)", [made, row.by or uuid.uuid4()])
    return made


def empty(name: str = NAME) -> None:
    """Without the rows that ship, so that a table of cases stands alone."""
    with connection.cursor() as cursor:
        cursor.execute("delete from rules_row where name = %s", [name])
