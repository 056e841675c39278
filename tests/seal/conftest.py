from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.databases import Side
from tests.seal.house import MORNING, House, copy_of, drop, migrate_outside


@pytest.fixture(scope="session")
def empty_house(inside_side: Side, template: str, outside_side: Side) -> Iterator[House]:
    """Nothing looked at yet."""
    migrate_outside(outside_side, "run_seal_empty")
    inside_side.copy(template, "run_seal_empty")
    house = House(inside_side, outside_side, "run_seal_empty")
    yield house
    drop(house)


@pytest.fixture(scope="session")
def lived_in(empty_house: House) -> Iterator[House]:
    """Six minutes of an office, ten minutes apart, all sealed, signed and carried; and before them, what its looks rest on."""
    house = copy_of(empty_house, "run_seal_lived_in")
    house.reasons(MORNING)
    for number in range(6):
        house.minute(MORNING + number * timedelta(minutes=10))
    yield house
    drop(house)


@pytest.fixture
def new_house(empty_house: House) -> Iterator[House]:
    house = copy_of(empty_house, "run_seal_new")
    yield house
    drop(house)


@pytest.fixture
def house(lived_in: House) -> Iterator[House]:
    """A copy to be spoilt."""
    house = copy_of(lived_in, "run_seal_spoilt")
    yield house
    drop(house)
