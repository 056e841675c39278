"""What was found otherwise: reported from the card, shown there as a question, proposed in a signed file, closed by the link alone."""

import json
import uuid
from base64 import b64decode
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from nacl.signing import VerifyKey

from sisada.foundation.clock import now, office_today
from sisada.inside.audit.looks import Look, LookRefused, Purpose, begin_look, end_look
from sisada.inside.cases import claims, discrepancies, reading
from sisada.inside.cases.discrepancies import Found, State
from sisada.inside.cases.reading import WholeCase
from sisada.inside.cases.tests.conftest import Desk, refused_with
from sisada.inside.cases.tests.test_comparing import House, mirror_is
from tests.cast import RAWAJATI, Cast
from tests.office_role import as_office
from tests.specimen import Specimen

pytestmark = pytest.mark.django_db
ELSEWHERE = Found("address", "Rusun Melati 4 [31.74.08.1002]", "31.74.08.1002", "dilihat sendiri")


@pytest.fixture
def house(desk: Desk) -> House:
    made = House(desk)
    mirror_is(made, "streaming")
    return made


def card_of(cast: Cast, person: UUID) -> Look:
    return begin_look(cast.sari.id, cast.sari.device, ground=cast.ground.id, purpose=Purpose.CARD, subject=person)


def report(cast: Cast, person: UUID, found: Found = ELSEWHERE, *, form: UUID | None = None) -> UUID:
    look = card_of(cast, person)
    with as_office():
        return discrepancies.report(look, found, form=form or uuid.uuid4())


def held(house: House, case: UUID) -> WholeCase:
    """The desk takes it and reads it."""
    with as_office():
        claims.claim(case, by=house.desk.cast.dimas.id)
    whole = json.loads(house.desk.one("select cases_whole(one)::text from cases_case as one where id = %s", [case]))
    return reading.whole_case(whole, "")


def proposed(house: House, case: UUID) -> WholeCase:
    read = held(house, case)
    with as_office():
        discrepancies.propose(read, by=house.desk.cast.dimas.id, name="Dimas Prakoso", seen=read.case.version)
    return held(house, case)


def state(house: House, case: UUID) -> tuple[str, int | None]:
    return tuple(house.desk.rows('select state, closed_by_position from cases_discrepancy where "case" = %s', [case])[0])


def marks(house: House, person: UUID) -> list[str]:
    return [row[0] for row in house.desk.rows("select about from lookup_mark where person = %s and until is null", [person])]


def test_what_an_officer_found_is_a_case_that_the_desk_reads_and_the_card_shows(house: House, eriksson: Specimen) -> None:
    case = report(house.desk.cast, eriksson.id)
    read = held(house, case)
    assert read.discrepancy
    assert (read.discrepancy.field, read.discrepancy.reported) == ("address", ELSEWHERE.what)
    assert read.discrepancy.recorded == f"Graha Contoh, 7, {eriksson.street}, RT 003, RW 005 [{RAWAJATI}]"
    assert [linked.person for linked in read.persons] == [eriksson.id]
    assert marks(house, eriksson.id) == ["address"]


def test_the_list_names_nobody_and_counts_what_is_open(house: House, eriksson: Specimen) -> None:
    before = discrepancies.counts()[State.OPEN]
    case = report(house.desk.cast, eriksson.id)
    with as_office():
        row = discrepancies.one(case)
        assert row in discrepancies.rows(State.OPEN)
        assert discrepancies.counts()[State.OPEN] == before + 1
    assert eriksson.primary not in str(row)
    assert eriksson.street not in str(row)


def test_a_form_sent_twice_makes_one(house: House, eriksson: Specimen) -> None:
    form = uuid.uuid4()
    assert report(house.desk.cast, eriksson.id, form=form) == report(house.desk.cast, eriksson.id, form=form)


def test_the_same_field_found_again_is_added_to_the_open_one_and_its_holder_is_told(house: House, eriksson: Specimen) -> None:
    case = report(house.desk.cast, eriksson.id)
    held(house, case)
    again = Found("address", "Kos Anggrek [31.74.08.1003]", RAWAJATI)
    assert report(house.desk.cast, eriksson.id, again) == case
    assert [one.what for one in held(house, case).reports] == [f"{ELSEWHERE.what}\ndilihat sendiri", again.what]
    assert "discrepancy-more" in house.desk.waits_for(house.desk.cast.dimas.id)


def test_without_the_open_look_on_the_card_nothing_is_reported(house: House, eriksson: Specimen) -> None:
    look = card_of(house.desk.cast, eriksson.id)
    end_look(look, why="page-closed")
    with as_office(), pytest.raises(LookRefused):
        discrepancies.report(look, ELSEWHERE, form=uuid.uuid4())


def test_a_proposal_is_signed_and_anybody_with_the_public_key_can_check_it(house: House, eriksson: Specimen) -> None:
    read = proposed(house, report(house.desk.cast, eriksson.id))
    assert read.discrepancy
    assert read.discrepancy.proposal
    file = json.loads(read.discrepancy.proposal)
    VerifyKey(bytes.fromhex(file["key"])).verify(file["proposal"].encode(), b64decode(file["signature"]))
    said = json.loads(file["proposal"])
    assert (said["niora"], said["field"], said["found"]) == (eriksson.niora, "address", ELSEWHERE.what)
    assert (said["proposed_by"], said["number"]) == ("Dimas Prakoso", f"{read.case.number}/{read.case.year}")
    assert read.discrepancy.state == "proposed"


def test_what_is_proposed_is_not_proposed_again_and_nobody_acts_on_what_changed(house: House, eriksson: Specimen) -> None:
    cast = house.desk.cast
    read = proposed(house, report(cast, eriksson.id))
    with as_office(), refused_with("case.not-now"):
        discrepancies.propose(read, by=cast.dimas.id, name="Dimas", seen=read.case.version)
    with as_office(), refused_with("case.changed-meanwhile"):
        discrepancies.withdraw(read.case.id, by=cast.dimas.id, seen=read.case.version - 1, why="keliru")
    with as_office(), refused_with("case.not-held"):
        discrepancies.withdraw(read.case.id, by=cast.wirawan.id, seen=read.case.version, why="keliru")


def test_it_is_withdrawn_with_a_reason_and_the_card_forgets_it(house: House, eriksson: Specimen) -> None:
    read = held(house, report(house.desk.cast, eriksson.id))
    with as_office():
        discrepancies.withdraw(read.case.id, by=house.desk.cast.dimas.id, seen=read.case.version, why="salah baca unit")
    assert state(house, read.case.id) == ("withdrawn", None)
    assert marks(house, eriksson.id) == []


def moves(house: House, person: UUID, *, street: str, kelurahan: str, position: int) -> None:
    """The Directorate records another address, and the link brings it."""
    house.mirror(
        "update registry_address set building = null, street = %s, kelurahan_code = %s where person_id = %s", street, kelurahan, person
    )
    house.changes(person, position=position)
    house.follows()


def test_it_is_closed_by_itself_with_the_position_when_the_link_brings_the_change(house: House, eriksson: Specimen) -> None:
    case = proposed(house, report(house.desk.cast, eriksson.id)).case.id
    moves(house, eriksson.id, street="Jalan Rusun Melati", kelurahan="31.74.08.1002", position=4711)
    assert state(house, case) == ("closed", 4711)
    assert marks(house, eriksson.id) == []
    assert "discrepancy-closed" in house.desk.waits_for(house.desk.cast.dimas.id)
    assert house.desk.case(case)["outcome"] == "fact"


def test_a_change_that_does_not_say_what_was_found_closes_nothing(house: House, eriksson: Specimen) -> None:
    case = proposed(house, report(house.desk.cast, eriksson.id)).case.id
    house.mirror("update registry_person set birth_place = 'Nadir' where id = %s", eriksson.id)
    house.changes(eriksson.id)
    house.follows()
    assert state(house, case) == ("proposed", None)
    moves(house, eriksson.id, street="Jalan Anggrek", kelurahan="31.74.08.1001", position=8)
    assert state(house, case) == ("proposed", None)
    read = held(house, case).discrepancy
    assert read
    assert read.recorded == "7, Jalan Anggrek, RT 003, RW 005 [31.74.08.1001]"


BY_FIELD: list[tuple[Found, list[str]]] = [
    (
        Found("name", "Erikson, Anna-Maria", None),
        [
            "update registry_name set primary_name = 'Erikson' where person_id = %(id)s",
            "update lookup_name_part set part = 'ERIKSON' where person_id = %(id)s and part = 'ERIKSSON'",
        ],
    ),
    (Found("birth_date", "1974-08-13", None), ["update registry_person set birth_date = '1974-08-13' where id = %(id)s"]),
    (
        Found("document", "p 77-1", None),
        [
            "update registry_travel_document set number = 'P771' where person_id = %(id)s",
            "update lookup_number set exact = 'P771', folded = 'P771' where person_id = %(id)s and kind = 'document'",
        ],
    ),
    (
        Found("permit", "2c99 x", None),
        [
            "update registry_stay_permit set number = '2C99X' where person_id = %(id)s",
            "update lookup_number set exact = '2C99X', folded = '2C99X' where person_id = %(id)s and kind = 'permit'",
        ],
    ),
    (Found("left", "gone", None), ["update registry_crossing set direction = 'out' where person_id = %(id)s"]),
]


@pytest.mark.parametrize(("found", "changes"), BY_FIELD, ids=[case[0].field for case in BY_FIELD])
def test_each_field_is_compared_as_the_mirror_holds_it(house: House, eriksson: Specimen, found: Found, changes: list[str]) -> None:
    case = report(house.desk.cast, eriksson.id, found)
    house.changes(eriksson.id)
    house.follows()
    assert state(house, case)[0] == "open"
    for change in changes:
        with connection.cursor() as cursor:
            cursor.execute(change, {"id": eriksson.id})
    house.changes(eriksson.id, position=9)
    house.follows()
    assert state(house, case) == ("closed", 9)


def sponsored(person: UUID, name: str) -> None:
    """The person's guarantor by this name, of now."""
    guarantor = uuid.uuid4()
    with connection.cursor() as cursor:
        cursor.execute("delete from registry_guarantee where person_id = %s", [person])
        cursor.execute(
            "insert into registry_guarantor (id, upstream_key, version, source_at, kind, name) values (%s, 1, 1, %s, 'organisation', %s)",
            [guarantor, now(), name],
        )
        cursor.execute(
            """insert into registry_guarantee (id, upstream_key, version, source_at, person_id, guarantor_id, role, valid_from)
            values (gen_random_uuid(), 1, 1, %s, %s, %s, 'penjamin', '2026-01-01')""",
            [now(), person, guarantor],
        )


def test_a_guarantor_is_compared_by_the_letters_of_its_name(house: House, eriksson: Specimen) -> None:
    sponsored(eriksson.id, "PT Contoh Lama")
    case = report(house.desk.cast, eriksson.id, Found("sponsor", "pt. contoh baru", None))
    sponsored(eriksson.id, "PT Contoh Baru")
    house.changes(eriksson.id, position=10)
    house.follows()
    assert state(house, case) == ("closed", 10)


@pytest.mark.parametrize(
    "found", [Found("name", "Anna Maria Eriksson", None), Found("document", "l898902 c3", None), Found("left", "here", None)]
)
def test_what_the_mirror_says_already_is_no_discrepancy(house: House, eriksson: Specimen, found: Found) -> None:
    with refused_with("case.as-recorded"):
        report(house.desk.cast, eriksson.id, found)
    assert marks(house, eriksson.id) == []


def test_what_no_machine_compares_is_ended_by_hand_after_it_was_proposed(house: House, eriksson: Specimen) -> None:
    cast = house.desk.cast
    case = report(cast, eriksson.id, Found("other", "fotonya orang lain", None))
    read = held(house, case)
    with as_office(), refused_with("case.not-now"):
        discrepancies.note_corrected(case, by=cast.dimas.id, seen=read.case.version, why="belum")
    read = proposed(house, case)
    with as_office():
        discrepancies.note_corrected(case, by=cast.dimas.id, seen=read.case.version, why="surat Direktorat 12/2026")
    assert state(house, case) == ("closed", None)


def test_it_stands_in_no_queue_of_reports_and_misses_no_promise(house: House, eriksson: Specimen) -> None:
    case = report(house.desk.cast, eriksson.id)
    house.desk.time_passes(timedelta(days=30), of=case)
    house.mirror("select cases_note_missed()")
    assert house.desk.rows('select promise from cases_missed where "case" = %s', [case]) == []
    with as_office():
        assert case not in claims.claim_next(by=house.desk.cast.dimas.id)


def test_after_its_time_nothing_of_it_is_left(house: House, eriksson: Specimen) -> None:
    read = proposed(house, report(house.desk.cast, eriksson.id))
    with as_office():
        discrepancies.withdraw(read.case.id, by=house.desk.cast.dimas.id, seen=read.case.version, why="keliru")
    house.desk.time_passes(timedelta(days=91), of=read.case.id)
    house.mirror("select cases_erase(%s)", read.case.id)
    left = house.desk.rows(
        'select person, reported, recorded, comparable, proposal from cases_discrepancy where "case" = %s', [read.case.id]
    )
    assert left == [(None, None, None, None, None)]


def test_found_is_compared_as_keys_are_made() -> None:
    assert Found("name", "Erikson, Anna-Maria", None).comparable == "ANNA ERIKSON MARIA"
    assert Found("document", "p 77-1", None).comparable == "P771"
    assert Found("birth_date", str(office_today()), None).comparable == str(office_today())
    assert Found("address", "Rusun [31.74.08.1002]", None).comparable is None
