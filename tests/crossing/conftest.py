from collections.abc import Iterator

import pytest

from tests.crossing.house import House
from tests.databases import Side

NAME = "run_crossing"


@pytest.fixture
def house(inside_side: Side, template: str, outside_side: Side, empty_outside: str) -> Iterator[House]:
    """Both sides, for this test alone: no letters, no words, the shipped holidays carried."""
    inside_side.copy(template, NAME)
    outside_side.copy(empty_outside, NAME)
    house = House(inside_side, outside_side, NAME)
    house.carry()
    yield house
    house.close()
    inside_side.drop(NAME)
    outside_side.drop(NAME)
