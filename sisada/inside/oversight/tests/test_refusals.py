"""What was refused stands in a trail beside the looks: for the supervisor, and for the officer himself."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from psycopg import Connection

from sisada.inside.audit.looks import RATES, REFUSALS, LookRefused, Purpose, begin_look
from sisada.inside.oversight.refused_words import REASONS
from sisada.inside.oversight.tests.conftest import OpenGround, aged, opened_card, trail_look
from sisada.inside.oversight.trail import TrailQuestion, TrailRow, refused_trail, trail
from sisada.inside.oversight.trail_words import look_words
from tests import office_role, specimen
from tests.cast import Cast, Colleague, TestGround
from tests.specimen import Specimen

Owner = Connection[Any]
pytestmark = pytest.mark.django_db


@pytest.fixture
def neighbour(committed: Owner) -> Specimen:
    return specimen.write(committed.cursor(), "warga")


def refuse_a_name(colleague: Colleague, ground: TestGround, typed: str) -> None:
    """A name is searched with only a document in the hand."""
    query = {"kind": "person", "typed": typed, "folded": typed}
    with pytest.raises(LookRefused):
        begin_look(colleague.id, colleague.device, ground=ground.id, purpose=Purpose.SEARCH, query=query)


def refuse_a_card(colleague: Colleague, ground: TestGround, person: Specimen) -> None:
    with pytest.raises(LookRefused):
        begin_look(colleague.id, colleague.device, ground=ground.id, purpose=Purpose.CARD, subject=person.id)


def rows(cast: Cast, review: TestGround, question: TrailQuestion) -> list[TrailRow]:
    return list(trail(trail_look(cast, review, question.to_json())).rows)


def about(person: Specimen) -> dict[str, str]:
    return {"kind": "trail", "exact": person.passport, "typed": person.passport}


def test_every_refusal_of_a_look_has_its_reason_in_words() -> None:
    assert sorted({*REFUSALS, *RATES} - set(REASONS)) == []


def test_a_refused_search_stands_among_the_looks_of_its_officer_and_of_its_ground(
    cast: Cast, review: TestGround, ground_of: OpenGround, neighbour: Specimen
) -> None:
    in_hand = ground_of(cast.sari, kind="document", purposes=("search", "card"))
    opened_card(cast.sari, cast.ground, neighbour.id)
    refuse_a_name(cast.sari, in_hand, "ANNA")
    newest, before = rows(cast, review, TrailQuestion(officer=cast.sari.id))[:2]
    assert (newest.refused, newest.asked, newest.explained) == ("look.document-number-only", ("ANNA",), False)
    assert (before.refused, before.purpose) == (None, "card")
    assert rows(cast, review, TrailQuestion(reference=in_hand.reference)) == [newest]


def test_a_refused_card_stands_in_the_trail_of_the_person(
    cast: Cast, review: TestGround, ground_of: OpenGround, neighbour: Specimen, resident: Specimen
) -> None:
    refuse_a_card(cast.dimas, ground_of(cast.dimas, kind="order", purposes=("card",), persons=[resident.id]), neighbour)
    look = trail_look(cast, review, about(neighbour))
    found = trail(look)
    told = [look_words(row) for row in found.rows if row.refused]
    assert [(one.who, one.refused, one.duration) for one in told] == [("Dimas Prakoso", "Orang ini di luar cakupan dasar.", "")]
    assert neighbour.niora in told[0].persons[0]
    assert found.refusals == 1
    assert [row.refused for row in refused_trail(look).rows] == ["look.person-not-covered"]


def test_a_person_who_was_not_asked_for_has_no_refusals(cast: Cast, review: TestGround, ground_of: OpenGround, neighbour: Specimen) -> None:
    refuse_a_name(cast.sari, ground_of(cast.sari, kind="document", purposes=("search",)), "ANNA")
    found = trail(trail_look(cast, review, about(neighbour)))
    assert (found.refusals, [row for row in found.rows if row.refused]) == (0, [])


def test_a_page_ends_among_looks_and_refusals_and_the_next_begins_there(
    cast: Cast, review: TestGround, ground_of: OpenGround, neighbour: Specimen, committed: Owner
) -> None:
    task = ground_of(cast.ratna, kind="desk-task", purposes=("card",))
    for _ in range(5):
        opened_card(cast.ratna, task, neighbour.id)
    committed.execute(  # not by asking: thirty in a minute are enough for the record; of an hour ago, so that others still count
        """insert into audit_refusal (officer, ground, purpose, code, refused_at)
           select %s, %s, 'search', 'look.purpose-not-covered', now() - interval '1 hour' from generate_series(1, 55)""",
        [cast.ratna.id, task.id],
    )
    question = TrailQuestion(reference=task.reference)
    first = rows(cast, review, question)
    last = {"at": first[-1].begun_at.isoformat(), "place": first[-1].place}
    second = trail(trail_look(cast, review, question.to_json() | {"before": last}))
    assert (len(first), len(second.rows), second.refusals) == (50, 10, 55)
    assert len({row.place for row in (*first, *second.rows)}) == 60


def test_the_page_marks_them_and_the_chip_shows_them_alone(
    supervisor: Client, cast: Cast, ground_of: OpenGround, neighbour: Specimen
) -> None:
    for_cards = ground_of(cast.sari, kind="order", purposes=("card",))
    opened_card(cast.sari, for_cards, neighbour.id)
    refuse_a_name(cast.sari, for_cards, "ANNA")
    page = supervisor.get(supervisor.post("/audit/", {"reference": for_cards.reference}).headers["Location"])
    assert [one.refused for one in page.context["unexplained"]] == ["Dasar tidak mencakup cara melihat ini."]
    assert len(page.context["explained"]) == 1
    assert [(chip["label"], chip["count"], chip["on"]) for chip in page.context["chips"]] == [("Semua", None, True), ("Ditolak", 1, False)]
    alone = supervisor.get(page.context["chips"][1]["href"])
    assert (len(alone.context["unexplained"]), alone.context["explained"]) == (1, [])


def test_a_search_without_a_ground_stands_in_ones_own_trail_with_its_reason(
    cast: Cast, client_of: Callable[[Colleague], Client], supervisor: Client
) -> None:
    office_role.signed_in(cast.sari, ground=None).post("/cari/", {"isian": "ANNA"})
    newest = client_of(cast.sari).get("/saya/jejak/").context["looks"][0]
    assert (newest.purpose, newest.refused) == ("Pencarian", "Tanpa dasar: belum ada yang dipilih.")
    only = client_of(cast.sari).get("/saya/jejak/?tampil=ditolak").context["looks"]
    assert [one for one in only if not one.refused] == []
    page = supervisor.get(supervisor.post("/audit/", {"officer": str(cast.sari.id)}).headers["Location"])
    told = page.context["unexplained"][0]
    assert (told.who, told.refused, told.ground) == ("Sari Nastiti", "Tanpa dasar: belum ada yang dipilih.", "")


def test_the_officer_sees_that_the_supervisor_saw_a_refusal(
    cast: Cast, client_of: Callable[[Colleague], Client], supervisor: Client, ground_of: OpenGround
) -> None:
    in_hand = ground_of(cast.dimas, kind="document", purposes=("search",))
    refuse_a_name(cast.dimas, in_hand, "ANNA")
    supervisor.get(supervisor.post("/audit/", {"reference": in_hand.reference}).headers["Location"] + "?tampil=ditolak")
    assert "membaca jejak di bawah dasar yang Anda pakai" in client_of(cast.dimas).get("/saya/jejak/").content.decode()


@pytest.mark.parametrize(("ago", "said"), [(timedelta(), "paling lama sampai"), (timedelta(hours=1), "habis pukul")])
def test_a_look_that_nobody_closed_says_until_when_it_lasts(
    ago: timedelta, said: str, cast: Cast, review: TestGround, ground_of: OpenGround, neighbour: Specimen, committed: Owner
) -> None:
    task = ground_of(cast.ratna, kind="desk-task", purposes=("card",))
    look, _ = opened_card(cast.ratna, task, neighbour.id)
    aged(committed, look.id, by=ago)
    (row,) = rows(cast, review, TrailQuestion(reference=task.reference))
    assert said in look_words(row).duration


def test_a_report_read_under_its_hold_is_explained_and_a_card_under_it_is_not(
    cast: Cast, review: TestGround, ground_of: OpenGround, neighbour: Specimen
) -> None:
    hold = ground_of(cast.ratna, kind="case", purposes=("case", "card"))
    begin_look(cast.ratna.id, cast.ratna.device, ground=hold.id, purpose=Purpose.CASE)
    opened_card(cast.ratna, hold, neighbour.id)
    told = [(row.purpose, row.explained) for row in rows(cast, review, TrailQuestion(reference=hold.reference))]
    assert told == [("card", False), ("case", True)]
