"""The SQL that the mapping's tables need, composed once. Names come from the mapping alone; values are always parameters."""

from collections.abc import Iterable
from functools import cache

from psycopg import sql

from sisada.inside.link.mirrored_table import Table


@cache
def make_arriving(table: Table) -> bytes:
    """The session's temporary table through which rows arrive: our columns without our rules, since a part of a row may come."""
    return _composed("create temp table if not exists {arriving} on commit delete rows as select {columns} from {ours} with no data", table)


@cache
def empty_arriving(table: Table) -> bytes:
    return _composed("delete from {arriving}", table)


@cache
def copy_arriving(table: Table, columns: tuple[str, ...]) -> bytes:
    return _composed("copy {arriving} ({columns}) from stdin", table, columns=columns)


@cache
def copy_in(table: Table) -> bytes:
    return _composed("copy {ours} ({columns}) from stdin", table)


@cache
def upsert(table: Table) -> bytes:
    """Versions guard: a newer row is never overwritten by an older one."""
    assignments = _assignments(table.our_columns, "excluded")
    return _composed(
        "insert into {ours} ({columns}) select {columns} from {arriving}"
        " on conflict (id) do update set {assignments} where {ours}.version <= excluded.version",
        table,
        assignments=assignments,
    )


@cache
def update(table: Table, columns: tuple[str, ...]) -> bytes:
    """For rows that come without their unchanged large values."""
    return _composed(
        "update {ours} as held set {assignments} from {arriving} as arriving"
        " where held.id = arriving.id and held.version <= arriving.version",
        table,
        assignments=_assignments(columns, "arriving"),
    )


@cache
def not_taken(table: Table) -> bytes:
    """After the write: rows of which the mirror holds a newer version (true), and rows that it does not hold at all (false)."""
    return _composed(
        "select arriving.upstream_key::text, held.id is not null"
        " from {arriving} as arriving left join {ours} as held on held.id = arriving.id"
        " where held.id is null or held.version > arriving.version",
        table,
    )


@cache
def remove(table: Table) -> bytes:
    return _composed("delete from {ours} where id = any(%s::uuid[])", table)


@cache
def owners(table: Table) -> bytes:
    return _composed("select id::text, person_id::text from {ours} where id = any(%s::uuid[])", table)


@cache
def count_theirs(table: Table) -> bytes:
    return _composed("select count(*) from {theirs}", table)


@cache
def copy_out(table: Table) -> bytes:
    return _composed("copy (select {their_columns} from {theirs}) to stdout", table)


def truncate(names: Iterable[str]) -> bytes:
    return sql.SQL("truncate {}").format(_list(names)).as_bytes(None)


def _composed(template: str, table: Table, *, columns: tuple[str, ...] | None = None, assignments: sql.Composable | None = None) -> bytes:
    return (
        sql.SQL(template)  # type: ignore[arg-type,unused-ignore]  # every template is a constant of this file
        .format(
            ours=sql.Identifier(table.ours),
            theirs=sql.Identifier("public", table.theirs),
            arriving=sql.Identifier(f"arriving_{table.ours}"),
            columns=_list(table.our_columns if columns is None else columns),
            their_columns=_list(table.their_columns),
            assignments=assignments or sql.SQL(""),
        )
        .as_bytes(None)
    )


def _assignments(columns: tuple[str, ...], source: str) -> sql.Composable:
    pairs = (sql.SQL("{} = {}").format(sql.Identifier(name), sql.Identifier(source, name)) for name in columns if name != "id")
    return sql.SQL(", ").join(pairs)


def _list(names: Iterable[str]) -> sql.Composable:
    return sql.SQL(", ").join(map(sql.Identifier, names))
