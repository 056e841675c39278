"""Whatever the desk, the superiors and the reporter do, in whatever order: a case is in the state that follows from it, held by whom it
says, and nobody reads or acts who does not hold it."""

from collections.abc import Callable
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from sisada.inside.cases import acts, claims
from sisada.inside.cases.tests.conftest import Desk, Reporter
from tests.office_role import as_office

# The same sequences each time: a database stands behind them, and a failure must be seen again.
LIFE = settings(
    max_examples=15,
    stateful_step_count=20,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
PEOPLE = ("dimas", "ratna", "wirawan", "sari")
SUPERIORS = ("ratna", "wirawan")
SENTENCES = {"not_fact": "closed.nothing-found", "not_ours": "not_ours.elsewhere", "fact": None}


class CaseLife(RuleBasedStateMachine):
    """Beside the database a model: state, who holds it how, who decided, who may no longer handle it."""

    desk: Desk

    def __init__(self) -> None:
        super().__init__()
        self.reporter = Reporter()
        self.state = "new"
        self.holder: str | None = None
        self.seconds: set[str] = set()
        self.decided_by: str | None = None
        self.handlers: set[str] = set()
        self.banned: set[str] = set()
        self.reopened = False
        self.case: UUID | None = None

    def id(self, who: str) -> UUID:
        found: UUID = getattr(self.desk.cast, who).id
        return found

    @property
    def its(self) -> UUID:
        assert self.case
        return self.case

    def refused(self, act: Callable[[], object]) -> str | None:
        return self.desk.refused(act)

    @initialize()
    def report(self) -> None:
        self.case = self.desk.gets(self.reporter.letter())

    @rule(by=st.sampled_from(PEOPLE))
    def claim(self, by: str) -> None:
        should = None
        if by == "sari":
            should = "case.not-for-this-role"
        elif self.holder not in (None, by):
            should = "case.held-by-other"
        elif self.holder is None and by in self.banned:
            should = "case.for-another"
        assert self.refused(lambda: claims.claim(self.its, by=self.id(by))) == should
        if should is None:
            self.holder = by
            self.handlers.add(by)
            self.state = "reviewing" if self.state == "new" else self.state

    @rule(by=st.sampled_from(PEOPLE))
    def release(self, by: str) -> None:
        holds = by == self.holder or by in self.seconds
        should = "case.not-for-this-role" if by == "sari" else None if holds else "case.not-held"
        assert self.refused(lambda: claims.release(self.its, by=self.id(by))) == should
        self.let_go(by)

    def let_go(self, by: str) -> None:
        self.holder = None if by == self.holder else self.holder
        self.seconds.discard(by)

    @rule(by=st.sampled_from(PEOPLE), kind=st.sampled_from(["fact", "not_fact", "not_ours"]), late=st.booleans())
    def decide(self, by: str, kind: str, late: bool) -> None:
        seen = self.desk.seen(self.its) - late
        should = self.should_act(by, ("reviewing", "waiting_reporter"), late=late)
        act = lambda: acts.decide(self.its, by=self.id(by), seen=seen, kind=kind, why="Sudah dicek", sentence=SENTENCES[kind])  # noqa: E731 - read at once
        assert self.refused(act) == should
        if should is None:
            self.decided_by = by
            self.state = "awaiting_second" if kind == "fact" else "closed"
            self.holder, self.seconds = None, set()

    def should_act(self, by: str, states: tuple[str, ...], *, late: bool) -> str | None:
        if by == "sari":
            return "case.not-for-this-role"
        if late:
            return "case.changed-meanwhile"
        if by != self.holder:
            return "case.not-held"
        if self.state not in states:
            return "case.closed" if self.state == "closed" else "case.not-now"
        return None

    @rule(by=st.sampled_from(PEOPLE))
    def ask(self, by: str) -> None:
        should = self.should_act(by, ("reviewing", "waiting_reporter"), late=False)
        self.desk.reads(self.its, self.id(by))
        assert self.refused(lambda: acts.ask(self.its, by=self.id(by), seen=self.desk.seen(self.its), text="Di mana?")) == should
        self.state = self.state if should else "waiting_reporter"

    @rule()
    def answer(self) -> None:
        if self.state != "closed":
            assert self.desk.gets(self.reporter.letter("addition", what="Di sana.")) == self.case
            self.state = "reviewing" if self.state == "waiting_reporter" else self.state

    @rule()
    def say_not_done(self) -> None:
        if self.state == "closed" and not self.reopened:
            assert self.desk.gets(self.reporter.letter("not_done", what="Belum.")) == self.case
            self.reopened, self.state = True, "new"
            self.banned |= self.handlers
            self.holder, self.seconds = None, set()

    @rule(by=st.sampled_from(PEOPLE))
    def claim_second(self, by: str) -> None:
        should = None
        if by not in SUPERIORS:
            should = "case.not-for-this-role"
        elif self.state != "awaiting_second":
            should = "case.closed" if self.state == "closed" else "case.not-now"
        elif by == self.decided_by or by in self.banned:
            should = "case.own-decision"
        assert self.refused(lambda: claims.claim_second(self.its, by=self.id(by))) == should
        if should is None:
            self.seconds.add(by)

    @rule(by=st.sampled_from(SUPERIORS), agree=st.booleans())
    def look_again(self, by: str, agree: bool) -> None:
        seen = self.desk.seen(self.its)
        if agree:
            said = self.refused(lambda: acts.agree(self.its, by=self.id(by), seen=seen, sentence="acting.followed-up"))
        else:
            said = self.refused(lambda: acts.disagree(self.its, by=self.id(by), seen=seen, why="Belum terbukti"))
        assert said == (None if by in self.seconds else "case.not-held")
        if said is None:
            self.state = "ready" if agree else "reviewing"
            self.holder, self.seconds = None, set()

    @rule(by=st.sampled_from(PEOPLE))
    def close(self, by: str) -> None:
        should = self.should_act(by, ("ready",), late=False)
        assert self.refused(lambda: acts.close(self.its, by=self.id(by), seen=self.desk.seen(self.its), sentence="closed.done")) == should
        if should is None:
            self.state, self.holder, self.seconds = "closed", None, set()

    @invariant()
    def it_is_in_the_state_that_follows(self) -> None:
        if self.case:
            assert self.desk.case(self.case)["state"] == self.state

    @invariant()
    def a_ground_is_in_force_for_whoever_holds_it_and_for_nobody_else(self) -> None:
        if self.case:
            holding = """select basis.officers[1] from audit_ground as basis join cases_hold as hold on hold.id = basis.id
                where hold."case" = %s and not exists (select from audit_ground_end where ground = basis.id)"""
            held = sorted([self.id(one) for one in ({self.holder} | self.seconds) - {None} if one])
            assert sorted({row[0] for row in self.desk.rows(holding, [self.case])}) == held

    @invariant()
    def the_clock_stands_only_while_the_reporter_is_asked(self) -> None:
        if self.case:
            open_pauses = self.desk.one('select count(*) from cases_pause where "case" = %s and until is null', [self.case])
            assert open_pauses == (self.state == "waiting_reporter")


def test_whatever_is_done_in_whatever_order(desk: Desk) -> None:
    run_state_machine_as_test(type("Bound", (CaseLife,), {"desk": desk}), settings=LIFE)


@pytest.mark.parametrize("sentence", [None, "closed.done", "acting.followed-up"])
def test_a_decision_is_told_by_a_sentence_of_its_own_or_not_at_all(desk: Desk, reporter: Reporter, sentence: str | None) -> None:
    case, dimas = desk.gets(reporter.letter()), desk.cast.dimas.id
    desk.does(lambda: claims.claim(case, by=dimas))
    act = lambda: acts.decide(case, by=dimas, seen=desk.seen(case), kind="not_fact", why="Sudah dicek", sentence=sentence)  # noqa: E731 - read at once
    assert desk.refused(act) == "case.no-such-decision"
    assert desk.case(case)["state"] == "reviewing"


def test_a_fact_is_told_to_the_reporter_when_the_second_pair_of_eyes_agreed(desk: Desk, reporter: Reporter) -> None:
    case, dimas, ratna = desk.gets(reporter.letter()), desk.cast.dimas.id, desk.cast.ratna.id
    desk.does(lambda: claims.claim(case, by=dimas))
    desk.does(lambda: acts.decide(case, by=dimas, seen=desk.seen(case), kind="fact", why="Dua saksi"))
    assert [word.step for word in desk.words_to(reporter)] == ["received", "reviewing"]
    assert "case-second" in desk.waits_for(ratna)
    desk.does(lambda: claims.claim_second(case, by=ratna))
    desk.does(lambda: acts.agree(case, by=ratna, seen=desk.seen(case), sentence="acting.followed-up"))
    assert "case-second" not in desk.waits_for(ratna)
    desk.does(lambda: claims.claim(case, by=dimas))
    desk.does(lambda: acts.close(case, by=dimas, seen=desk.seen(case), sentence="closed.done"))
    assert [(word.step, word.may_say_not_done) for word in desk.words_to(reporter)[2:]] == [("acting", False), ("closed", True)]
    assert desk.case(case)["outcome"] == "fact"


def test_whoever_decided_is_told_that_the_second_pair_of_eyes_does_not_agree(desk: Desk, reporter: Reporter) -> None:
    case, dimas, ratna = desk.gets(reporter.letter()), desk.cast.dimas.id, desk.cast.ratna.id
    desk.does(lambda: claims.claim(case, by=dimas))
    desk.does(lambda: acts.decide(case, by=dimas, seen=desk.seen(case), kind="fact", why="Dua saksi"))
    desk.does(lambda: claims.claim_second(case, by=ratna))
    desk.does(lambda: acts.disagree(case, by=ratna, seen=desk.seen(case), why="Saksinya sama"))
    assert "case-back" in desk.waits_for(dimas)
    assert desk.case(case)["state"] == "reviewing"


def test_several_that_are_not_the_offices_end_together_or_none_does(desk: Desk) -> None:
    dimas = desk.cast.dimas.id
    cases = [desk.gets(Reporter().letter()) for _ in range(3)]
    with as_office():
        for case in cases[:2]:
            claims.claim(case, by=dimas)

    def decide(some: list[UUID]) -> str | None:
        seen = {case: desk.seen(case) for case in some}
        said = {"why": "Urusan lalu lintas", "sentence": "not_ours.elsewhere", "go_to": "police"}
        return desk.refused(lambda: acts.not_ours_many(seen, by=dimas, **said))

    assert decide(cases) == "case.not-held"
    assert {desk.case(case)["state"] for case in cases[:2]} == {"reviewing"}
    assert decide(cases[:2]) is None
    assert {desk.case(case)["outcome"] for case in cases[:2]} == {"not_ours"}


def test_a_case_is_handed_over_to_somebody_who_may_have_it_and_is_told(desk: Desk, reporter: Reporter) -> None:
    case, dimas, ratna = desk.gets(reporter.letter()), desk.cast.dimas.id, desk.cast.ratna.id
    desk.does(lambda: claims.claim(case, by=dimas))
    assert desk.refused(lambda: claims.hand_over(case, by=dimas, to=desk.cast.sari.id)) == "case.not-for-them"
    desk.does(lambda: claims.hand_over(case, by=dimas, to=ratna))
    assert desk.refused(lambda: acts.note_down(case, by=dimas, text="Masih saya?")) == "case.not-held"
    assert "case-given" in desk.waits_for(ratna)
    assert desk.refused(lambda: acts.note_down(case, by=ratna, text="Sudah saya terima.")) is None
