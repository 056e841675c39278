"""Rows that come with a release: each capability's `shipped_rules.toml`. `load_rules` puts them into the table, once each."""

import json
import tomllib
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.base import CommandError
from django.db import connection

from sisada.foundation.office import office
from sisada.inside.rules.dated_rows import DatedRow
from sisada.inside.rules.declared import Rule

_NAMESPACE = uuid.UUID("0d0b6e2e-8a4f-5c1f-9a38-5d2f0f5f3c11")
_BEFORE_ALL = datetime(2011, 5, 5, tzinfo=UTC)  # any one time will do: shipped rows about the same never begin together


def read(path: Path) -> tuple[DatedRow, ...]:
    """The rows of one file, in its order.

    Raises: KeyError or tomllib.TOMLDecodeError when the file is malformed; the migration stops there."""
    return tuple(_row(row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["rule"])


def _row(row: dict[str, Any]) -> DatedRow:
    about = row.get("about", "")
    return DatedRow(
        id=uuid.uuid5(_NAMESPACE, f"{row['name']}:{about}:{row['valid_from']}"),
        name=row["name"],
        about=about,
        value=row["value"],
        valid_from=row["valid_from"],
        valid_until=row.get("valid_until"),
        source=row["source"],
        set_at=_BEFORE_ALL,
    )


def read_all() -> tuple[DatedRow, ...]:
    ours = [Path(app.path) / "shipped_rules.toml" for app in apps.get_app_configs() if app.name.startswith("sisada.")]
    return tuple(row for path in ours if path.exists() for row in read(path))


def load(rules: Iterable[Rule], rows: Iterable[DatedRow]) -> None:
    """Let the database know the rules, the office's zone, and the rows that it does not hold yet. As the owner; may run again.

    Raises: CommandError when a row that is in the table was edited in its file: a change is a new row with its own start."""
    _declare(list(rules))
    _write_zone()
    for row in rows:
        _insert_once(row)


def _declare(rules: list[Rule]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("delete from rules_declared where not name = any (%s)", [[rule.name for rule in rules]])
        cursor.executemany(
            """insert into rules_declared (name, abouts, needs_second, least, most) values (%s, %s, %s, %s, %s) on conflict (name) do update
               set abouts = excluded.abouts, needs_second = excluded.needs_second, least = excluded.least, most = excluded.most""",
            [[rule.name, list(rule.abouts), rule.two_persons, rule.reading.least, rule.reading.most] for rule in rules],
        )


def _write_zone() -> None:
    with connection.cursor() as cursor:
        cursor.execute("delete from rules_zone where zone <> %s", [str(office().zone)])
        cursor.execute("insert into rules_zone (zone) values (%s) on conflict do nothing", [str(office().zone)])


def _insert_once(row: DatedRow) -> None:
    value = json.dumps(row.value)
    with connection.cursor() as cursor:
        cursor.execute(
            """insert into rules_row (id, name, about, value, valid_from, valid_until, source, needs_second)
               values (%s, %s, %s, %s, %s, %s, %s, false) on conflict (id) do nothing""",
            [row.id, row.name, row.about, value, row.valid_from, row.valid_until, row.source],
        )
        same = "select from rules_row where id = %s and (value, valid_until, source) is not distinct from (%s::jsonb, %s::date, %s)"
        cursor.execute(same, [row.id, value, row.valid_until, row.source])
        if cursor.rowcount != 1:
            raise CommandError(f"{row.name} {row.about} from {row.valid_from} was changed where it ships. Add a row with a later start.")
