"""A case is read by its holder, under a look on the ground of that very case: whole, kept under a check code, without the nationality
until a decision is written."""

import hashlib
from datetime import timedelta
from uuid import UUID, uuid4

import psycopg
import pytest

from sisada.foundation.letter import Reporter as Writer
from sisada.inside.audit.looks import Purpose, begin_look
from sisada.inside.cases import claims, reading, similar
from sisada.inside.cases.tests.conftest import STORY, CommittedDesk, Reporter, refused_with
from tests.attacker import Office, refused
from tests.cast import Cast
from tests.office_role import as_office
from tests.specimen import Specimen

PHOTO = b"a photo, encoded anew outside"


@pytest.fixture
def its(committed_desk: CommittedDesk) -> UUID:
    letter = Reporter().letter(nationality="Utopia", reporter=Writer("Ibu RT", "0812"), photos=(hashlib.sha256(PHOTO).hexdigest(),))
    return committed_desk.case(letter, photos=(PHOTO,))


def test_the_holder_reads_everything_but_the_nationality_and_it_is_kept(
    its: UUID, committed_desk: CommittedDesk, cast: Cast, db: None, committed: Office
) -> None:
    dimas = cast.dimas
    committed_desk.claim(its, dimas.id)
    with as_office():
        look = reading.open_case(dimas.id, dimas.device, its)
        whole = reading.read(look)
    (report,) = whole.reports
    assert (report.what, report.nationality, report.reporter_contact, report.lat) == (STORY, None, "0812", -6.2568)
    assert whole.nationality_hidden
    assert whole.case.state == "reviewing"
    with as_office():
        assert reading.photo(look, report.photos[0]) == PHOTO
        assert reading.photo(look, uuid4()) is None
    committed.execute("select cases_decide(%s, %s, %s, 'fact', 'Dua saksi')", [its, dimas.id, whole.case.version])
    hold = committed_desk.claim(its, dimas.id)
    with as_office():
        again = reading.read(begin_look(dimas.id, dimas.device, ground=hold, purpose=Purpose.CASE, subject=its))
    assert again.reports[0].nationality == "Utopia"
    assert again.check_code != whole.check_code


def test_whoever_does_not_hold_it_gets_no_look_and_a_look_at_one_case_opens_no_other(
    its: UUID, committed_desk: CommittedDesk, cast: Cast, db: None
) -> None:
    other = committed_desk.case(Reporter().letter())
    hold = committed_desk.claim(other, cast.dimas.id)
    with as_office():
        with refused_with("case.not-held"):
            reading.open_case(cast.dimas.id, cast.dimas.device, its)
        look = begin_look(cast.dimas.id, cast.dimas.device, ground=hold, purpose=Purpose.CASE, subject=its)
        with refused_with("look.does-not-fit"):
            reading.read(look)
    with refused_with("look.ground-not-in-force"):
        begin_look(cast.ratna.id, cast.ratna.device, ground=hold, purpose=Purpose.CASE, subject=other)


def test_an_order_opens_no_report(its: UUID, cast: Cast) -> None:
    with refused_with("look.purpose-not-covered"):
        begin_look(cast.dimas.id, cast.dimas.device, ground=cast.ground.id, purpose=Purpose.CASE, subject=its)


def test_a_look_ends_with_the_hold(its: UUID, committed_desk: CommittedDesk, cast: Cast, db: None, committed: Office) -> None:
    committed_desk.claim(its, cast.dimas.id)
    with as_office():
        look = reading.open_case(cast.dimas.id, cast.dimas.device, its)
    committed.execute("select cases_release(%s, %s)", [its, cast.dimas.id])
    with as_office(), refused_with("look.over"):
        reading.read(look)


def test_a_person_is_linked_by_a_card_that_was_opened_on_the_ground_of_this_case(
    its: UUID, committed_desk: CommittedDesk, cast: Cast, committed: Office, resident: Specimen
) -> None:
    dimas = cast.dimas
    hold = committed_desk.claim(its, dimas.id)
    elsewhere = begin_look(dimas.id, dimas.device, ground=cast.ground.id, purpose=Purpose.CARD, subject=resident.id)
    here = begin_look(dimas.id, dimas.device, ground=hold, purpose=Purpose.CARD, subject=resident.id)
    with refused("case.card-not-opened"):
        committed.execute("select cases_link_person(%s, %s, %s)", [its, dimas.id, elsewhere.id])
    other = committed_desk.case(Reporter().letter())
    committed.execute('insert into cases_person ("case", person, by) values (%s, %s, %s)', [other, resident.id, dimas.id])
    rows = committed.execute("select cases_link_person(%s, %s, %s)", [its, dimas.id, here.id]).fetchall()
    assert rows == [(other,)]


def test_what_may_be_the_same_is_found_by_place_time_and_kind_of_thing(
    its: UUID, committed_desk: CommittedDesk, cast: Cast, db: None
) -> None:
    twin = committed_desk.case(Reporter().letter())
    committed_desk.claim(its, cast.dimas.id)
    with as_office():
        look = reading.open_case(cast.dimas.id, cast.dimas.device, its)
        found = {one.id: one for one in similar.similar_to(look, reading.read(look).case)}
    assert its not in found
    assert twin in found or len(found) == 10
    assert max(one.points for one in found.values()) == 100


def test_the_office_face_reads_nothing_that_was_said_from_the_tables(office_login: Office, its: UUID) -> None:
    for said in (
        "what from cases_report",
        "image from cases_photo",
        "text from cases_note",
        "text from cases_message",
        "ground from cases_decision",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            office_login.execute(f"select {said}".encode())


def test_a_hold_ends_by_itself_and_another_may_take_the_case(
    its: UUID, committed_desk: CommittedDesk, cast: Cast, committed: Office
) -> None:
    hold = committed_desk.claim(its, cast.dimas.id)
    committed.execute("update cases_hold set until = clock_timestamp() where id = %s", [hold])
    assert committed_desk.claim(its, cast.ratna.id) != hold
    assert timedelta(hours=11) < claims_until(committed, its) < timedelta(hours=13)


def claims_until(committed: Office, case: UUID) -> timedelta:
    row = committed.execute(
        'select until - since from cases_hold where "case" = %s and ended_at is null order by since desc', [case]
    ).fetchone()
    assert row
    lasts: timedelta = row[0]
    return lasts


def test_holds_are_seen_by_the_office_face(its: UUID, committed_desk: CommittedDesk, cast: Cast, db: None) -> None:
    committed_desk.claim(its, cast.dimas.id)
    with as_office():
        assert claims.hold_of(its, officer=cast.ratna.id) is None
        held = claims.hold_of(its, officer=cast.dimas.id)
    assert held
    assert held.kind == "handler"


def test_a_closed_case_may_be_read_again_and_is_no_ground_for_any_person(
    its: UUID, committed_desk: CommittedDesk, cast: Cast, committed: Office, resident: Specimen, db: None
) -> None:
    dimas = cast.dimas
    committed_desk.claim(its, dimas.id)
    committed.execute("select cases_decide(%s, %s, version, 'not_ours', 'Urusan lain') from cases_case where id = %s", [its, dimas.id, its])
    hold = committed_desk.claim(its, dimas.id)
    with as_office():
        assert reading.read(reading.open_case(dimas.id, dimas.device, its)).case.state == "closed"
    with refused_with("look.purpose-not-covered"):
        begin_look(dimas.id, dimas.device, ground=hold, purpose=Purpose.CARD, subject=resident.id)
