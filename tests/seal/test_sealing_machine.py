"""Sealer, passage and verifier as a state machine: in whatever order, every committed row is sealed once, and nothing is found."""

import uuid

import psycopg
from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, rule, run_state_machine_as_test

from sisada.inside.audit import seal_round
from tests.seal.house import Database, House, copy_of, drop

A_LOOK = """insert into audit_look (id, officer, device, ground, purpose, subject)
values (%s, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'case', gen_random_uuid())"""
ERASABLE = "select key from audit_seal join audit_salt using (number) where kind = 'audit_answer' order by number"


class Office(RuleBasedStateMachine):
    """Officers, a sealer that may die, a passage that may forget, an owner who erases."""

    empty: House
    late = Bundle("transactions that are still open")
    looks = Bundle("committed looks")

    def __init__(self) -> None:
        super().__init__()
        self.house = copy_of(self.empty, "run_seal_machine")
        self.since = seal_round.EVER
        self.committed = 0
        self.open: list[Database] = []

    @rule(target=looks)
    def look(self) -> uuid.UUID:
        made = uuid.uuid4()
        self.house.admin.execute(A_LOOK, [made])
        self.committed += 1
        return made

    @rule(look=looks)
    def show(self, look: uuid.UUID) -> None:
        self.house.shown(look, seal_round.clock(self.house.admin))
        self.committed += 1

    @rule(look=consumes(looks))
    def answer(self, look: uuid.UUID) -> None:
        self.house.answer(look, seal_round.clock(self.house.admin))
        self.committed += 1

    @rule(target=late)
    def begin_late(self) -> Database:
        connection = psycopg.connect(self.house.inside.server.url(self.house.name))
        connection.execute(A_LOOK, [uuid.uuid4()])
        self.open.append(connection)
        return connection

    @rule(connection=consumes(late))
    def commit_late(self, connection: Database) -> None:
        connection.commit()
        self._forget(connection)
        self.committed += 1

    @rule(connection=consumes(late))
    def roll_back_late(self, connection: Database) -> None:
        connection.rollback()
        self._forget(connection)

    def _forget(self, connection: Database) -> None:
        connection.close()
        self.open.remove(connection)

    @rule()
    def narrow_round(self) -> None:
        self.since = seal_round.seal_round(self.house.sealer, since=self.since).next_since

    @rule()
    def a_minute(self) -> None:
        complete_until = seal_round.seal_all(self.house.sealer, since=seal_round.EVER, rest=lambda _: None)
        now = seal_round.clock(self.house.admin)
        seal_round.sign(self.house.sealer, self.house.key, complete_until=complete_until, now=now)

    @rule()
    def die_in_a_round(self) -> None:
        with self.house.sealer.transaction(force_rollback=True):
            seal_round.seal_round(self.house.sealer, since=seal_round.EVER)
        self._restart_sealer()

    def _restart_sealer(self) -> None:
        self.house.__dict__.pop("sealer").close()

    @rule()
    def carry(self) -> None:
        self.house.carry()

    @rule()
    def carry_and_forget_to_mark(self) -> None:
        self.house.carry()
        self.house.admin.execute("update audit_outgoing set carried_at = null")

    @rule(which=some.integers(0, 50))
    def erase(self, which: int) -> None:
        """What was read of a case: the one rule that asks no age, so that no clock need be moved here."""
        erasable = self.house.admin.execute(ERASABLE).fetchall()
        if erasable:
            self.house.admin.execute("select audit_seal_erase('audit_answer', %s, 'case-retention')", erasable[which % len(erasable)])
            self.committed += 1  # the erasure is a row too

    @rule()
    def audit(self) -> None:
        assert self.house.verified().findings == []

    def teardown(self) -> None:
        for connection in list(self.open):
            self.roll_back_late(connection)
        self.a_minute()
        self.house.carry()
        assert self.house.count() == self.committed
        assert self.house.seal() == 0
        assert self.house.verified().findings == []
        assert self.house.outside_one("select count(*) from published_audit_head") == self.house.one(
            "select count(*) from audit_checkpoint"
        )
        drop(self.house)


def test_whatever_happens_every_committed_row_is_sealed_once(empty_house: House) -> None:
    class ThisOffice(Office):
        empty = empty_house

    few = settings(max_examples=6, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(ThisOffice, settings=few)
