"""Brings rows into the mirror's tables and takes them away, search keys along. A row that breaks a rule is found by halving."""

from collections.abc import Iterator, Sequence

from psycopg import Connection, DataError, IntegrityError

from sisada.inside.link import copy_text, search_keys, statements
from sisada.inside.link.folding import Arrival, Refusal
from sisada.inside.link.mirrored_table import Table
from sisada.inside.link.pgoutput import Value
from sisada.inside.link.quarantine import rule_broken

OLDER = "version-older"  # the mirror holds a newer version: the source went back
INCOMPLETE = "row-incomplete"  # the source left a large value out, and we do not hold the row


def prepare(connection: Connection, tables: Sequence[Table]) -> None:
    """Once for each session, before `bring`."""
    for table in tables:
        connection.execute(statements.make_arriving(table))
    # A batch is small beside its table, but the planner cannot know: without this it may read the whole table to update three rows.
    connection.execute("set enable_hashjoin = off")
    connection.execute("set enable_mergejoin = off")


def remove(connection: Connection, table: Table, ids: list[str]) -> None:
    connection.execute(statements.remove(table), [ids])
    search_keys.remove(connection, table, ids)


def bring(connection: Connection, arrival: Arrival) -> list[Refusal]:
    """Insert or update these rows and their search keys. Returns those that could not be taken, each with the rule it broke."""
    try:
        with connection.transaction():
            return _bring(connection, arrival)
    except (DataError, IntegrityError) as error:
        if len(arrival.rows) == 1:
            row = arrival.rows[0]
            return [Refusal(arrival.table, row.key, rule_broken(error, arrival.table), row.position)]
    return [refusal for half in _halves(arrival) for refusal in bring(connection, half)]


def bring_first(connection: Connection, arrival: Arrival) -> list[Refusal]:
    """The same for rows that are new to an empty mirror, straight into the table."""
    try:
        with connection.transaction():
            with connection.cursor().copy(statements.copy_in(arrival.table)) as arriving:
                arriving.write(copy_text.lines(row.values for row in arrival.rows))
            search_keys.bring_first(connection, arrival.table, [row.values for row in arrival.rows])
            return []
    except (DataError, IntegrityError):
        return bring(connection, arrival)


def _halves(arrival: Arrival) -> Iterator[Arrival]:
    middle = len(arrival.rows) // 2
    for part in (arrival.rows[:middle], arrival.rows[middle:]):
        yield Arrival(arrival.table, arrival.left_out, part)


def _bring(connection: Connection, arrival: Arrival) -> list[Refusal]:
    table = arrival.table
    sent = tuple(name for name in table.our_columns if name not in arrival.left_out)
    connection.execute(statements.empty_arriving(table))
    with connection.cursor().copy(statements.copy_arriving(table, sent)) as arriving:
        arriving.write(copy_text.lines(_sent_values(arrival, sent)))
    written = connection.execute(statements.update(table, sent) if arrival.left_out else statements.upsert(table)).rowcount
    refusals = [] if written == len(arrival.rows) else _not_taken(connection, arrival)
    refused = {refusal.key for refusal in refusals}
    search_keys.bring(connection, table, [row.values for row in arrival.rows if row.key not in refused])
    return refusals


def _sent_values(arrival: Arrival, sent: tuple[str, ...]) -> Iterator[Sequence[Value]]:
    if not arrival.left_out:
        return (row.values for row in arrival.rows)
    at = [arrival.table.our_index[name] for name in sent]
    return ([row.values[index] for index in at] for row in arrival.rows)


def _not_taken(connection: Connection, arrival: Arrival) -> list[Refusal]:
    newer_held: dict[str, bool] = dict(connection.execute(statements.not_taken(arrival.table)).fetchall())
    return [
        Refusal(arrival.table, row.key, OLDER if newer_held[row.key] else INCOMPLETE, row.position)
        for row in arrival.rows
        if row.key in newer_held
    ]
