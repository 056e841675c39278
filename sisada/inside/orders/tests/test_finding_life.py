"""Whatever happens to a direct finding: one answer, by a superior, in its time; a ground from then on; an urgent order in time or late."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from sisada.foundation.clock import now
from sisada.inside.audit import grounds
from sisada.inside.orders.findings import State
from sisada.inside.orders.tests.conftest import HOUR, LIFE, Desk, refusal
from sisada.inside.waiting import notices
from tests.cast import Cast, Colleague

MINUTE = timedelta(minutes=1)
LAPSES, DUE = 60 * MINUTE, 24 * HOUR


class FindingLife(RuleBasedStateMachine):
    """Sari or Ratna finds; beside the database a model of what was done and how much time went by."""

    desk: Desk
    cast: Cast

    def __init__(self) -> None:
        super().__init__()
        self.finding: UUID | None = None
        self.finder = ""
        self.since_report = self.since_answer = timedelta(0)
        self.approved: bool | None = None
        self.draft: UUID | None = None
        self.ordered: timedelta | None = None  # how long after the answer the urgent order was signed

    def colleague(self, key: str) -> Colleague:
        one: Colleague = getattr(self.cast, key)
        return one

    @initialize(by=st.sampled_from(["sari", "ratna"]))
    def report(self, by: str) -> None:
        self.finding = self.desk.report(self.colleague(by))
        self.finder = by

    @rule(minutes=st.sampled_from([2, 58, 700, 745]))
    def time_passes(self, minutes: int) -> None:
        assert self.finding
        self.desk.pass_time(minutes * MINUTE, of=self.finding)
        self.since_report += minutes * MINUTE
        self.since_answer += minutes * MINUTE

    @rule(by=st.sampled_from(["sari", "ratna", "wirawan", "dimas"]), approve=st.booleans())
    def answer(self, by: str, approve: bool) -> None:
        assert self.finding
        finding, who = self.finding, self.colleague(by)
        said = refusal(lambda: self.desk.answer(finding, who, approve=approve))
        assert said == self._should_answer(by)
        if said is None:
            self.approved, self.since_answer = approve, timedelta(0)

    def _should_answer(self, by: str) -> str | None:
        if by not in ("ratna", "wirawan"):
            return "orders.not-for-this-role"
        if self.approved is not None:
            return "orders.already-answered"
        if by == self.finder:
            return "orders.own-order"
        return "orders.finding-over" if self.since_report >= LAPSES else None

    @rule()
    def draw_up_the_urgent_order(self) -> None:
        begins = now()
        window = {"valid_from": begins, "valid_until": begins + 20 * HOUR, "finding": self.finding}
        made: list[UUID] = []
        said = refusal(lambda: made.append(self.desk.draw_up(self.cast.dimas, **window)))
        should = "orders.finding-has-order" if self.draft else None
        assert said == (should if self.approved else "orders.finding-not-approved")
        self.draft = made[0] if made else self.draft

    @precondition(lambda self: self.draft and self.ordered is None)
    @rule(approve=st.booleans())
    def answer_the_urgent_order(self, approve: bool) -> None:
        assert self.draft
        if approve:
            self.desk.approve(self.draft, self.cast.wirawan)
            self.ordered = self.since_answer
        else:
            self.desk.refuse(self.draft, self.cast.wirawan)
            self.draft = None

    def should_be(self) -> State:
        if self.approved is None:
            return State.WAITING if self.since_report < LAPSES else State.LAPSED
        if not self.approved:
            return State.REFUSED
        if self.ordered is not None:
            return State.ORDERED if self.ordered < DUE else State.ORDERED_LATE
        return State.ORDER_DUE if self.since_answer < DUE else State.ORDER_LATE

    @invariant()
    def it_is_in_the_state_that_follows_from_what_was_done(self) -> None:
        # An order keeps the instant of its signature while the finding's clock is moved: then late is not judged here.
        if self.finding and (self.ordered is None or self.ordered == self.since_answer):
            assert self.desk.finding(self.finding).state(now()) is self.should_be()

    @invariant()
    def the_finder_alone_may_look_from_the_approval_until_the_order_is_due(self) -> None:
        if self.finding:
            known = {key: self.finding in {one.id for one in grounds.in_force(self.colleague(key).id, now())} for key in ("sari", "ratna")}
            open_to_the_finder = bool(self.approved) and self.since_answer < DUE
            assert known == {key: open_to_the_finder and key == self.finder for key in known}

    @invariant()
    def whoever_may_answer_is_asked_until_somebody_did(self) -> None:
        if self.finding:
            asked = [key for key in ("ratna", "wirawan") if "finding" in self.kinds(key)]
            turns = [key for key in ("ratna", "wirawan") if key != self.finder]
            begun = turns[: 1 + self.since_report // (3 * MINUTE)]
            assert asked == (begun if self.should_be() is State.WAITING else [])

    @invariant()
    def a_missed_clock_is_told_until_the_order_comes(self) -> None:
        if self.finding:
            assert ("finding-order-late" in self.kinds(self.finder)) == (self.should_be() is State.ORDER_LATE)

    def kinds(self, key: str) -> set[str]:
        return {one.kind for one in notices.waiting_for(self.colleague(key).id, now()) if one.subject == self.finding}


def test_whatever_happens_to_a_finding(desk: Desk, cast: Cast) -> None:
    life = type("OfThisTest", (FindingLife,), {"desk": desk, "cast": cast})
    run_state_machine_as_test(life, settings=LIFE)


@pytest.mark.parametrize("key", ["dimas", "wirawan", "lestari", "agus"])
def test_only_officers_in_the_field_report_findings(desk: Desk, cast: Cast, key: str) -> None:
    assert refusal(lambda: desk.report(getattr(cast, key))) == "orders.not-for-this-role"


@pytest.mark.parametrize(("passed", "word"), [(DUE - timedelta(seconds=2), "order-due"), (DUE + timedelta(seconds=1), "order-late")])
def test_the_clock_to_the_urgent_order_is_missed_after_a_day(desk: Desk, cast: Cast, passed: timedelta, word: str) -> None:
    """Source: Permenimipas 2/2025 art. 30."""
    finding = desk.report(cast.sari)
    desk.answer(finding, cast.ratna)
    desk.pass_time(passed, of=finding)
    assert desk.finding(finding).state(now()) == word


def test_an_order_signed_in_time_and_one_signed_late_are_told_apart(desk: Desk, cast: Cast) -> None:
    states = []
    for late in (timedelta(0), DUE + HOUR):
        finding = desk.report(cast.sari)
        desk.answer(finding, cast.ratna)
        desk.pass_time(late, of=finding)
        desk.approve(desk.draw_up(cast.sari, finding=finding), cast.wirawan)
        states.append(desk.finding(finding).state(now()))
    assert states == [State.ORDERED, State.ORDERED_LATE]


def test_with_nobody_to_ask_a_finding_is_refused_and_leaves_nothing(desk: Desk, cast: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute("update sign_in_user set is_active = false where id = any (%s)", [[cast.ratna.id, cast.wirawan.id]])
    assert refusal(lambda: desk.report(cast.sari)) == "orders.nobody-to-ask"


def test_the_rota_of_the_day_says_who_is_asked_first(desk: Desk, cast: Cast) -> None:
    with connection.cursor() as cursor:
        for turn, officer in ((1, cast.wirawan), (2, cast.ratna)):
            cursor.execute("select orders_put_on_rota(%s, %s, rules_today(), rules_today(), %s)", [officer.id, turn, cast.ratna.id])
    finding = desk.report(cast.sari)
    assert asked(cast, finding) == ["wirawan"]
    desk.pass_time(timedelta(minutes=3), of=finding)
    assert asked(cast, finding) == ["ratna", "wirawan"]


def test_whoever_is_taken_off_the_rota_is_asked_no_more_and_an_empty_rota_asks_all(desk: Desk, cast: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select orders_put_on_rota(%s, 1, rules_today(), rules_today(), %s)", [cast.wirawan.id, cast.ratna.id])
        row = cursor.fetchone()
        assert asked(cast, desk.report(cast.sari)) == ["wirawan"]
        cursor.execute("select orders_take_off_rota(%s, %s)", [row[0], cast.wirawan.id])
    assert asked(cast, desk.report(cast.sari)) == ["ratna"]


def asked(cast: Cast, finding: UUID) -> list[str]:
    """Who is asked now."""
    everybody = [cast.ratna, cast.wirawan]
    return [one.key for one in everybody if finding in {notice.subject for notice in notices.waiting_for(one.id, now())}]
