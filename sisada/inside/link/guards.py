"""Before the first row: do both databases look as the mapping says, and is the source the one we stopped reading?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from psycopg import Connection

from sisada.inside.link.mapping import HEARTBEAT, PUBLICATION, TABLES
from sisada.inside.link.standstill import HaltError, Reason

_COLUMNS = """
select relation.relname, attribute.attname, format_type(attribute.atttypid, null) as type,
    attribute.attnotnull and not attribute.atthasdef as required,
    coalesce(attribute.attnum = any(primary_key.indkey), false) as in_key,
    has_column_privilege(relation.oid, attribute.attnum, 'select') as readable
from pg_class as relation
join pg_attribute as attribute on attribute.attrelid = relation.oid and attribute.attnum > 0 and not attribute.attisdropped
left join pg_index as primary_key on primary_key.indrelid = relation.oid and primary_key.indisprimary
where relation.relnamespace = 'public'::regnamespace and relation.relname = any(%s)"""


@dataclass(frozen=True, slots=True)
class FoundColumn:
    table: str
    name: str
    type: str
    required: bool  # not null, and nothing fills it by itself
    in_key: bool
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """Which database we read: a restored or promoted one has another timeline."""

    system_id: str
    timeline: int


@dataclass(frozen=True, slots=True)
class Slot:
    """What the source keeps for us. `confirmed` None: a slot without a position."""

    confirmed: int | None
    lost: bool


def check_mapping(upstream: Connection, inside: Connection) -> None:
    """Raises: HaltError naming the first table or column that is not what the mapping says."""
    if upstream.execute("show wal_level").fetchone() != ("logical",):
        raise HaltError(Reason.MAPPING, "Pusat harus berjalan dengan wal_level = logical.")
    theirs = _found(upstream, [table.theirs for table in TABLES])
    published = {
        (table, column)
        for table, columns in upstream.execute(
            "select tablename, attnames::text[] from pg_publication_tables where pubname = %s and schemaname = 'public'", [PUBLICATION]
        )
        for column in columns
    }
    ours = _found(inside, [table.ours for table in TABLES])
    for sentence in (*upstream_faults(theirs, published), *inside_faults(ours)):
        raise HaltError(Reason.MAPPING, sentence)


def upstream_faults(found: Sequence[FoundColumn], published: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Each thing of the mapping that the source lacks, in one sentence."""
    sent = set(published)
    named = {(column.table, column.name): column for column in found}
    for table in TABLES:
        if not any(column.table == table.theirs for column in found):
            yield f"Tabel {table.theirs} tidak ada di basis data pusat."
            continue
        key = [column.name for column in found if column.table == table.theirs and column.in_key]
        if key != [table.key]:
            yield f"Kunci utama tabel {table.theirs} di pusat harus {table.key}."
        for column in table.columns:
            name = f"{table.theirs}.{column.theirs}"
            if (their := named.get((table.theirs, column.theirs))) is None:
                yield f"Kolom {name} tidak ada di basis data pusat."
            elif their.type != column.kind.theirs:
                yield f"Kolom {name} di pusat bertipe {their.type}, seharusnya {column.kind.theirs}."
            elif not their.readable:
                yield f"Kolom {name} di pusat tidak boleh dibaca oleh peran tautan."
            elif (table.theirs, column.theirs) not in sent:
                yield f"Kolom {name} tidak termasuk publikasi {PUBLICATION}."
    if not any(table == HEARTBEAT for table, _ in sent):
        yield f"Tabel {HEARTBEAT} tidak termasuk publikasi {PUBLICATION}."


def inside_faults(found: Sequence[FoundColumn]) -> Iterator[str]:
    """Each thing of the mapping that our own tables lack, in one sentence."""
    by_name = {(column.table, column.name): column for column in found}
    for table in TABLES:
        for column in table.columns:
            held = by_name.get((table.ours, column.ours))
            if held is None:
                yield f"Kolom {table.ours}.{column.ours} tidak ada di cermin: jalankan migrasi."
            elif held.type not in column.kind.ours:
                yield f"Kolom {table.ours}.{column.ours} di cermin bertipe {held.type}, seharusnya {' atau '.join(column.kind.ours)}."
        if [column.name for column in found if column.table == table.ours and column.in_key] != ["id"]:
            yield f"Kunci utama tabel {table.ours} di cermin harus id."
        yield from (
            f"Kolom {table.ours}.{column.name} di cermin wajib diisi, tetapi pemetaan tidak mengisinya."
            for column in found
            if column.table == table.ours and column.required and column.name not in table.our_index
        )


def check_source(known: Source, found: Source, *, slot: Slot | None, position: int) -> None:
    """Is this the database we stopped reading at `position`, and has it kept everything since?

    Raises: HaltError. What to do is the operator's choice: mend the source, or have the mirror copied anew.
    """
    if found.system_id != known.system_id:
        raise HaltError(Reason.SOURCE_CHANGED, "Pusat adalah basis data lain dari yang selama ini dicerminkan.")
    if found.timeline != known.timeline:
        raise HaltError(Reason.SOURCE_CHANGED, "Pusat dipulihkan dari cadangan atau diganti penggantinya: isinya mungkin mundur.")
    if slot is None or slot.lost or slot.confirmed is None:
        raise HaltError(Reason.SLOT_LOST, "Pusat tidak lagi menyimpan perubahan untuk cermin ini.")
    if slot.confirmed > position:
        raise HaltError(Reason.GAP, "Pusat sudah melewati posisi cermin: ada perubahan yang tidak pernah tiba.")


def check_not_in_the_past(end_of_source: int, *, position: int) -> None:
    """Raises: HaltError when the source ends before what we already hold."""
    if end_of_source < position:
        raise HaltError(Reason.SOURCE_IN_THE_PAST, "Pusat berada di masa sebelum isi cermin: mungkin dipulihkan dari cadangan.")


def _found(connection: Connection, names: Iterable[str]) -> list[FoundColumn]:
    return [FoundColumn(*row) for row in connection.execute(_COLUMNS, [list(names)])]
