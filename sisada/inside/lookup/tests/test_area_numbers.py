"""How many people reside where: who counts, and who does not."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import connection

from sisada.inside.lookup import find
from tests.specimen import Specimen

RAWAJATI = "31.74.08.1003"
CROSSING = """
insert into registry_crossing (id, upstream_key, version, source_at, person_id, direction, crossed_at, checkpoint)
values (%s, 1, 1, now(), %s, %s, %s, 'Soekarno-Hatta')
"""


def number_of_rawajati() -> int:
    return find.area_numbers([RAWAJATI]).get(RAWAJATI, 0)


@pytest.fixture
def before(db: None) -> int:
    return number_of_rawajati()


def test_whoever_lives_there_counts(before: int, eriksson: Specimen) -> None:
    assert number_of_rawajati() == before + 1


def test_a_decoy_counts_nowhere(before: int, eriksson: Specimen) -> None:
    with connection.cursor() as cursor:
        cursor.execute("insert into audit_decoy (person) values (%s)", [eriksson.id])
    assert number_of_rawajati() == before


def test_whoever_is_recorded_as_departed_does_not_count_and_counts_again_after_coming_back(before: int, eriksson: Specimen) -> None:
    with connection.cursor() as cursor:
        cursor.execute(CROSSING, [uuid4(), eriksson.id, "out", datetime(2098, 1, 1, tzinfo=UTC)])
        assert number_of_rawajati() == before
        cursor.execute(CROSSING, [uuid4(), eriksson.id, "in", datetime(2099, 1, 1, tzinfo=UTC)])
    assert number_of_rawajati() == before + 1


@pytest.mark.parametrize("state", ["deceased", "naturalised"])
def test_the_dead_and_those_who_became_citizens_do_not_count(before: int, eriksson: Specimen, state: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("update registry_person set civil_state = %s where id = %s", [state, eriksson.id])
    assert number_of_rawajati() == before


def test_codes_nest_by_their_dots(eriksson: Specimen) -> None:
    assert RAWAJATI in find.area_numbers(["31.74"])
    assert RAWAJATI not in find.area_numbers(["31.7"])
