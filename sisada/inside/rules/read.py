"""What the table of rules says. Only rows that count come out: confirmed where two persons are needed, and not withdrawn."""

from datetime import date
from typing import Any

from django.db import connection
from psycopg.rows import class_row
from psycopg.types.json import JsonbLoader

from sisada.inside.rules.dated_rows import DatedRow

_COUNTED = """
select id, name, about, value, valid_from, valid_until, source, set_by, set_at from rules_counted
where starts_with(name, %s) order by name, about, valid_from, set_by is not null, set_at, id
"""


class NoRuleInForce(LookupError):  # noqa: N818 - it names what is missing
    """No row is in force on the day asked for: somebody must fill the hole."""


def rows(prefix: str) -> tuple[DatedRow, ...]:
    """Every row whose name begins with `prefix` ("registry."), past and coming ones too; of equal ones the one that counts stands last."""
    with connection.cursor() as cursor:
        cursor.cursor.adapters.register_loader("jsonb", JsonbLoader)
        cursor.cursor.row_factory = class_row(DatedRow)
        cursor.execute(_COUNTED, [prefix])
        return tuple(cursor.fetchall())


def value(name: str, *, on: date, about: str = "") -> Any:
    """What a rule says on a day, as JSON.

    Raises: NoRuleInForce."""
    with connection.cursor() as cursor:
        cursor.cursor.adapters.register_loader("jsonb", JsonbLoader)
        cursor.execute("select rules_value(%s, %s, %s)", [name, about, on])
        found = cursor.fetchone()[0]
    if found is None:
        raise NoRuleInForce(f"{name} {about} has no row on {on}.")
    return found
