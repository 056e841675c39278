"""The rows against their seals: none changed, none gone, none added later and dated back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from psycopg import Connection, sql

from sisada.verify import hashes
from sisada.verify.checkpoints import TOLERANCE_S, Timeline
from sisada.verify.findings import Code, Report
from sisada.verify.tables import Audited

BLANK = {None, "null", "{}"}  # what erasing leaves of a column
COLUMNS = "select attname from pg_attribute where attrelid = %s::regclass and attnum > 0 and not attisdropped order by attname"
READ = sql.SQL(
    """select seal.number, seal.key, seal.personal_digest, seal.leaf, salt.salt,
        exists (select from audit_erasure as erasure where erasure.kind = {name} and erasure.row_key = seal.key),
        held.{key}::text, extract(epoch from held.{at})::float8, {columns}
    from (select * from audit_seal where kind = {name}) as seal
    left join audit_salt as salt on salt.number = seal.number
    full join {table} as held on held.{key}::text = seal.key"""
)


@dataclass(frozen=True)
class Pair:
    """A seal and its row; either may be missing."""

    number: int | None
    digest: bytes | None
    leaf: bytes | None
    salt: bytes | None
    erased: bool
    key: str
    at: float | None  # None: there is a seal, but no row
    plain: list[tuple[str, str | None]]
    personal: list[tuple[str, str | None]]


def check(connection: "Connection[Any]", table: Audited, timeline: Timeline, report: Report) -> int:
    """How many rows wait for their seal: written after the last checkpoint, so not missing it."""
    waiting = 0
    for pair in _pairs(connection, table):
        if pair.number is None:
            waiting += _check_unsealed(pair, table, timeline, report)
        elif pair.at is None:
            _check_gone(pair, table, report)
        else:
            _check_content(pair, table, report)
            _check_time(pair, table, timeline, report)
    return waiting


def _pairs(connection: "Connection[Any]", table: Audited) -> Iterator[Pair]:
    names = [name for (name,) in connection.execute(COLUMNS, [table.name]) if name not in table.derived]
    columns = sql.SQL(", ").join(sql.SQL("held.{}::text").format(sql.Identifier(name)) for name in names)
    query = READ.format(
        name=table.name, table=sql.Identifier(table.name), key=sql.Identifier(table.key), at=sql.Identifier(table.at), columns=columns
    )
    with connection.cursor(name="rows") as cursor:
        cursor.itersize = 5_000
        for number, seal_key, digest, leaf, salt, erased, key, at, *texts in cursor.execute(query):
            pairs = list(zip(names, texts, strict=True))
            plain = [pair for pair in pairs if pair[0] not in table.personal]
            personal = [pair for pair in pairs if pair[0] in table.personal]
            yield Pair(number, digest, leaf, salt, erased, seal_key or key, at, plain, personal)


def _check_unsealed(pair: Pair, table: Audited, timeline: Timeline, report: Report) -> int:
    if pair.at is not None and timeline.complete is not None and pair.at < timeline.complete - TOLERANCE_S:
        report.find(Code.UNSEALED, key=pair.key, table=table.name, at=pair.at, complete=timeline.complete)
        return 0
    return 1


def _check_gone(pair: Pair, table: Audited, report: Report) -> None:
    """Also one whose erasure is on record: erasing takes what a row says of a person, never the row."""
    report.find(Code.ROW_GONE, key=pair.key, table=table.name, number=pair.number)


def _check_content(pair: Pair, table: Audited, report: Report) -> None:
    which = {"key": pair.key, "table": table.name, "number": pair.number}
    if hashes.leaf(table.name, pair.plain, pair.digest) != pair.leaf:
        report.find(Code.ROW_CHANGED, **which)
    if not table.personal:
        return
    if pair.salt is not None:
        if hashes.personal_digest(pair.salt, pair.personal) != pair.digest:
            report.find(Code.TEXT_CHANGED, **which)
    elif not pair.erased:
        report.find(Code.SALT_GONE, **which)
    elif any(text not in BLANK for _, text in pair.personal):
        report.find(Code.TEXT_CHANGED, **which)


def _check_time(pair: Pair, table: Audited, timeline: Timeline, report: Report) -> None:
    at, number = pair.at or 0.0, pair.number or 0
    complete = timeline.complete_before(number)
    if complete is not None and at < complete - TOLERANCE_S:
        report.find(Code.LATE, key=pair.key, table=table.name, at=at, complete=complete)
    signed = timeline.signed_with(number)
    if signed is not None and at > signed + TOLERANCE_S:
        report.find(Code.AHEAD, key=pair.key, table=table.name, at=at, signed=signed)
