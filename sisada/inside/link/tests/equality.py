"""Is the mirror what the Directorate has, row for row and key for key? For the link's tests."""

from psycopg import Connection

from sisada.inside.link import copy_text, search_keys, statements
from sisada.inside.link.mapping import NAMES, PERSONS, STAY_PERMITS, TABLES, TRAVEL_DOCUMENTS
from sisada.inside.link.mirrored_table import Table
from sisada.inside.link.pgoutput import Values


def differences(upstream: Connection, mirror: Connection) -> list[str]:
    """The tables that differ, with how many rows are missing, too many or different. Nothing: equal."""
    found = []
    for table in TABLES:
        theirs, ours = _theirs(upstream, table), _ours(mirror, table)
        if theirs != ours:
            found.append(f"{table.ours}: {len(theirs - ours)} missing, {len(ours - theirs)} too many")
    return found + _key_differences(mirror)


def _theirs(upstream: Connection, table: Table) -> set[Values]:
    with upstream.cursor().copy(statements.copy_out(table)) as leaving:
        return {table.translate(copy_text.row(bytes(line))) for line in leaving}


def _ours(mirror: Connection, table: Table) -> set[Values]:
    with mirror.cursor().copy(f"copy (select {', '.join(table.our_columns)} from {table.ours}) to stdout") as leaving:
        return {copy_text.row(bytes(line)) for line in leaving}


def _key_differences(mirror: Connection) -> list[str]:
    """Every row's keys are there, each once, and none without a row."""
    parts = sorted(search_keys.parts(_ours(mirror, NAMES)))
    numbers = sorted(
        key for table in (PERSONS, TRAVEL_DOCUMENTS, STAY_PERMITS) for key in search_keys.numbers(table, _ours(mirror, table))[0]
    )
    held_parts = sorted(mirror.execute("select name_id::text, person_id::text, part from lookup_name_part").fetchall())
    held_numbers = sorted(mirror.execute("select row_id::text, person_id::text, kind, exact, folded from lookup_number").fetchall())
    return [name for name, good in (("lookup_name_part", parts == held_parts), ("lookup_number", numbers == held_numbers)) if not good]
