"""Rows into the database by COPY in text form: a batch of persons a time, so that memory stays bounded."""

from collections.abc import Iterable
from functools import lru_cache

from psycopg import Cursor, sql

from demo.directorate.rows import COLUMNS, Rows


def copy_batch(cursor: Cursor, batch: Iterable[Rows]) -> None:
    """Writes all rows of `batch`, table by table."""
    held = list(batch)
    for table in COLUMNS:
        lines = [_line(row) for rows in held for row in getattr(rows, table)]
        if lines:
            _copy(cursor, table, "".join(lines))


def _copy(cursor: Cursor, table: str, text: str) -> None:
    columns = sql.SQL(", ").join(map(sql.Identifier, COLUMNS[table]))
    statement = sql.SQL("copy {} ({}) from stdin").format(sql.Identifier(table), columns)
    with cursor.copy(statement) as copy:
        copy.write(text)


def _line(row: tuple[object, ...]) -> str:
    """Our own lists hold no tab, line end or backslash (a test says so); bytes are photos."""
    return "\t".join(["\\N" if value is None else _hex(value) if isinstance(value, bytes) else str(value) for value in row]) + "\n"


@lru_cache(maxsize=1024)
def _hex(image: bytes) -> str:
    """Few hundred faces serve everybody."""
    return f"\\\\x{image.hex()}"
