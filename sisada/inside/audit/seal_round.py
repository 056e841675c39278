"""What the sealer does to the database: seal what has no seal yet, and sign. Each is one transaction, so a kill leaves it done or not done.

How far back a round looks keeps it cheap however many seals there are: each second only the last half minute, each minute two
hours, at the start and each night everything. Whatever commits late is found by the next wider round.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from psycopg import Connection
from psycopg.types.json import Jsonb

from sisada.inside.audit import seal_chain, seal_checkpoint
from sisada.inside.audit.seal_chain import Row, Seal
from sisada.inside.audit.seal_checkpoint import Checkpoint
from sisada.inside.audit.seal_key import Key
from sisada.inside.audit.sealed_rows import SEALED, SealedTable

EVER = datetime.min.replace(tzinfo=UTC)
A_LATE_COMMIT = timedelta(seconds=30)  # how long a row may lie uncommitted and still be found by the next narrow round
ROWS_A_ROUND = 2000  # of each table: what a kill may undo, and what memory must hold
HEAD = "number, count, chain, complete_until, signed_at, previous, key_id"  # Checkpoint's fields, in its order
Database = Connection[Any]

# One spelling for every value, whatever the server's own settings.
SPELLING = "set timezone to 'UTC'; set datestyle to 'ISO, YMD'; set bytea_output to 'hex'; set extra_float_digits to 1"


@dataclass(frozen=True)
class Round:
    sealed: int
    begun: datetime  # by the database's clock: what was committed before is sealed, once the rounds that follow have caught up
    next_since: datetime  # where the next round may begin
    caught_up: bool  # nothing was left over


def open_for_sealing(connection: Database) -> bool:
    """Ready this session. False: another sealer works here."""
    connection.execute(SPELLING)
    # nowait: a second sealer must stop at once, not queue behind the first and find its own picture of the chain outdated
    return bool(connection.execute("select pg_try_advisory_lock(hashtextextended('audit_seal', 0))").fetchone()[0])  # type: ignore[index]  # always one row


def seal_round(connection: Database, *, since: datetime) -> Round:
    """Number, chain and store the committed rows written since then that have no seal, in one transaction."""
    with connection.transaction():
        begun = clock(connection)
        found = [_unsealed(connection, table, since) for table in SEALED]
        seals, salts = _sealed([row for rows in found for _, row in rows], last=_last(connection))
        _store(connection, seals, salts)
    cut = [rows[-1][0] for rows in found if len(rows) == ROWS_A_ROUND]  # there is more: go on from there
    return Round(len(seals), begun, min([begun, *cut]) - A_LATE_COMMIT, not cut)


def seal_all(connection: Database, *, since: datetime, rest: Callable[[float], None]) -> datetime:
    """Rounds until nothing written since then is left over. Whatever had been committed at the returned instant is sealed.
    `rest` is told after each round how many seconds it took."""
    complete_until: datetime | None = None
    while True:
        started = time.monotonic()
        done = seal_round(connection, since=since)
        complete_until = complete_until or done.begun
        rest(time.monotonic() - started)
        if done.caught_up:
            return complete_until
        since = done.next_since


def clock(connection: Database) -> datetime:
    """The database's, by which rows are dated."""
    row = connection.execute("select clock_timestamp()").fetchone()
    return row[0]  # type: ignore[index,no-any-return]  # always one row, of an instant


def _unsealed(connection: Database, table: SealedTable, since: datetime) -> list[tuple[datetime, Row]]:
    cursor = connection.execute(table.unsealed(ROWS_A_ROUND), {"since": since})
    return [(at, _row(table, key, texts)) for at, key, *texts in cursor]


def _row(table: SealedTable, key: str, texts: list[str | None]) -> Row:
    plain, personal = texts[: len(table.plain)], texts[len(table.plain) :]
    return Row(table.name, key, dict(zip(table.plain, plain, strict=True)), dict(zip(table.personal, personal, strict=True)))


def _last(connection: Database) -> tuple[int, bytes]:
    return connection.execute("select number, chain from audit_seal order by number desc limit 1").fetchone() or (0, seal_chain.BEGINNING)


def _sealed(rows: list[Row], *, last: tuple[int, bytes]) -> tuple[list[Seal], list[tuple[int, bytes]]]:
    """The seals of these rows, and a salt for each that has something personal."""
    number, chain = last
    seals: list[Seal] = []
    salts: list[tuple[int, bytes]] = []
    for row in rows:
        number += 1
        salt = secrets.token_bytes(16)
        made = seal_chain.seal(row, number=number, chain=chain, salt=salt)
        seals.append(made)
        if row.personal:
            salts.append((number, salt))
        chain = made.chain
    return seals, salts


def _store(connection: Database, seals: list[Seal], salts: list[tuple[int, bytes]]) -> None:
    if not seals:
        return
    with connection.cursor() as cursor:
        with cursor.copy("copy audit_seal (number, kind, key, personal_digest, leaf, chain) from stdin (format binary)") as copy:
            copy.set_types(["int8", "text", "text", "bytea", "bytea", "bytea"])
            for seal in seals:
                copy.write_row((seal.number, seal.kind, seal.key, seal.personal_digest, seal.leaf, seal.chain))
        with cursor.copy("copy audit_salt (number, salt) from stdin (format binary)") as copy:
            copy.set_types(["int8", "bytea"])
            for salt in salts:
                copy.write_row(salt)


def sign(connection: Database, key: Key, *, complete_until: datetime, now: datetime) -> Checkpoint:
    """Sign what is sealed, and hand it to the outside, in one transaction. `complete_until`: what `seal_all` returned."""
    with connection.transaction():
        count, chain = _last(connection)
        number, previous = last_checkpoint(connection)
        made = Checkpoint(number + 1, count, chain, complete_until, now, previous, key.id)
        signature = seal_checkpoint.sign(made, key.signing)
        connection.execute(
            f"insert into audit_checkpoint ({HEAD}, signature) values (%s, %s, %s, %s, %s, %s, %s, %s)",  # noqa: S608 - our own column names
            [made.number, made.count, made.chain, made.complete_until, made.signed_at, made.previous, made.key_id, signature],
        )
        connection.execute("insert into audit_outgoing (kind, body) values ('audit-head', %s)", [Jsonb(_published(made, signature))])
    return made


def last_checkpoint(connection: Database) -> tuple[int, bytes]:
    """Number and hash of the last one."""
    row = connection.execute(f"select {HEAD}, signature from audit_checkpoint order by number desc limit 1").fetchone()  # noqa: S608 - as above
    return (row[0], seal_checkpoint.hash_of(Checkpoint(*row[:7]), row[7])) if row else (0, seal_checkpoint.BEGINNING)


def _published(made: Checkpoint, signature: bytes) -> dict[str, Any]:
    """The shape in which it stands outside: nothing but numbers, hashes and instants."""
    return {
        "hash": f"\\x{seal_checkpoint.hash_of(made, signature).hex()}",
        "number": made.number,
        "count": made.count,
        "chain": f"\\x{made.chain.hex()}",
        "complete_until": seal_checkpoint.instant(made.complete_until),
        "signed_at": seal_checkpoint.instant(made.signed_at),
        "previous": f"\\x{made.previous.hex()}",
        "key_id": made.key_id,
        "signature": f"\\x{signature.hex()}",
    }
