"""The keys by which lookup finds a person, written with the row that holds them: names by their parts, numbers exact and folded."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from psycopg import Connection

from sisada.inside.link import copy_text
from sisada.inside.link.mapping import NAMES, PERSONS, STAY_PERMITS, TRAVEL_DOCUMENTS
from sisada.inside.link.mirrored_table import Table
from sisada.inside.link.pgoutput import Values
from sisada.inside.lookup.document_numbers import DocumentNumber
from sisada.inside.lookup.name_folding import folded_parts

TABLES: Final = ("lookup_name_part", "lookup_number")

_COPY_PARTS: Final = "copy lookup_name_part (name_id, person_id, part) from stdin"
_COPY_NUMBERS: Final = "copy lookup_number (row_id, person_id, kind, exact, folded) from stdin"
_PUT_NUMBERS: Final = """
insert into lookup_number (row_id, person_id, kind, exact, folded)
select * from unnest(%s::uuid[], %s::uuid[], %s::text[], %s::text[], %s::text[])
on conflict (row_id) do update set person_id = excluded.person_id, exact = excluded.exact, folded = excluded.folded
where (lookup_number.person_id, lookup_number.exact, lookup_number.folded)
    is distinct from (excluded.person_id, excluded.exact, excluded.folded)"""

# Which of our tables hold a number that people search by: the kind of number, its column, and the column that says whose it is.
_NUMBERED: Final = {
    PERSONS: ("niora", "niora", "id"),
    TRAVEL_DOCUMENTS: ("document", "number", "person_id"),
    STAY_PERMITS: ("permit", "number", "person_id"),
}


def bring(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Bring the keys of rows that may already have some to what they are now."""
    if table is NAMES:
        connection.execute("delete from lookup_name_part where name_id = any(%s::uuid[])", [[row[0] for row in rows]])
        _copy(connection, _COPY_PARTS, parts(rows))
    elif table in _NUMBERED and rows:
        keys, without = numbers(table, rows)
        connection.execute(_PUT_NUMBERS, [list(column) for column in zip(*keys, strict=True)] if keys else [[]] * 5)
        if without:
            connection.execute("delete from lookup_number where row_id = any(%s::uuid[])", [without])


def bring_first(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """The same for rows that are new to an empty mirror, in one go."""
    if table is NAMES:
        _copy(connection, _COPY_PARTS, parts(rows))
    elif table in _NUMBERED:
        _copy(connection, _COPY_NUMBERS, numbers(table, rows)[0])


def remove(connection: Connection, table: Table, ids: list[str]) -> None:
    if table is NAMES:
        connection.execute("delete from lookup_name_part where name_id = any(%s::uuid[])", [ids])
    elif table in _NUMBERED:
        connection.execute("delete from lookup_number where row_id = any(%s::uuid[])", [ids])


def _copy(connection: Connection, statement: str, keys: Iterable[Values]) -> None:
    with connection.cursor().copy(statement) as arriving:
        arriving.write(copy_text.lines(keys))


def parts(rows: Iterable[Values]) -> Iterator[Values]:
    at_person, at_primary, at_secondary = (NAMES.our_index[name] for name in ("person_id", "primary_name", "secondary_name"))
    for row in rows:
        full_name = " ".join(part for part in (row[at_primary], row[at_secondary]) if isinstance(part, str))
        for part in dict.fromkeys(folded_parts(full_name)):
            yield row[0], row[at_person], part


def numbers(table: Table, rows: Iterable[Values]) -> tuple[list[Values], list[str]]:
    """The keys, and the ids of rows whose number has no sign that could be searched."""
    kind, number, person = _NUMBERED[table]
    at_number, at_person = table.our_index[number], table.our_index[person]
    keys: list[Values] = []
    without: list[str] = []
    for row in rows:
        try:
            parsed = DocumentNumber.parse(str(row[at_number]))
        except ValueError:
            without.append(str(row[0]))
        else:
            keys.append((row[0], row[at_person], kind, parsed.exact, parsed.folded))
    return keys, without
