"""How the look comes about, or does not, before the read: each trick is a way in which a read without a durable look was once tried."""

import contextlib
import random
import threading
import time
from collections.abc import Callable
from typing import Any
from uuid import UUID

import psycopg
from psycopg import Connection, sql

from tests.proofs.looks import readings, world
from tests.proofs.looks.attempt import Attempt, Purpose, Trick

LONGEST_PAUSE_S = 0.006
KEPT_LOOK = sql.SQL("current_setting('proof.look')::uuid")  # for statements sent before the look's id is known


class Play:
    """One client with two connections of the office role; every step may be its last."""

    def __init__(self, attempt: Attempt, *, writer: Connection[Any], reader: Connection[Any]) -> None:
        self.attempt = attempt
        self.writer = writer
        self.reader = reader
        self.chance = random.Random(attempt.seed)  # noqa: S311 - a repeatable draw, not a secret

    def pause(self) -> None:
        time.sleep(self.chance.uniform(0, LONGEST_PAUSE_S))

    def look_call(self, *, officer: int | None = None, purpose: Purpose | None = None) -> sql.Composed:
        """audit_begin_look(…) for this attempt's person, with everything written into the statement."""
        by, purpose = self.attempt.number if officer is None else officer, purpose or self.attempt.purpose
        subject = world.person(self.attempt.person) if purpose.of_the_look == "card" else None
        values = [world.officer(by), world.device(by), world.GROUND, purpose.of_the_look, subject, self._query(purpose)]
        return sql.SQL("audit_begin_look({}, {}, {}, {}, {}, {}::jsonb)").format(*map(sql.Literal, values))

    def _query(self, purpose: Purpose) -> str | None:
        if purpose is Purpose.SEARCH:
            number = world.document_number(self.attempt.person)
            return f'{{"kind": "number", "folded": "{number}", "exact": "{number}", "typed": "{number}"}}'
        return f'{{"kelurahan": "{world.area(self.attempt.person)}", "after": null, "first": 1}}' if purpose is Purpose.AREA_LIST else None

    def show_call(self, look: sql.Composable, *, officer: int | None = None) -> sql.Composed:
        """audit_show(…) of this attempt's person, with the ticket that a draw of this look gives."""
        by = sql.Literal(world.officer(self.attempt.number if officer is None else officer))
        draw = sql.SQL("lookup_area_page" if self.attempt.purpose is Purpose.AREA_LIST else "lookup_candidates")
        person = sql.Literal(world.person(self.attempt.person))
        ticket = sql.SQL("array(select ticket from {}({}, {}) where person_id = {})").format(draw, look, by, person)
        return sql.SQL("audit_show({}, {}, array[{}]::uuid[], '[{{}}]', {})").format(look, by, person, ticket)

    @property
    def shows(self) -> bool:
        return self.attempt.purpose in (Purpose.SEARCH, Purpose.AREA_LIST)

    def look(self, connection: Connection[Any]) -> sql.Literal:
        """Begin a look, and where the purpose has one put its shown row, on this connection as it stands."""
        look = sql.Literal(_one(connection, sql.SQL("select {}").format(self.look_call())))
        self.pause()
        if self.shows:
            self.show(connection, look)
        return look

    def show(self, connection: Connection[Any], look: sql.Literal) -> None:
        connection.execute(sql.SQL("select {}").format(self.show_call(look)))
        self.pause()

    def read(self, look: sql.Composable) -> None:
        """Everything of this purpose, by this attempt's way of reading."""
        for statement in self.statements(look):
            try:
                readings.read(self.reader, statement, self.attempt.reading)
            except psycopg.DataError:
                continue  # the error text was the reading
            self.pause()

    def statements(self, look: sql.Composable) -> list[sql.Composed]:
        return readings.statements(self.attempt.purpose, look=look, officer=sql.Literal(world.officer(self.attempt.number)))

    def end(self, connection: Connection[Any]) -> None:
        connection.execute("commit" if self.attempt.commits else "rollback")


def _one(connection: Connection[Any], statement: sql.Composed) -> UUID:
    row = connection.execute(statement).fetchone()
    return UUID(str(row[0])) if row else UUID(int=0)


def committed(play: Play) -> None:
    play.read(play.look(play.writer))


def pipelined(play: Play) -> None:
    with play.reader.pipeline():
        play.reader.execute("begin")
        play.reader.execute(_keep(play.look_call()))
        if play.shows:
            play.reader.execute(sql.SQL("select {}").format(play.show_call(KEPT_LOOK)))
        play.reader.execute("commit")
        play.reader.execute("begin")
        for statement in play.statements(KEPT_LOOK):
            play.reader.execute(statement)
        play.end(play.reader)


def unsynced_pipeline(play: Play) -> None:
    """Without a sync point everything is one implicit transaction, and the client leaves before it ends."""
    with play.reader.pipeline():
        play.reader.execute(_keep(play.look_call()))
        for statement in play.statements(KEPT_LOOK):
            play.reader.execute(statement).fetchall()  # asks the server to send what it has, without a sync point
        play.reader.close()


def _keep(look: sql.Composed) -> sql.Composed:
    return sql.SQL("select set_config('proof.look', {}::text, false)").format(look)


def own_transaction(play: Play) -> None:
    play.reader.execute("begin")
    play.read(play.look(play.reader))
    play.end(play.reader)


def shown_in_own_transaction(play: Play) -> None:
    look = sql.Literal(_one(play.writer, sql.SQL("select {}").format(play.look_call())))
    play.reader.execute("begin")
    if play.shows:
        play.show(play.reader, look)
    play.read(look)
    play.end(play.reader)


def shown_meanwhile(play: Play) -> None:
    """Reads again and again while another connection commits the shown row: one of the reads may see it before it is on disk."""
    look = sql.Literal(_one(play.writer, sql.SQL("select {}").format(play.look_call())))
    if not play.shows:
        play.read(look)
        return
    showing = threading.Thread(target=_suppressed, args=(play.show, play.writer, look))
    showing.start()
    hits = play.statements(look)[-1]
    while not _has_rows(play.reader.execute(hits).fetchall()) and not play.reader.closed:
        continue
    showing.join()


def _suppressed(show: Callable[[Connection[Any], sql.Literal], None], connection: Connection[Any], look: sql.Literal) -> None:
    with contextlib.suppress(psycopg.Error):
        show(connection, look)


def _has_rows(answers: list[Any]) -> bool:
    return any(answer != "[]" for answer, _ in answers)


def savepoint_released(play: Play) -> None:
    play.reader.execute("begin")
    play.reader.execute("savepoint one")
    look = play.look(play.reader)
    play.reader.execute("release savepoint one")
    play.read(look)
    play.end(play.reader)


def savepoint_around_read(play: Play) -> None:
    play.reader.execute("begin")
    look = play.look(play.reader)
    play.reader.execute("savepoint one")
    play.read(look)
    play.reader.execute("rollback to savepoint one")
    play.end(play.reader)


def savepoint_rolled_back(play: Play) -> None:
    play.reader.execute("begin")
    play.reader.execute("savepoint one")
    look = play.look(play.reader)
    play.reader.execute("rollback to savepoint one")
    play.read(look)
    play.end(play.reader)


def one_statement(play: Play) -> None:
    """The look is begun inside the call that reads under it."""
    play.read(play.look_call())


def commit_in_block(play: Play) -> None:
    _block(play, after_look="commit;")


def rollback_in_block(play: Play) -> None:
    _block(play, after_look="rollback;")


def _block(play: Play, *, after_look: str) -> None:
    """A block may end its transaction and go on with the look's id in a variable; notices carry out what it reads."""
    show = sql.SQL("perform {}; {}").format(play.show_call(sql.SQL("look")), sql.SQL(after_look)) if play.shows else sql.SQL("")
    block = sql.SQL("do $block$ declare look uuid; read record; begin look := {}; {} {} {} end $block$")
    play.reader.execute(block.format(play.look_call(), sql.SQL(after_look), show, _as_notices(play)))


def caught_in_block(play: Play) -> None:
    """The exception takes the look back, the variable keeps its id."""
    taken_back = "begin look := {}; raise division_by_zero; exception when division_by_zero then null; end;"
    block = sql.SQL(f"do $block$ declare look uuid; read record; begin {taken_back} {{}} end $block$")
    play.reader.execute(block.format(play.look_call(), _as_notices(play)))


def _as_notices(play: Play) -> sql.Composed:
    each = "for read in {} loop raise notice '%', read; end loop;"
    return sql.SQL(" ").join(sql.SQL(each).format(statement) for statement in play.statements(sql.SQL("look")))


def prepared(play: Play) -> None:
    name = sql.Literal(f"attempt-{play.attempt.number}")
    play.writer.execute("begin")
    look = play.look(play.writer)
    play.writer.execute(sql.SQL("prepare transaction {}").format(name))
    try:
        play.read(look)
    finally:
        play.writer.execute(sql.SQL("rollback prepared {}").format(name))


def held_open(play: Play) -> None:
    play.writer.execute("begin")
    look = play.look(play.writer)
    try:
        play.read(look)
    finally:
        play.end(play.writer)


def older_snapshot(play: Play) -> None:
    play.reader.execute("begin isolation level repeatable read")
    play.reader.execute("select 1")
    play.read(play.look(play.writer))
    play.end(play.reader)


def anothers_look(play: Play) -> None:
    """Officer 0 looked; this officer reads. Nobody tries as officer 0."""
    look = sql.Literal(_one(play.writer, sql.SQL("select {}").format(play.look_call(officer=0))))
    if play.shows:
        play.writer.execute(sql.SQL("select {}").format(play.show_call(look, officer=0)))
    play.read(look)


def wrong_purpose(play: Play) -> None:
    other = Purpose.SEARCH if play.attempt.purpose is not Purpose.SEARCH else Purpose.CARD
    look = sql.Literal(_one(play.writer, sql.SQL("select {}").format(play.look_call(purpose=other))))
    play.read(look)


def invented(play: Play) -> None:
    play.read(sql.Literal(UUID(int=play.chance.getrandbits(128), version=4)))


PLAYED: dict[Trick, Callable[[Play], None]] = {
    Trick.COMMITTED: committed,
    Trick.PIPELINED: pipelined,
    Trick.COMMIT_IN_BLOCK: commit_in_block,
    Trick.SHOWN_MEANWHILE: shown_meanwhile,
    Trick.OWN_TRANSACTION: own_transaction,
    Trick.SHOWN_IN_OWN_TRANSACTION: shown_in_own_transaction,
    Trick.SAVEPOINT_RELEASED: savepoint_released,
    Trick.SAVEPOINT_AROUND_READ: savepoint_around_read,
    Trick.SAVEPOINT_ROLLED_BACK: savepoint_rolled_back,
    Trick.CAUGHT_IN_BLOCK: caught_in_block,
    Trick.ROLLBACK_IN_BLOCK: rollback_in_block,
    Trick.ONE_STATEMENT: one_statement,
    Trick.UNSYNCED_PIPELINE: unsynced_pipeline,
    Trick.PREPARED: prepared,
    Trick.HELD_OPEN: held_open,
    Trick.OLDER_SNAPSHOT: older_snapshot,
    Trick.ANOTHERS_LOOK: anothers_look,
    Trick.WRONG_PURPOSE: wrong_purpose,
    Trick.INVENTED: invented,
}
