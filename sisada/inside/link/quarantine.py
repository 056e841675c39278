"""Rows of the source that our side could not take: held by table, key and rule, so that their neighbours flow."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from psycopg import Connection, Error

from sisada.inside.link.folding import Refusal
from sisada.inside.link.mirrored_table import Table

Held = tuple[str, str]  # the source's table and key


def open_rows(connection: Connection) -> frozenset[Held]:
    return frozenset(connection.execute("select upstream_table, upstream_key from link_quarantine where closed_at is null").fetchall())


def hold(connection: Connection, refusals: Sequence[Refusal], *, at: datetime) -> None:
    """A row that is held already keeps the day it was first seen, and gets its newest rule."""
    for refusal in refusals:
        connection.execute(
            "insert into link_quarantine (upstream_table, upstream_key, rule, position, first_seen_at) values (%s, %s, %s, %s, %s)"
            " on conflict (upstream_table, upstream_key) where closed_at is null"
            " do update set rule = excluded.rule, position = excluded.position",
            [refusal.table.theirs, refusal.key, refusal.rule, refusal.position, at],
        )


def close(connection: Connection, table: Table, mended: Iterable[Held], *, at: datetime) -> None:
    """The source has sent a good row with this key, or has removed it."""
    keys = [key for _, key in mended]
    if keys:
        connection.execute(
            "update link_quarantine set closed_at = %s where closed_at is null and upstream_table = %s and upstream_key = any(%s)",
            [at, table.theirs, keys],
        )


def rule_broken(error: Error, table: Table) -> str:
    """The SQLSTATE with our column or constraint: the message itself may quote the value."""
    named = error.diag.constraint_name or error.diag.column_name or _column_in(error.diag.context, table)
    return f"{error.sqlstate}: {named}" if named else str(error.sqlstate)


def _column_in(context: str | None, table: Table) -> str | None:
    """COPY names the column in its context, followed by the value; only a name that is ours is taken from it."""
    _, _, after = (context or "").partition(", column ")
    name = after.partition(":")[0]
    return name if name in table.our_index else None
