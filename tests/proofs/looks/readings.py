"""The ways in which rows leave PostgreSQL: each is a way past a check that looks at one of them only."""

import contextlib
from collections.abc import Iterator
from typing import Any

from psycopg import Connection, Cursor, pq, sql

from tests.proofs.looks.attempt import Purpose, Reading

Statement = sql.Composed


def statements(purpose: Purpose, *, look: sql.Composable, officer: sql.Literal) -> list[Statement]:
    """What an officer's page reads for this purpose, in its order."""
    return [sql.SQL(text).format(look=look, officer=officer) for text in READ_BY[purpose]]


READ_BY = {
    Purpose.CARD: ("select answer::text, check_code from lookup_card({look}, {officer})",),
    Purpose.PHOTO: ("select lookup_photo({look}, {officer})",),
    Purpose.SEARCH: (
        "select person_id::text, names::text from lookup_candidates({look}, {officer})",
        "select answer::text, check_code from lookup_hits({look}, {officer}, 'search')",
    ),
    Purpose.AREA_LIST: (
        "select person_id::text from lookup_area_page({look}, {officer})",
        "select answer::text, check_code from lookup_hits({look}, {officer}, 'area-list')",
    ),
}


def read(connection: Connection[Any], statement: Statement, reading: Reading) -> None:
    """Fetch everything that the statement gives; what arrives is noted by the tap, not here. Raises: psycopg.Error."""
    HOW[reading](connection, statement)


def _rows(connection: Connection[Any], statement: Statement) -> None:
    connection.execute(statement).fetchall()


def _binary(connection: Connection[Any], statement: Statement) -> None:
    connection.execute(statement, binary=True).fetchall()


def _copy(connection: Connection[Any], statement: Statement) -> None:
    cursor: Cursor[Any] = connection.cursor()
    with cursor.copy(sql.SQL("copy ({}) to stdout").format(statement)) as out:
        for _ in out:
            continue


def _cursor(connection: Connection[Any], statement: Statement) -> None:
    with _a_transaction(connection):
        connection.execute(sql.SQL("declare reading cursor for {}").format(statement))
        connection.execute("fetch all from reading").fetchall()
        connection.execute("close reading")


def _cursor_with_hold(connection: Connection[Any], statement: Statement) -> None:
    """Filled when its transaction commits, read when that is over."""
    if connection.info.transaction_status == pq.TransactionStatus.IDLE:
        connection.execute("begin")
    connection.execute(sql.SQL("declare held cursor with hold for {}").format(statement))
    connection.execute("commit")
    connection.execute("fetch all from held").fetchall()
    connection.execute("close held")


def _notice(connection: Connection[Any], statement: Statement) -> None:
    connection.execute(
        sql.SQL("do $block$ declare read record; begin for read in {} loop raise notice '%', read; end loop; end $block$").format(statement)
    )


def _error(connection: Connection[Any], statement: Statement) -> None:
    """The error takes the transaction down, and the kept answer with it; what it says has left the server."""
    connection.execute(sql.SQL("select cast(string_agg(read::text, ' ') as integer) from ({}) as read").format(statement))


@contextlib.contextmanager
def _a_transaction(connection: Connection[Any]) -> Iterator[None]:
    """The one that is open, or one of its own."""
    opened_here = connection.info.transaction_status == pq.TransactionStatus.IDLE
    if opened_here:
        connection.execute("begin")
    yield
    if opened_here:
        connection.execute("commit")


HOW = {
    Reading.ROWS: _rows,
    Reading.BINARY: _binary,
    Reading.COPY: _copy,
    Reading.CURSOR: _cursor,
    Reading.CURSOR_WITH_HOLD: _cursor_with_hold,
    Reading.NOTICE: _notice,
    Reading.ERROR: _error,
}
