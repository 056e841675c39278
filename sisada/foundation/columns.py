"""Every column of a side is classified in one file (columns.toml): open, personal or closed.

open      the face's role may SELECT it (staff data, states, figures)
personal  about a foreign national, a sponsor or a reporter: read only through functions that require a committed look
closed    keys, hashes, counters of machinery: the owner, or a role that a grants.sql names
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from django.db import connection
from psycopg import sql


@dataclass(frozen=True)
class TableColumns:
    open: tuple[str, ...]
    personal: tuple[str, ...]
    closed: tuple[str, ...]

    def all(self) -> set[str]:
        return {*self.open, *self.personal, *self.closed}


def read(path: Path) -> dict[str, TableColumns]:
    rows = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        table: TableColumns(tuple(row.get("open", ())), tuple(row.get("personal", ())), tuple(row.get("closed", ())))
        for table, row in rows.items()
    }


def grant_open_columns(path: Path, readers: tuple[str, ...]) -> None:
    """Give the face's role SELECT on exactly the open columns. The file is the grant: a column moved to `personal` is
    taken back by the next migrate."""
    with connection.cursor() as cursor:
        for table, classes in read(path).items():
            for role in readers:
                names = sql.SQL(", ").join(map(sql.Identifier, sorted(classes.all())))
                revoke = sql.SQL("revoke select, select ({}) on {} from {}")
                cursor.execute(revoke.format(names, sql.Identifier(table), sql.Identifier(role)))
                if classes.open:
                    names = sql.SQL(", ").join(map(sql.Identifier, classes.open))
                    cursor.execute(sql.SQL("grant select ({}) on {} to {}").format(names, sql.Identifier(table), sql.Identifier(role)))
