"""What somebody tries who can run any SQL as the office face or the worker: no answer of cases tells a personal value without a look on
record. The test's own transaction stands for one that is rolled back; what `Desk` marks as standing, or was put on record by `begin_look`,
does not belong to it."""

import json
import uuid
from dataclasses import replace
from functools import partial
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from sisada.foundation.letter import About, Stay
from sisada.inside.audit.looks import PersonId, Purpose, begin_look
from sisada.inside.cases import acts, claims, intake, queue
from sisada.inside.cases.refusals import call
from sisada.inside.cases.tests.conftest import PLACE, Desk, Reporter, as_worker, refused_with
from tests.cast import Cast
from tests.office_role import as_office
from tests.specimen import Specimen

NEUTRAL = "Terima kasih, sudah kami periksa."


@pytest.fixture
def held(desk: Desk, reporter: Reporter) -> UUID:
    case = desk.gets(reporter.letter())
    desk.does(lambda: claims.claim(case, by=desk.cast.dimas.id))
    return case


def linked(desk: Desk, case: UUID, person: UUID) -> None:
    desk.rows('insert into cases_person ("case", person, by) values (%s, %s, %s) returning id', [case, person, desk.cast.dimas.id])


def told(desk: Desk, case: UUID, person: Specimen) -> list[str | None]:
    """What is answered to words that name this person, by name and by number, and to words that do not."""
    tried = (f"Bapak {person.primary.split()[-1].title()} pindah.", f"Paspor {person.passport}.", NEUTRAL)
    return [desk.refused(partial(acts.message, case, by=desk.cast.dimas.id, text=text)) for text in tried]


def card_on_record(cast: Cast, person: Specimen) -> None:
    begin_look(cast.dimas.id, cast.dimas.device, ground=cast.ground.id, purpose=Purpose.CARD, subject=PersonId(person.id))


def test_a_card_look_of_the_same_transaction_links_nobody(desk: Desk, held: UUID, eriksson: Specimen) -> None:
    dimas = desk.cast.dimas
    hold = desk.one('select id from cases_hold where "case" = %s', [held])
    with as_office(), connection.cursor() as cursor:
        cursor.execute("select audit_begin_look(%s, %s, %s, 'card', %s, null)", [dimas.id, dimas.device, hold, eriksson.id])
        look = cursor.fetchone()[0]
    with as_office(), refused_with("look.not-on-record"):
        call("cases_link_person", held, dimas.id, look)


def test_words_are_compared_with_nobody_before_the_case_is_open_on_record(desk: Desk, held: UUID, eriksson: Specimen) -> None:
    linked(desk, held, eriksson.id)
    card_on_record(desk.cast, eriksson)
    assert told(desk, held, eriksson) == ["case.not-read"] * 3


def test_words_are_compared_with_nobody_whose_card_their_writer_did_not_open(desk: Desk, held: UUID, eriksson: Specimen) -> None:
    linked(desk, held, eriksson.id)
    desk.reads(held, desk.cast.dimas.id)
    assert told(desk, held, eriksson) == ["case.card-first"] * 3
    card_on_record(desk.cast, eriksson)
    assert told(desk, held, eriksson) == ["case.names-person", "case.names-person", None]


def test_nobody_is_guessed_by_a_number_in_a_list(desk: Desk, reporter: Reporter, eriksson: Specimen) -> None:
    case = desk.gets(reporter.letter("presence", stays=(Stay(uuid.uuid4(), "Tamu", "Utopia", eriksson.passport, None, None),)))
    desk.rows('update cases_stay set person = %s where "case" = %s returning id', [eriksson.id, case])
    desk.does(lambda: claims.claim(case, by=desk.cast.dimas.id))
    desk.reads(case, desk.cast.dimas.id)
    assert told(desk, case, eriksson) == [None] * 3
    card_on_record(desk.cast, eriksson)
    assert told(desk, case, eriksson) == ["case.names-person", "case.names-person", None]


def test_words_longer_than_a_message_are_not_compared(desk: Desk, held: UUID) -> None:
    desk.reads(held, desk.cast.dimas.id)
    with as_office(), refused_with("case.too-many-words"):
        call("cases_tell", held, desk.cast.dimas.id, None, "message", None, None, "a " * 1001, [], [])


@pytest.mark.parametrize(
    "column", ["cases_stay.result", "cases_stay.person", "cases_stay.compared_at", "cases_case.not_for", "cases_report.xact"]
)
def test_the_office_face_reads_no_column_that_tells(desk: Desk, column: str) -> None:
    table, name = column.split(".")
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), as_office(), connection.cursor() as cursor:
        cursor.execute(f"select {name} from {table}")


def test_the_desk_has_no_list_compared_that_it_wrote_itself(desk: Desk, reporter: Reporter, eriksson: Specimen) -> None:
    stays = (Stay(uuid.uuid4(), "Tamu", "Utopia", eriksson.passport, None, None),)

    def take(kind: str) -> None:
        letter = reporter.letter(kind, stays=stays)
        intake.take_down(uuid.uuid4(), letter, by=desk.cast.dimas.id, channel="phone", code_index=b"i" * 32)

    assert [desk.refused(partial(take, kind)) for kind in ("presence", "objection")] == ["case.no-list-by-hand"] * 2


def test_a_list_is_not_compared_by_the_transaction_that_brought_it(desk: Desk, reporter: Reporter, eriksson: Specimen) -> None:
    letter = reporter.letter("presence", stays=(Stay(uuid.uuid4(), "Tamu", "Utopia", eriksson.passport, None, None),))
    made = desk.arrives(letter)
    promised = {"office_code": "JKS", "channel": "public", "first_answer_due": "2026-11-27", "outcome_due": "2026-12-02"}
    with as_worker(), connection.cursor() as cursor:
        asked = [str(made), letter.to_bytes().decode(), json.dumps(promised)]
        cursor.execute("select filed from cases_file(%s, %s, '{}', jsonb_populate_record(null::cases_case, %s))", asked)
        case = cursor.fetchone()[0]
        assert call("cases_compare_stays", case) == 0
    assert desk.one('select compared_at from cases_stay where "case" = %s', [case]) is None
    desk.stands()
    with as_worker():
        assert call("cases_compare_stays", case) == 1


def test_the_trail_has_one_line_of_a_list_whatever_was_found(desk: Desk, eriksson: Specimen) -> None:
    def lines(number: str) -> list[str]:
        case = desk.gets(Reporter().letter("presence", stays=(Stay(uuid.uuid4(), "Tamu", "Utopia", number, None, None),)))
        for _ in range(2):
            with as_worker():
                call("cases_compare_stays", case)
            desk.rows("update cases_stay set result = 'permit_over' where \"case\" = %s returning id", [case])
        return [row[0] for row in desk.rows('select what from cases_event where "case" = %s order by id', [case])]

    assert lines(eriksson.passport) == lines("ZZ 000 111") == lines("-") == ["received", "compared"]


def test_an_objection_of_the_same_transaction_tells_nobody_whose_check_code_it_names(
    desk: Desk, reporter: Reporter, resident: Specimen
) -> None:
    dimas, ratna = desk.cast.dimas, desk.cast.ratna
    look = begin_look(dimas.id, dimas.device, ground=desk.cast.ground.id, purpose=Purpose.CARD, subject=PersonId(resident.id))
    with as_office(), connection.cursor() as cursor:
        cursor.execute("select check_code from lookup_card(%s, %s)", [look.id, dimas.id])
        code = cursor.fetchone()[0]
    letter = reporter.letter("objection", what="Saya diperiksa.", about=About("checked_wrongly", code))
    made = desk.does(lambda: intake.take_down(uuid.uuid4(), letter, by=ratna.id, channel="visit", code_index=b"i" * 32)).case

    def says() -> list[object]:
        claimed = [desk.refused(partial(claims.claim, made, by=one.id)) for one in (dimas, ratna)]
        return [*claimed, *(_for_others(made, one.id) for one in (dimas, ratna))]

    assert says() == ["case.for-another", "case.for-another", True, True]
    desk.stands()
    assert says() == ["case.for-another", None, True, False]


def _for_others(case: UUID, officer: UUID) -> bool:
    with as_office():
        found = queue.one(case, officer=officer)
    assert found
    return found.for_others


def test_nobodys_card_is_marked_and_no_id_is_announced_by_a_number_in_a_list(desk: Desk, reporter: Reporter, eriksson: Specimen) -> None:
    stays = (Stay(uuid.uuid4(), "Tamu", "Utopia", eriksson.passport, None, None),)
    case = desk.gets(reporter.letter("objection", what="Saya.", stays=stays))
    desk.rows('update cases_stay set person = %s where "case" = %s returning id', [eriksson.id, case])
    desk.rows("select cases_mark_disputed(%s)::text", [case])
    assert desk.one("select count(*) from lookup_mark where person = %s", [eriksson.id]) == 0


def test_how_far_another_report_lies_is_said_in_steps(desk: Desk, held: UUID) -> None:
    desk.gets(Reporter().letter())
    desk.gets(Reporter().letter(place=replace(PLACE, lat=-6.2601)))
    desk.reads(held, desk.cast.dimas.id)
    look = desk.one("select id from audit_look where subject = %s and purpose = 'case'", [held])
    with as_office():
        apart = {row[0] for row in desk.rows("select metres from cases_near(%s, %s)", [look, desk.cast.dimas.id])}
    assert {100, 600} <= apart
    assert all(metres == 100 or metres % 100 == 0 for metres in apart if metres is not None)
