"""Every case of a stay that an officer can meet gets its headline. The table in stay_cases.py is the specification."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sisada.inside.registry.headline import Headline, Reason, State
from sisada.inside.registry.law import shipped_rows
from sisada.inside.registry.stay import StayRules, standing_on, stay_rules
from sisada.inside.registry.stay_facts import (
    Application,
    ApplicationKind,
    ApplicationState,
    Category,
    CivilState,
    Crossing,
    Direction,
    EndedBy,
    Permit,
    Stay,
)
from sisada.inside.registry.stay_permits import PermitKind, Standing
from sisada.inside.registry.tests.stay_cases import CASES, FIRST, FRESH, TODAY, Told, application, day, permit, second, stay

RULES = StayRules(
    ending_soon_days={PermitKind.ITAS: 30, PermitKind.ITAP: 30, PermitKind.ITK: 14, PermitKind.VOA: 14},
    fee_limit_days=60,
)


BY_LAST_DAY = [
    # kind, last day from today, state, reason
    (PermitKind.ITAS, 108, State.LAWFUL, Reason.PERMIT_HOLDS),
    (PermitKind.ITAS, 31, State.LAWFUL, Reason.PERMIT_HOLDS),
    (PermitKind.ITAS, 30, State.ENDING, Reason.ENDING_SOON),
    (PermitKind.ITAS, 1, State.ENDING, Reason.ENDING_SOON),
    (PermitKind.ITAS, 0, State.ENDING, Reason.LAST_DAY),  # lawful until midnight
    (PermitKind.ITAP, 31, State.LAWFUL, Reason.PERMIT_HOLDS),
    (PermitKind.ITAP, 30, State.ENDING, Reason.ENDING_SOON),
    (PermitKind.ITK, 15, State.LAWFUL, Reason.PERMIT_HOLDS),
    (PermitKind.ITK, 14, State.ENDING, Reason.ENDING_SOON),
    (PermitKind.VOA, 15, State.LAWFUL, Reason.PERMIT_HOLDS),
    (PermitKind.VOA, 14, State.ENDING, Reason.ENDING_SOON),
    (PermitKind.VOA, 0, State.ENDING, Reason.LAST_DAY),
    (PermitKind.BVK, 3, State.LAWFUL, Reason.PERMIT_HOLDS),  # no row of the office names it
    (PermitKind.BRIDGING, 5, State.LAWFUL, Reason.BRIDGING_HOLDS),
    (PermitKind.DIPLOMATIC, 3, State.LAWFUL, Reason.DIPLOMATIC),
    (PermitKind.OFFICIAL, 3, State.LAWFUL, Reason.DIPLOMATIC),
    (PermitKind.AFFIDAVIT, 3, State.LAWFUL, Reason.AFFIDAVIT),
]


@pytest.mark.parametrize(("kind", "last", "state", "reason"), BY_LAST_DAY)
def test_a_permit_that_holds_is_lawful_and_ends_soon_by_its_kind(kind: PermitKind, last: int, state: State, reason: Reason) -> None:
    expected = Headline(state=state, reason=reason, days=last, permit_id=FIRST, valid_until=day(last))
    assert standing_on(TODAY, stay(permit(-300, last, kind)), RULES) == expected


BY_DAYS_OVER = [(1, Standing.FEE_DUE), (59, Standing.FEE_DUE), (60, Standing.OPEN), (61, Standing.REMOVAL), (400, Standing.REMOVAL)]


@pytest.mark.parametrize(("over", "standing"), BY_DAYS_OVER)
def test_past_its_end_the_days_over_are_counted_from_the_day_after(over: int, standing: Standing) -> None:
    expected = Headline(state=State.OVER, reason=Reason.PAST_ITS_END, days=over, permit_id=FIRST, valid_until=day(-over), standing=standing)
    assert standing_on(TODAY, stay(permit(-500, -over)), RULES) == expected


@pytest.mark.parametrize(("facts", "told"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_every_case_has_its_headline(facts: Stay, told: Told) -> None:
    headline = standing_on(TODAY, facts, RULES)
    filed = (headline.filed_on - TODAY).days if headline.filed_on else None
    assert (headline.state, headline.reason, headline.days, headline.permit_id, filed) == told


def test_every_reason_is_the_reason_of_a_case_and_of_one_state_only() -> None:
    states_by_reason: dict[Reason, set[State]] = {}
    told = [case[2][:2] for case in CASES] + [(row[2], row[3]) for row in BY_LAST_DAY]
    for state, reason in told:
        states_by_reason.setdefault(reason, set()).add(state)
    assert set(states_by_reason) == set(Reason)
    assert all(len(states) == 1 for states in states_by_reason.values())


def test_the_report_date_is_told() -> None:
    facts = stay(permit(-900, None, PermitKind.ITAP, report_due_on=day(800)))
    assert standing_on(TODAY, facts, RULES).report_due_on == day(800)


def test_bridging_asked_in_time_is_a_question_in_the_gap_and_lawful_from_its_grant() -> None:
    facts = stay(
        permit(-300, -9, PermitKind.ITK),
        second(-3, 56, PermitKind.BRIDGING),
        applications=(application(-12, "granted", kind="bridging", decided=-3),),
    )
    reasons = [standing_on(day(offset), facts, RULES).reason for offset in (-9, -8, -4, -3)]
    assert reasons == [Reason.LAST_DAY, Reason.BRIDGING_PENDING, Reason.BRIDGING_PENDING, Reason.BRIDGING_HOLDS]


def test_the_shipped_rows_give_the_rules_of_the_table() -> None:
    assert stay_rules(shipped_rows(), TODAY) == RULES


def _permits() -> st.SearchStrategy[Permit]:
    offsets = st.integers(-400, 400)
    return st.builds(
        Permit,
        id=st.uuids(),
        kind=st.sampled_from(PermitKind),
        valid_from=offsets.map(day),
        valid_until=st.none() | offsets.map(day),
        ended_on=st.none() | offsets.map(day),
        ended_by=st.none() | st.sampled_from(EndedBy),
    )


def _applications() -> st.SearchStrategy[Application]:
    offsets = st.integers(-100, 100)
    return st.builds(
        Application,
        id=st.uuids(),
        permit_id=st.none(),
        kind=st.sampled_from(ApplicationKind),
        filed_on=offsets.map(day),
        state=st.sampled_from(ApplicationState),
        decided_on=st.none() | offsets.map(day),
    )


STAYS = st.builds(
    Stay,
    permits=st.lists(_permits(), max_size=4).map(tuple),
    applications=st.lists(_applications(), max_size=3).map(tuple),
    civil_state=st.sampled_from(CivilState),
    category=st.sampled_from(Category),
    last_crossing=st.none() | st.builds(Crossing, direction=st.sampled_from(Direction), on=st.integers(-100, 5).map(day)),
    mirror_age=st.none() | st.sampled_from([FRESH, timedelta(days=3)]),
)


@given(STAYS)
def test_whatever_is_recorded_gets_one_headline_that_agrees_with_itself(facts: Stay) -> None:
    headline = standing_on(TODAY, facts, RULES)
    assert (headline.state is State.OVER) == (headline.standing is not None)
    if headline.state is State.OVER:
        assert headline.days is not None
        assert headline.days > 0
        assert not any(permit.holds_on(TODAY) for permit in facts.permits)
        assert facts.category is not Category.REFUGEE
        assert facts.mirror_age == FRESH
    if headline.state is State.ENDING:
        assert headline.days is not None
        assert 0 <= headline.days <= 30
