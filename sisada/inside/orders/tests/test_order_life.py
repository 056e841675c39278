"""Whatever happens to an order: it is in one state, whoever may not is refused, and it is a ground exactly while in force."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.utils.timezone import localtime
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from sisada.foundation.clock import now
from sisada.inside.audit import grounds
from sisada.inside.orders.orders import State
from sisada.inside.orders.tests.conftest import HOUR, LIFE, Desk, refusal
from sisada.inside.waiting import notices
from tests.cast import Cast, Colleague

WINDOW = (timedelta(hours=1), timedelta(hours=5))  # from when until when, counted from drawing up
SIGNERS = ("ratna", "wirawan")


class OrderLife(RuleBasedStateMachine):
    """Beside the database a model: what was done to the order, and how much time went by."""

    desk: Desk
    cast: Cast

    def __init__(self) -> None:
        super().__init__()
        self.order: UUID | None = None
        self.drawer = ""
        self.done = ""  # approved, refused, cancelled
        self.signed = False
        self.passed = timedelta(minutes=1)  # a little, so that no edge is met at the very instant

    def colleague(self, key: str) -> Colleague:
        one: Colleague = getattr(self.cast, key)
        return one

    @initialize(by=st.sampled_from(["sari", "ratna", "dimas", "wirawan"]))
    def draw_up(self, by: str) -> None:
        self.order = self.desk.draw_up(self.colleague(by))
        self.drawer = by

    @rule(hours=st.sampled_from([0.5, 1.0, 2.0, 4.0]))
    def time_passes(self, hours: float) -> None:
        assert self.order
        self.desk.pass_time(timedelta(hours=hours), of=self.order)
        self.passed += timedelta(hours=hours)

    @rule(by=st.sampled_from(["sari", "dimas", "ratna", "wirawan", "lestari"]), approve=st.booleans())
    def answer(self, by: str, approve: bool) -> None:
        assert self.order
        order, who = self.order, self.colleague(by)
        said = refusal(lambda: self.desk.approve(order, who) if approve else self.desk.refuse(order, who))
        assert said == self._should_answer(by)
        if said is None:
            self.done = "approved" if approve else "refused"
            self.signed = approve

    def _should_answer(self, by: str) -> str | None:
        if by not in SIGNERS:
            return "orders.not-for-this-role"
        if self.done:
            return "orders.already-answered"
        if self.passed > WINDOW[1]:
            return "orders.window-over"
        return "orders.own-order" if by == self.drawer else None

    @rule(by=st.sampled_from(["sari", "dimas", "ratna", "wirawan", "lestari"]))
    def cancel(self, by: str) -> None:
        assert self.order
        order, who = self.order, self.colleague(by)
        said = refusal(lambda: self.desk.cancel(order, who))
        assert said == self._should_cancel(by)
        if said is None:
            self.done = "cancelled"

    def _should_cancel(self, by: str) -> str | None:
        if by not in SIGNERS and (self.signed or by != self.drawer):
            return "orders.not-for-this-role"
        if self.done in ("refused", "cancelled"):
            return "orders.already-answered"
        return "orders.window-over" if self.passed > WINDOW[1] else None

    def should_be(self) -> State:
        if self.done in ("refused", "cancelled"):
            return State(self.done)
        if not self.signed:
            return State.WAITING if self.passed < WINDOW[1] else State.LAPSED
        if self.passed < WINDOW[0]:
            return State.COMING
        return State.IN_FORCE if self.passed < WINDOW[1] else State.OVER

    @invariant()
    def it_is_in_the_state_that_follows_from_what_was_done(self) -> None:
        if self.order:
            assert self.desk.order(self.order).state(now()) is self.should_be()

    @invariant()
    def it_is_a_ground_exactly_while_in_force(self) -> None:
        if self.order:
            known = {one.id for one in grounds.in_force(self.cast.sari.id, now())}
            assert (self.order in known) == (self.should_be() is State.IN_FORCE)

    @invariant()
    def whoever_may_sign_is_asked_exactly_while_it_waits(self) -> None:
        if self.order:
            asked = {key for key in SIGNERS if self.asks(self.colleague(key))}
            assert asked == ({*SIGNERS} - {self.drawer} if self.should_be() is State.WAITING else set())

    def asks(self, who: Colleague) -> bool:
        return any(one.subject == self.order and one.kind == "order" for one in notices.waiting_for(who.id, now()))


def test_whatever_happens_to_an_order(desk: Desk, cast: Cast) -> None:
    life = type("OfThisTest", (OrderLife,), {"desk": desk, "cast": cast})
    run_state_machine_as_test(life, settings=LIFE)


@pytest.mark.parametrize("key", ["lestari", "agus"])
def test_whoever_sees_no_persons_draws_up_no_order(desk: Desk, cast: Cast, key: str) -> None:
    assert refusal(lambda: desk.draw_up(getattr(cast, key))) == "orders.not-for-this-role"


def test_numbers_are_given_in_turn_by_year_and_never_twice(desk: Desk, cast: Cast) -> None:
    numbers = [desk.approve(desk.draw_up(cast.dimas), cast.wirawan) for _ in range(3)]
    digits = [int(number[3:7]) for number in numbers]
    assert digits == list(range(digits[0], digits[0] + 3))


def test_a_stand_ins_capacity_stays_with_what_he_signed(desk: Desk, cast: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            """insert into accounts_role_held (id, user_id, role, capacity, valid_from, valid_until)
               values (gen_random_uuid(), %s, 'kepala', 'plh', rules_today(), rules_today())""",
            [cast.dimas.id],
        )
    order = desk.draw_up(cast.sari)
    desk.approve(order, cast.dimas)
    assert desk.order(order).capacity == "plh"
    finding = desk.report(cast.sari)
    desk.answer(finding, cast.dimas)
    assert desk.finding(finding).capacity == "plh"


def test_an_order_names_officers_who_work_today(desk: Desk, cast: Cast) -> None:
    assert refusal(lambda: desk.draw_up(cast.dimas, officers=(cast.agus.id,))) == "orders.officer-without-role"


def test_an_order_lasts_at_most_the_days_of_the_rule(desk: Desk, cast: Cast) -> None:
    begins = now() + HOUR
    longest = timedelta(days=31)
    desk.draw_up(cast.dimas, valid_from=begins, valid_until=begins + longest)
    too_long = begins + longest + timedelta(seconds=1)
    assert refusal(lambda: desk.draw_up(cast.dimas, valid_from=begins, valid_until=too_long)) == "orders.window-too-long"


def test_an_order_for_a_time_that_is_over_is_not_drawn_up(desk: Desk, cast: Cast) -> None:
    over = now() - timedelta(seconds=1)
    assert refusal(lambda: desk.draw_up(cast.dimas, valid_from=over - HOUR, valid_until=over)) == "orders.window-over"


def test_an_order_begins_today_at_the_earliest_also_for_whoever_goes_past_the_form(desk: Desk, cast: Cast) -> None:
    midnight = localtime(now() - HOUR).replace(hour=0, minute=0, second=0, microsecond=0)
    ends = now() + HOUR
    desk.draw_up(cast.dimas, valid_from=midnight, valid_until=ends)
    yesterday = midnight - timedelta(seconds=1)
    assert refusal(lambda: desk.draw_up(cast.dimas, valid_from=yesterday, valid_until=ends)) == "orders.begins-too-early"


def test_an_order_about_people_covers_them_alone_and_says_only_how_many(desk: Desk, cast: Cast) -> None:
    named = UUID(int=7)
    order = desk.draw_up(cast.dimas, persons=(named,), valid_from=now() - HOUR)
    desk.approve(order, cast.wirawan)
    assert desk.order(order).persons_named == 1
    with connection.cursor() as cursor:
        cursor.execute("select persons from audit_ground where id = %s", [order])
        assert cursor.fetchone() == ([named],)
