"""The first copy: everything the Directorate had committed at one instant, from which the stream goes on without a gap.

A copy that is interrupted at any moment starts anew from nothing: only the transaction that ends the copy writes a position, and until
then the mirror says `copying`. So no row can be of a mixed age, and none can be missing.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Final

from psycopg import Connection, sql

from sisada.inside.link import apply, copy_text, freshness, quarantine, rows, search_keys, statements, upstream
from sisada.inside.link.folding import Arrival, ArrivingRow, Refusal
from sisada.inside.link.guards import Source
from sisada.inside.link.mapping import PERSONS, TABLES
from sisada.inside.link.mirrored_table import Table
from sisada.inside.link.standstill import HaltError, Reason
from sisada.inside.link.values import BadValueError

CHUNK: Final = 5_000  # rows a transaction: pages see progress, and a broken row costs little to find

Tell = Callable[[str], None]


def run(mirror: Connection, *, upstream_url: str, slot: str, tell: Tell) -> None:
    """Empty the mirror and fill it. `tell` hears a line for each table.

    Raises: HaltError when a table did not arrive whole.
    """
    with upstream.Replication(upstream_url) as replication, upstream.connect(upstream_url) as reader:
        source, _ = replication.identify()
        _begin(mirror)
        if upstream.slot_of(reader, slot):
            replication.drop_slot(slot)
        position, snapshot = replication.create_slot(slot)
        with reader.transaction():
            reader.execute("set transaction isolation level repeatable read, read only")
            reader.execute(sql.SQL("set transaction snapshot {}").format(snapshot))
            source_at = _instant(reader)
            _expect(mirror, reader)
            for table in TABLES:
                _copy_table(mirror, reader, table, position=position, tell=tell)
    _end(mirror, source, slot=slot, position=position, source_at=source_at)


def _begin(mirror: Connection) -> None:
    with mirror.transaction():
        names = [*(table.ours for table in TABLES), *search_keys.TABLES, "link_copy", "link_position"]
        mirror.execute(statements.truncate(names))
        mirror.execute("update link_quarantine set closed_at = clock_timestamp() where closed_at is null")
        freshness.copy_begins(mirror, at=datetime.now(UTC))


def _expect(mirror: Connection, reader: Connection) -> None:
    """How many rows each table of the snapshot has, so that pages can say how far the copy is."""
    for table in TABLES:
        counted = reader.execute(statements.count_theirs(table)).fetchone()
        mirror.execute(
            "insert into link_copy (table_name, rows_done, rows_expected) values (%s, 0, %s)", [table.ours, counted and counted[0]]
        )


def _copy_table(mirror: Connection, reader: Connection, table: Table, *, position: int, tell: Tell) -> None:
    for chunk in _chunks(reader, table):
        with mirror.transaction():
            _bring(mirror, table, chunk, position=position)
            mirror.execute("update link_copy set rows_done = rows_done + %s where table_name = %s", [len(chunk), table.ours])
    ended = mirror.execute(
        "update link_copy set finished_at = clock_timestamp() where table_name = %s and rows_done = rows_expected returning rows_done",
        [table.ours],
    ).fetchone()
    if ended is None:
        raise HaltError(Reason.COPY_DIFFERS, f"Salinan tabel {table.theirs} tidak lengkap.")
    tell(f"{table.theirs}: {ended[0]} baris tersalin")


def _chunks(reader: Connection, table: Table) -> Iterator[list[tuple[str | None, ...]]]:
    chunk = []
    with reader.cursor().copy(statements.copy_out(table)) as leaving:
        for line in leaving:
            chunk.append(copy_text.row(bytes(line)))
            if len(chunk) == CHUNK:
                yield chunk
                chunk = []
    if chunk:
        yield chunk


def _bring(mirror: Connection, table: Table, chunk: list[tuple[str | None, ...]], *, position: int) -> None:
    key_at = table.their_columns.index(table.key)
    good, refusals = [], []
    for picked in chunk:
        try:
            good.append(ArrivingRow(str(picked[key_at]), table.translate(picked), position))
        except BadValueError as bad:
            refusals.append(Refusal(table, str(picked[key_at]), str(bad), position))
    refusals += rows.bring_first(mirror, Arrival(table, frozenset(), tuple(good)))
    quarantine.hold(mirror, refusals, at=datetime.now(UTC))


def _end(mirror: Connection, source: Source, *, slot: str, position: int, source_at: datetime) -> None:
    """The mirror stands at the snapshot. Whoever follows the change log learns of a copy as of any change: each person once."""
    at = datetime.now(UTC)
    with mirror.transaction():
        mirror.execute(
            "insert into link_position (id, system_id, timeline, slot, position) values (1, %s, %s, %s, %s)",
            [source.system_id, source.timeline, slot, position],
        )
        mirror.execute(
            sql.SQL(
                "insert into registry_change (position, person_id, tables, source_at, arrived_at) select %s, id, %s, %s, %s from {}"
            ).format(sql.Identifier(PERSONS.ours)),
            # one before: a transaction may commit exactly where the stream begins
            [position - 1, apply.json_list(table.ours for table in TABLES), source_at, at],
        )
        freshness.reached(mirror, position=position, source_at=source_at, at=at)
        mirror.execute("select pg_notify(%s, '*')", [apply.CHANNEL])


def _instant(reader: Connection) -> datetime:
    found = reader.execute("select transaction_timestamp()").fetchone()
    if found is None or not isinstance(found[0], datetime):
        raise HaltError(Reason.MALFORMED, "Pusat tidak dapat menyebut waktunya.")
    return found[0]
