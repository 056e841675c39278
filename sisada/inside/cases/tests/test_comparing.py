"""Lists of who stays where against the mirror: a code and an id are written, at every edge of a permit, a number and an address; and what
differs in the address becomes a discrepancy, once."""

import uuid
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from sisada.foundation.clock import now, office_today
from sisada.foundation.letter import Place, Stay
from sisada.inside.cases import comparing
from sisada.inside.cases.tests.conftest import Desk, Reporter, as_worker
from tests import specimen
from tests.cast import RAWAJATI
from tests.specimen import Specimen

pytestmark = pytest.mark.django_db
PLACE = Place(kelurahan=RAWAJATI, text="Apartemen Graha Contoh lantai 3", lat=None, lon=None, pin_from=None)
ELSEWHERE = Place(kelurahan="31.74.08.1002", text="Jl. Lain no. 5", lat=None, lon=None, pin_from=None)
TODAY = office_today()


@dataclass
class House:
    """Whoever lists who stays with him, and the mirror beside it."""

    desk: Desk
    reporter: Reporter = field(default_factory=Reporter)

    def lists(self, *numbers: str, at: Place | None = PLACE, until: date | None = None) -> UUID:
        """A list with these numbers is filed and compared; its case."""
        stays = tuple(Stay(uuid.uuid4(), "Tamu", "Utopia", number, None, until) for number in numbers)
        case = self.desk.gets(self.reporter.letter("presence", stays=stays, stay_place=at))
        self.compare()
        return case

    def compare(self) -> int:
        with as_worker():
            return comparing.compare_lists()

    def follows(self) -> int:
        with as_worker():
            return comparing.follow_mirror()

    def results(self, case: UUID) -> list[str]:
        return [row[0] for row in self.desk.rows('select result from cases_stay where "case" = %s order by place', [case])]

    def persons(self, case: UUID) -> list[UUID | None]:
        return [row[0] for row in self.desk.rows('select person from cases_stay where "case" = %s order by place', [case])]

    def discrepancies(self, person: UUID) -> list[tuple[Any, ...]]:
        return self.desk.rows("select field, state from cases_discrepancy where person = %s order by state", [person])

    def mirror(self, statement: str, *values: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)

    def changes(self, person: UUID, *, position: int = 7) -> None:
        """The link says that something about this person changed."""
        change = "insert into registry_change (position, person_id, tables, source_at, arrived_at) values (%s, %s, '[]', now(), now())"
        self.mirror(change, position, person)

    def second_person(self) -> Specimen:
        with connection.cursor() as cursor:
            return specimen.write(cursor.cursor, "tetangga")


@pytest.fixture
def house(desk: Desk) -> House:
    made = House(desk)
    mirror_is(made, "streaming")
    return made


def mirror_is(house: House, phase: str) -> None:
    house.mirror("delete from link_state")
    house.mirror("insert into link_state (id, position, phase, source_at, checked_at) values (1, 1, %s, now(), now())", phase)


@pytest.mark.parametrize("written", ["L898902C3", " l898-902 c3", "L898902C3<<", "2C21JEL898902C3", "nl898902c3"])
def test_a_number_is_known_however_it_is_written_and_whichever_it_is(house: House, eriksson: Specimen, written: str) -> None:
    case = house.lists(written)
    assert house.results(case) == ["as_recorded"]
    assert house.persons(case) == [eriksson.id]


@pytest.mark.parametrize("written", ["L8989O2C3", "L898902C4", "ERIKSSON"])
def test_a_number_that_is_only_alike_is_nobodys(house: House, eriksson: Specimen, written: str) -> None:
    case = house.lists(written)
    assert (house.results(case), house.persons(case)) == (["unknown_number"], [None])


def test_a_line_without_a_number_is_not_compared(house: House, eriksson: Specimen) -> None:
    assert house.results(house.lists("-.-")) == ["not_compared"]


@pytest.mark.parametrize(("ends", "result"), [(0, "as_recorded"), (1, "as_recorded"), (-1, "permit_over")])
def test_a_permit_is_over_from_the_day_after_its_last(house: House, eriksson: Specimen, ends: int, result: str) -> None:
    house.mirror("update registry_stay_permit set valid_until = %s where person_id = %s", TODAY + timedelta(days=ends), eriksson.id)
    assert house.results(house.lists(eriksson.passport)) == [result]


def test_an_extension_under_way_is_not_over(house: House, eriksson: Specimen) -> None:
    house.mirror("update registry_stay_permit set valid_until = %s where person_id = %s", TODAY - timedelta(days=3), eriksson.id)
    applied = """insert into registry_application (id, upstream_key, version, source_at, person_id, kind, filed_on, state)
        values (gen_random_uuid(), 1, 1, now(), %s, 'extension', %s, 'pending')"""
    house.mirror(applied, eriksson.id, TODAY - timedelta(days=9))
    assert house.results(house.lists(eriksson.passport)) == ["as_recorded"]


def test_who_is_recorded_as_departed_is_said_so(house: House, eriksson: Specimen) -> None:
    house.mirror("update registry_crossing set direction = 'out', crossed_at = %s where person_id = %s", now(), eriksson.id)
    assert house.results(house.lists(eriksson.passport)) == ["recorded_left"]


def test_a_stay_that_had_ended_is_compared_with_its_own_last_day(house: House, eriksson: Specimen) -> None:
    house.mirror("update registry_crossing set direction = 'out', crossed_at = %s where person_id = %s", now(), eriksson.id)
    assert house.results(house.lists(eriksson.passport, until=TODAY - timedelta(days=2))) == ["as_recorded"]


@pytest.mark.parametrize(
    ("place", "result"),
    [
        (ELSEWHERE, "other_address"),
        (Place(kelurahan=RAWAJATI, text="", lat=None, lon=None, pin_from=None), "as_recorded"),
        (Place(kelurahan=RAWAJATI, text="jalan Eriksson 12 RT 3", lat=None, lon=None, pin_from=None), "as_recorded"),
        (Place(kelurahan=RAWAJATI, text="Rusun Melati", lat=None, lon=None, pin_from=None), "other_address"),
        (Place(kelurahan=None, text="GRAHA CONTOH unit 9", lat=None, lon=None, pin_from=None), "as_recorded"),
        (Place(kelurahan=None, text="Rusun Melati", lat=None, lon=None, pin_from=None), "not_compared"),
    ],
)
def test_an_address_is_compared_by_kelurahan_and_by_name_where_both_give_one(
    house: House, eriksson: Specimen, place: Place, result: str
) -> None:
    assert house.results(house.lists(eriksson.passport, at=place)) == [result]


def test_who_has_no_address_recorded_stays_at_another_than_recorded(house: House, eriksson: Specimen) -> None:
    house.mirror("delete from registry_address where person_id = %s", eriksson.id)
    assert house.results(house.lists(eriksson.passport)) == ["other_address"]


def test_two_documents_of_one_person_are_both_his(house: House, eriksson: Specimen) -> None:
    house.mirror("insert into lookup_number values (gen_random_uuid(), %s, 'document', 'OLD1', '0101')", eriksson.id)
    house.mirror("update lookup_number set folded = translate(exact, 'OQDILBSZG', '000118526') where exact = 'OLD1'")
    case = house.lists("OLD1", eriksson.passport)
    assert house.persons(case) == [eriksson.id, eriksson.id]


def test_a_number_of_two_persons_is_for_a_human_to_look_at(house: House, eriksson: Specimen) -> None:
    other = house.second_person()
    house.mirror("update lookup_number set exact = 'L898902C3', folded = 'L898902C3' where person_id = %s and kind = 'document'", other.id)
    house.mirror("update lookup_number set folded = translate(exact, 'OQDILBSZG', '000118526') where exact = 'L898902C3'")
    case = house.lists("L898902C3")
    assert (house.results(case), house.persons(case)) == (["not_compared"], [None])


@pytest.mark.parametrize("state", ["deceased", "naturalised"])
def test_who_is_no_foreign_national_any_more_is_for_a_human_to_look_at(house: House, eriksson: Specimen, state: str) -> None:
    house.mirror("update registry_person set civil_state = %s where id = %s", state, eriksson.id)
    assert house.results(house.lists(eriksson.passport)) == ["not_compared"]


def test_a_decoys_number_is_compared_like_any_other_and_alerts_nobody(house: House, eriksson: Specimen) -> None:
    house.mirror("insert into audit_decoy (person) values (%s)", eriksson.id)
    waited = house.desk.waits_for(house.desk.cast.lestari.id)
    assert house.results(house.lists(eriksson.passport)) == ["as_recorded"]
    assert house.desk.waits_for(house.desk.cast.lestari.id) == waited
    assert house.desk.one("select count(*) from audit_look where subject = %s", [eriksson.id]) == 0


@pytest.mark.parametrize("phase", ["waiting", "copying"])
def test_nobody_is_unknown_in_a_mirror_that_is_not_whole(house: House, phase: str) -> None:
    mirror_is(house, phase)
    case = house.lists("X1")
    assert house.results(case) == ["not_compared"]
    mirror_is(house, "streaming")
    house.compare()
    assert house.results(case) == ["unknown_number"]


def test_another_address_makes_one_discrepancy_that_the_card_shows(house: House, eriksson: Specimen) -> None:
    case = house.lists(eriksson.passport, at=ELSEWHERE)
    assert house.discrepancies(eriksson.id) == [("address", "open")]
    house.mirror("update cases_stay set compared_at = compared_at - interval '1 day', result = 'not_compared' where \"case\" = %s", case)
    house.compare()
    house.lists(eriksson.passport, at=Place(kelurahan=RAWAJATI, text="Rusun Melati", lat=None, lon=None, pin_from=None))
    assert house.discrepancies(eriksson.id) == [("address", "open")]
    assert house.desk.rows("select kind, about from lookup_mark where person = %s and until is null", [eriksson.id]) == [
        ("discrepancy", "address")
    ]


def test_an_open_list_is_compared_again_when_the_link_moves_the_person(house: House, eriksson: Specimen) -> None:
    case = house.lists(eriksson.passport)
    house.mirror("update registry_stay_permit set valid_until = %s where person_id = %s", TODAY - timedelta(days=1), eriksson.id)
    assert house.compare() == 0  # it was compared today
    house.changes(eriksson.id)
    house.follows()
    assert house.results(case) == ["permit_over"]


def test_an_unknown_number_is_known_when_the_link_brings_it(house: House, eriksson: Specimen) -> None:
    case = house.lists("NEW77")
    house.mirror("update lookup_number set exact = 'NEW77', folded = 'NEW77' where person_id = %s and kind = 'document'", eriksson.id)
    house.changes(eriksson.id)
    house.follows()
    assert house.results(case) == ["as_recorded"]


def test_a_closed_list_is_compared_no_more(house: House, eriksson: Specimen) -> None:
    case = house.lists("NEW77")
    house.mirror("select cases_shut(%s, null, 'answered')", case)
    house.mirror("update lookup_number set exact = 'NEW77', folded = 'NEW77' where person_id = %s and kind = 'document'", eriksson.id)
    house.changes(eriksson.id)
    house.follows()
    assert house.results(case) == ["unknown_number"]


def test_a_change_is_followed_once(house: House, eriksson: Specimen) -> None:
    house.follows()
    house.changes(eriksson.id)
    assert house.follows() == 1
    assert house.follows() == 0


@pytest.mark.parametrize(
    "statement", ["select person from cases_stay", "select exact from lookup_number", "select * from cases_stay_result(null, '', '')"]
)
def test_the_worker_learns_nothing_of_anybody(house: House, statement: str) -> None:
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), as_worker(), connection.cursor() as cursor:
        cursor.execute(statement)
