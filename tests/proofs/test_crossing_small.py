"""A small `make prove-crossing`: the passage is killed at the statements that matter most, and cut off once."""

from collections.abc import Iterator

import pytest

from tests.databases import Side
from tests.proofs.crossing.places import Place, Places
from tests.proofs.prove_crossing import Plan, strike

NAME = "run_blows"
MATTER = ("COMMIT", "select cases_take", "select letterbox_carried")


@pytest.fixture
def places(inside_side: Side, template: str, outside_side: Side, empty_outside: str) -> Iterator[Places]:
    inside_side.copy(template, NAME)
    outside_side.copy(empty_outside, NAME)
    yield Places(inside=_place(inside_side), outside=_place(outside_side))
    for side in (inside_side, outside_side):
        side.drop(NAME)


def _place(side: Side) -> Place:
    return Place(side.server.port, side.server.url(NAME), lambda role: side.url(NAME, role))


def test_letters_and_words_stand_on_the_other_side_once_whatever_was_killed_when(places: Places) -> None:
    outcome = strike(places, Plan(kills=1, cuts=0, random_kills=1, random_cuts=1, seed=3, only=MATTER))
    assert outcome.faults == []
    assert outcome.on_their_way == 0
    assert outcome.letters.holds
    assert outcome.words.holds
    assert sum(times for blow, times in outcome.blows.items() if blow.startswith("kill -9")) == 9
