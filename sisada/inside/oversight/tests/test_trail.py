"""Who may read which trail, and what it says. The database decides; these call it as the office face does."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from psycopg import Connection
from psycopg.types.json import Jsonb

from conftest import AsOffice
from sisada.foundation.check_codes import check_code
from sisada.foundation.clock import now
from sisada.inside.audit.looks import Purpose, begin_look
from sisada.inside.lookup.document_numbers import DocumentNumber
from sisada.inside.oversight.stood import answers_of_code
from sisada.inside.oversight.tests.conftest import OpenGround, opened_card, refused, trail_look
from sisada.inside.oversight.trail import TrailQuestion, next_page, trail
from tests import specimen
from tests.cast import Cast, TestGround
from tests.specimen import Specimen

Owner = Connection[Any]
pytestmark = pytest.mark.django_db


@pytest.fixture
def neighbour(committed: Owner) -> Specimen:
    return specimen.write(committed.cursor(), "warga")


def asked(**parts: Any) -> dict[str, Any]:
    return TrailQuestion(**parts).to_json()


def by_number(person: Specimen) -> dict[str, Any]:
    return asked(number=DocumentNumber.parse(person.passport))


def test_a_card_stands_in_the_trail_of_its_person_with_officer_ground_and_code(cast: Cast, review: TestGround, neighbour: Specimen) -> None:
    _, code = opened_card(cast.sari, cast.ground, neighbour.id)
    found = trail(trail_look(cast, review, by_number(neighbour)))
    row = next(one for one in found.rows if one.purpose == "card")
    assert (row.officer_name, row.ground_reference, row.check_codes, row.explained) == (
        "Sari Nastiti",
        cast.ground.reference,
        (code,),
        True,
    )
    assert row.subject is not None
    assert row.subject.niora == neighbour.niora
    assert found.persons is not None
    assert [one.niora for one in found.persons] == [neighbour.niora]


def test_the_trail_of_a_person_also_shows_who_read_it(cast: Cast, review: TestGround, neighbour: Specimen) -> None:
    trail(trail_look(cast, review, by_number(neighbour)))
    again = trail(trail_look(cast, review, by_number(neighbour)))
    assert [(row.purpose, row.officer_name) for row in again.rows] == [("trail", "Lestari")] * 2


def test_a_number_that_only_reads_alike_means_nobody_and_still_stands_in_the_look(cast: Cast, review: TestGround) -> None:
    found = trail(trail_look(cast, review, asked(number=DocumentNumber.parse("TIDAK-ADA-9"))))
    assert (found.persons, found.rows) == ((), ())
    mine = trail(trail_look(cast, review, asked(officer=cast.lestari.id)))
    assert "TIDAKADA9" in [part for row in mine.rows for part in row.asked]


def test_officer_reference_and_time_narrow_a_trail(cast: Cast, review: TestGround, neighbour: Specimen, ground_of: OpenGround) -> None:
    task = ground_of(cast.dimas, kind="desk-task", purposes=("card",))
    opened_card(cast.dimas, task, neighbour.id)
    by_ground = trail(trail_look(cast, review, asked(reference=task.reference.upper())))
    assert [(row.officer_name, row.explained) for row in by_ground.rows] == [("Dimas Prakoso", False)]
    assert {row.officer_name for row in trail(trail_look(cast, review, asked(officer=cast.dimas.id))).rows} == {"Dimas Prakoso"}
    tomorrow = now() + timedelta(days=1)
    assert trail(trail_look(cast, review, asked(begins=tomorrow))).rows == ()
    assert trail(trail_look(cast, review, asked(officer=cast.dimas.id, ends=now() - timedelta(days=30)))).rows == ()


def test_the_next_page_begins_where_the_last_one_ended(cast: Cast, review: TestGround, neighbour: Specimen, ground_of: OpenGround) -> None:
    task = ground_of(cast.dimas, kind="desk-task", purposes=("card",))
    for _ in range(53):
        begin_look(cast.dimas.id, cast.dimas.device, ground=task.id, purpose=Purpose.CARD, subject=neighbour.id)
    question = asked(reference=task.reference)
    first = trail(trail_look(cast, review, question)).rows
    last = first[-1]
    second = trail(trail_look(cast, review, next_page(question, at=last.begun_at.isoformat(), place=last.place))).rows
    assert (len(first), len(second)) == (50, 3)
    assert len({row.place for row in (*first, *second)}) == 53


def test_the_id_of_an_open_look_is_not_told(cast: Cast, review: TestGround, neighbour: Specimen, committed: Owner) -> None:
    """Whoever knows it could read under it."""
    look, _ = opened_card(cast.sari, cast.ground, neighbour.id)
    row = next(one for one in trail(trail_look(cast, review, by_number(neighbour))).rows if one.purpose == "card")
    assert row.id is None
    committed.execute("insert into audit_look_end (look, why) values (%s, 'page-closed')", [look.id])
    row = next(one for one in trail(trail_look(cast, review, by_number(neighbour))).rows if one.purpose == "card")
    assert row.id == look.id


def test_a_trail_is_not_read_under_a_colleagues_look(cast: Cast, review: TestGround, as_office: AsOffice) -> None:
    look = trail_look(cast, review, asked(officer=cast.sari.id))
    stolen = type(look)(id=look.id, officer=cast.sari.id, purpose=Purpose.TRAIL)
    with as_office(), refused("look.does-not-fit"):
        trail(stolen)


def test_without_a_ground_for_trails_no_trail_look_begins(cast: Cast) -> None:
    with refused("look.purpose-not-covered"):
        begin_look(cast.dimas.id, cast.dimas.device, ground=cast.ground.id, purpose=Purpose.TRAIL, query=asked())


def test_somebodys_own_request_opens_no_other_trail(cast: Cast, ground_of: OpenGround) -> None:
    """The desk could otherwise read every look of the office under it."""
    ground = ground_of(cast.dimas, kind="own-request")
    look = begin_look(cast.dimas.id, cast.dimas.device, ground=ground.id, purpose=Purpose.TRAIL, query=asked())
    with refused("look.purpose-not-covered"):
        trail(look)
    with refused("look.purpose-not-covered"):
        answers_of_code(look)


@pytest.mark.parametrize(
    ("typed", "kept"), [("7k4-m2q", "7K4-M2Q"), ("7K4M2Q", "7K4-M2Q"), (" oil 10u ", "011-10V"), ("7K4-M2", None), ("7K4-M2Q9", None)]
)
def test_a_check_code_is_understood_however_it_was_written(typed: str, kept: str | None) -> None:
    assert check_code(typed) == kept


def test_a_code_gives_exactly_what_stood_there_and_proves_it(cast: Cast, review: TestGround, neighbour: Specimen) -> None:
    _, code = opened_card(cast.sari, cast.ground, neighbour.id)
    answers, _ = answers_of_code(trail_look(cast, review, {"kind": "code", "code": code}))
    assert [(one.proven, one.answer["niora"], one.row.officer_name) for one in answers] == [(True, neighbour.niora, "Sari Nastiti")]


def test_a_code_that_stood_on_no_screen_finds_nothing(cast: Cast, review: TestGround) -> None:
    assert answers_of_code(trail_look(cast, review, {"kind": "code", "code": "000-000"}))[0] == []


def test_a_changed_answer_is_not_proven(cast: Cast, review: TestGround, neighbour: Specimen) -> None:
    look, code = opened_card(cast.sari, cast.ground, neighbour.id)
    with connection.cursor() as cursor:
        cursor.execute('update audit_answer set answer = answer || \'{"niora": "N0"}\' where look = %s', [look.id])
    answers, _ = answers_of_code(trail_look(cast, review, {"kind": "code", "code": code}))
    assert [one.proven for one in answers] == [False]


def test_the_functions_that_build_a_trail_are_the_owners_alone(as_office: AsOffice) -> None:
    with connection.cursor() as cursor:
        cursor.execute("""
            select proname from pg_proc where proname like 'oversight%%' and has_function_privilege('sisada_office', oid, 'execute')""")
        granted = {row[0] for row in cursor.fetchall()}
    assert granted == {
        "oversight_trail", "oversight_person_trail", "oversight_answers_of_code", "oversight_queue", "oversight_figures",
        "oversight_review_look", "oversight_own_looks", "oversight_looks_at_officer",
        "oversight_review_finding", "oversight_finding_meant", "oversight_left_to_others", "oversight_last_seal",
        "oversight_standstill_told", "oversight_trail_refused", "oversight_own_refusals",
    }  # fmt: skip


@pytest.mark.parametrize("purpose", ["search", "trail"])
@pytest.mark.parametrize(
    "question", [{"officer": "nobody", "typed": 5}, {"look": "nobody"}, ["look"], {"officer": {}, "look": 1, "reference": []}]
)
def test_a_look_with_a_question_of_no_shape_hides_no_trail(
    purpose: str, question: Any, cast: Cast, review: TestGround, committed: Owner
) -> None:
    """None can begin any more (audit_query_fits); one that did before must not stand in the way. Nor one whose ground is gone."""
    for ground in (cast.ground.id, uuid.uuid4()):
        committed.execute(
            "insert into audit_look (officer, device, ground, purpose, query) values (%s, %s, %s, %s, %s)",
            [cast.dimas.id, cast.dimas.device, ground, purpose, Jsonb(question)],
        )
    assert trail(trail_look(cast, review, asked(officer=cast.dimas.id))).rows
    assert trail(trail_look(cast, review, asked())).rows
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from oversight_looks_at_officer(%s)", [cast.dimas.id])
        assert cursor.fetchone()
