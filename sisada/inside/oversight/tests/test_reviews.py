"""What comes up for review, who is told of a decoy, and what a review leaves."""

import random
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from psycopg import Connection

from conftest import AsOffice
from sisada.foundation.clock import now
from sisada.inside.accounts.roles import Role
from sisada.inside.audit.looks import Look, Purpose, begin_look
from sisada.inside.lookup import find
from sisada.inside.lookup.document_numbers import DocumentNumber
from sisada.inside.oversight import own_looks, reviews
from sisada.inside.oversight.person_trail import question
from sisada.inside.oversight.reviews import Outcome
from sisada.inside.oversight.tests.conftest import OpenGround, aged, opened_card, refused, trail_look
from sisada.inside.oversight.trail import TrailQuestion, trail
from sisada.inside.waiting.notices import waiting_for
from tests import specimen
from tests.cast import Cast, TestGround, hire
from tests.specimen import Specimen

Owner = Connection[Any]
pytestmark = pytest.mark.django_db


@pytest.fixture
def neighbour(committed: Owner) -> Specimen:
    return specimen.write(committed.cursor(), "warga")


@pytest.fixture
def decoy(committed: Owner) -> Specimen:
    """A person whom the Directorate planted."""
    planted = specimen.write(committed.cursor(), "umpan")
    committed.execute("insert into audit_decoy (person) values (%s)", [planted.id])
    return planted


def drawn() -> dict[uuid.UUID, str]:
    with connection.cursor() as cursor:
        cursor.execute("select oversight_draw(%s, %s)", [now() - timedelta(hours=2), now()])
        cursor.execute("select look, why from oversight_case")
        return dict(cursor.fetchall())


def opening(look: uuid.UUID) -> uuid.UUID:
    return _id_of("select id from audit_decoy_opened where look = %s", look)


def case_of(look: uuid.UUID) -> uuid.UUID:
    return _id_of("select id from oversight_case where look = %s", look)


def _id_of(statement: str, look: uuid.UUID) -> uuid.UUID:
    with connection.cursor() as cursor:
        cursor.execute(statement, [look])
        return uuid.UUID(str(cursor.fetchone()[0]))


def test_every_look_under_a_finding_and_every_decoy_is_drawn(
    cast: Cast, neighbour: Specimen, decoy: Specimen, ground_of: OpenGround
) -> None:
    finding = ground_of(cast.sari, kind="finding", purposes=("card",))
    under_finding, _ = opened_card(cast.sari, finding, neighbour.id)
    on_decoy, _ = opened_card(cast.sari, cast.ground, decoy.id)
    cases = drawn()
    assert (cases[under_finding.id], cases[on_decoy.id]) == ("finding", "decoy")


@pytest.mark.parametrize("purpose", list(Purpose))
def test_looks_of_every_purpose_are_drawn_trails_too(review: TestGround, neighbour: Specimen, committed: Owner, purpose: Purpose) -> None:
    """Drawn from the look's own id: among 200 of a purpose at least one falls (all miss once in 28,000)."""
    about = neighbour.id if purpose is Purpose.CARD else None
    busy = hire(committed, f"dewi{random.random()}", "Dewi", role=Role.PETUGAS)  # noqa: S311 - a new name each run
    looks = committed.execute(
        """insert into audit_look (officer, device, ground, purpose, subject)
        select %s, %s, %s, %s, %s from generate_series(1, 200) returning id""",
        [busy.id, busy.device, review.id, purpose, about],
    ).fetchall()
    cases = drawn()
    assert {cases[look] for (look,) in looks if look in cases} == {"random"}


def test_whoever_read_a_trail_does_not_review_it_and_is_told_who_does(cast: Cast, review: TestGround, committed: Owner) -> None:
    own = trail_look(cast, review, TrailQuestion(officer=cast.sari.id).to_json())
    aged(committed, own.id, by=timedelta(minutes=20))
    with connection.cursor() as cursor:
        cursor.execute("insert into oversight_case (look, why) values (%s, 'random') on conflict do nothing", [own.id])
    assert case_of(own.id) not in [one.id for one in reviews.queue(cast.lestari.id, after=None)]
    assert reviews.left_to_others(cast.lestari.id).waiting >= 1
    assert not reviews.left_to_others(cast.lestari.id).somebody
    second = hire(committed, f"dewi{random.random()}", "Dewi", role=Role.PENGAWAS)  # noqa: S311 - a new name each run
    assert reviews.left_to_others(cast.lestari.id).somebody
    assert case_of(own.id) in waiting_ids(second.id)
    reviews.review(own.id, reviewer=second.id, outcome=Outcome.JUSTIFIED, remark="Wajar.")
    assert case_of(own.id) not in waiting_ids(second.id)
    committed.execute("update sign_in_user set is_active = false where id = %s", [second.id])


def waiting_ids(supervisor: uuid.UUID) -> set[uuid.UUID]:
    """The whole queue, page by page."""
    found: list[uuid.UUID] = []
    while page := reviews.queue(supervisor, after=found[-1] if found else None):
        found += [one.id for one in page]
    return set(found)


def test_drawing_again_draws_the_same(cast: Cast, neighbour: Specimen, ground_of: OpenGround) -> None:
    task = ground_of(cast.dimas, kind="desk-task", purposes=("card",))
    for _ in range(60):
        begin_look(cast.dimas.id, cast.dimas.device, ground=task.id, purpose=Purpose.CARD, subject=neighbour.id)
    first = drawn()
    assert drawn() == first == drawn()


def test_about_as_many_are_drawn_as_the_rule_says(committed: Owner) -> None:
    """The lot itself, over 20 000 looks that never were: 5 of 100, give or take what chance allows (over six standard deviations)."""
    with connection.cursor() as cursor:
        cursor.execute(
            """select count(*) filter (where ('x' || encode(substr(sha256(secret.key || uuid_send(gen_random_uuid())), 1, 3), 'hex'))
                    ::bit(24)::integer / 167772.16 < rules_integer('audit.review-sample-percent'))
               from generate_series(1, 20000) cross join audit_key as secret"""
        )
        assert 800 < cursor.fetchone()[0] < 1200


def test_a_decoy_alerts_every_supervisor_once_an_opening_and_nobody_else(cast: Cast, decoy: Specimen, committed: Owner) -> None:
    second = hire(committed, f"dewi{random.random()}", "Dewi", role=Role.PENGAWAS)  # noqa: S311 - a new name each run
    look, _ = opened_card(cast.sari, cast.ground, decoy.id)
    opened_card(cast.sari, cast.ground, decoy.id)
    for supervisor in (cast.lestari, second):
        assert [one.kind for one in waiting_for(supervisor.id, now()) if one.subject == opening(look.id)] == ["decoy"]
    assert [one for one in waiting_for(cast.sari.id, now()) if one.kind == "decoy"] == []
    committed.execute("update sign_in_user set is_active = false where id = %s", [second.id])


@pytest.mark.parametrize("kind", ["own-request", "review"])
def test_a_trail_about_a_decoy_alerts_before_it_is_read_and_comes_up_as_a_decoys(
    kind: str, cast: Cast, decoy: Specimen, ground_of: OpenGround
) -> None:
    reader = cast.dimas if kind == "own-request" else cast.lestari
    query = question(DocumentNumber.parse(decoy.niora)) | {"kind": "own-request" if kind == "own-request" else "trail"}
    look = begin_look(reader.id, reader.device, ground=ground_of(reader, kind=kind).id, purpose=Purpose.TRAIL, query=query)
    told = [one.kind for one in waiting_for(cast.lestari.id, now()) if one.subject == opening(look.id)]
    assert told == ["decoy"]
    assert drawn()[look.id] == "decoy"


def test_a_review_ends_what_waited_about_its_look_and_becomes_a_figure(cast: Cast, decoy: Specimen) -> None:
    look, _ = opened_card(cast.sari, cast.ground, decoy.id)
    before = reviews.figures(looks_since=now(), reviews_since=now() - timedelta(minutes=5))
    reviews.review(look.id, reviewer=cast.lestari.id, outcome=Outcome.MISUSE, remark="Tidak ada tugas di sana.")
    after = reviews.figures(looks_since=now(), reviews_since=now() - timedelta(minutes=5))
    assert [one for one in waiting_for(cast.lestari.id, now()) if one.subject == opening(look.id)] == []
    assert (after.misuse - before.misuse, before.decoys - after.decoys) == (1, 1)


def test_the_newest_review_of_a_look_counts(cast: Cast, neighbour: Specimen) -> None:
    look, _ = opened_card(cast.sari, cast.ground, neighbour.id)
    since = now()
    reviews.review(look.id, reviewer=cast.lestari.id, outcome=Outcome.UNCLEAR, remark="Ditanyakan.")
    reviews.review(look.id, reviewer=cast.lestari.id, outcome=Outcome.JUSTIFIED, remark="Sudah dijawab.")
    figures = reviews.figures(looks_since=since, reviews_since=since)
    assert (figures.justified, figures.unclear) == (1, 0)


def test_nobody_reviews_his_own_look(cast: Cast, review: TestGround) -> None:
    own = trail_look(cast, review, TrailQuestion(officer=cast.sari.id).to_json())
    with refused("oversight.not-there"):
        reviews.review(own.id, reviewer=cast.lestari.id, outcome=Outcome.JUSTIFIED, remark="Wajar.")


def test_only_a_supervisor_reviews_or_sees_the_queue(cast: Cast, neighbour: Specimen) -> None:
    look, _ = opened_card(cast.sari, cast.ground, neighbour.id)
    with refused("oversight.not-for-this-role"):
        reviews.review(look.id, reviewer=cast.wirawan.id, outcome=Outcome.JUSTIFIED, remark="Wajar.")
    with refused("oversight.not-for-this-role"):
        reviews.queue(cast.wirawan.id, after=None)


def test_the_queue_is_oldest_first_without_open_or_reviewed_looks(cast: Cast, neighbour: Specimen, committed: Owner) -> None:
    looks = [opened_card(cast.sari, cast.ground, neighbour.id)[0].id for _ in range(3)]
    over, still_open, reviewed = looks
    for look in (over, reviewed):
        aged(committed, look, by=timedelta(minutes=20))
    with connection.cursor() as cursor:
        for look in looks:
            cursor.execute("insert into oversight_case (look, why) values (%s, 'random') on conflict do nothing", [look])
    reviews.review(reviewed, reviewer=cast.lestari.id, outcome=Outcome.JUSTIFIED, remark="Wajar.")
    waiting = [one.id for one in reviews.queue(cast.lestari.id, after=None)]
    assert case_of(over) in waiting
    assert not {case_of(still_open), case_of(reviewed)} & set(waiting)
    assert case_of(over) not in [one.id for one in reviews.queue(cast.lestari.id, after=case_of(over))]


def test_an_open_decoys_look_waits_under_an_id_of_its_own_under_which_nobody_reads(
    cast: Cast, review: TestGround, decoy: Specimen, as_office: AsOffice
) -> None:
    look, _ = opened_card(cast.sari, cast.ground, decoy.id)
    case = opening(look.id)
    with as_office():
        told = [notice.subject for notice in waiting_for(cast.lestari.id, now())] + [
            one.id for one in reviews.queue(cast.lestari.id, after=None)
        ]
        with refused("look.not-on-record"):
            find.card(Look(id=case, officer=cast.sari.id, purpose=Purpose.CARD))
    assert case in told
    assert look.id not in told
    assert [row.officer for row in trail(trail_look(cast, review, TrailQuestion(look=case).to_json())).rows] == [cast.sari.id]
    assert drawn()[look.id] == "decoy"
    assert case_of(look.id) == case


def test_an_officer_sees_his_own_looks_and_who_looked_at_them(cast: Cast, review: TestGround, neighbour: Specimen) -> None:
    look, _ = opened_card(cast.ratna, cast.ground, neighbour.id)
    trail(trail_look(cast, review, TrailQuestion(officer=cast.ratna.id).to_json()))
    trail(trail_look(cast, review, TrailQuestion(look=look.id).to_json()))
    reviews.review(look.id, reviewer=cast.lestari.id, outcome=Outcome.JUSTIFIED, remark="Wajar.")
    newest = own_looks.own_looks(cast.ratna.id)[0]
    assert (newest.purpose, newest.reference, newest.shown) == ("card", cast.ground.reference, 1)
    at_her = own_looks.looks_at(cast.ratna.id)
    assert [(one.what, one.seen_by, one.outcome) for one in at_her][:3] == [
        ("review", "Lestari", "justified"),
        ("look", "Lestari", None),
        ("trail", "Lestari", None),
    ]
    assert neighbour.primary not in str(own_looks.own_looks(cast.ratna.id))
