"""A direct finding that was approved and under which nobody looked comes up for review like the looks of the others."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from sisada.foundation.clock import now
from sisada.inside.accounts.roles import Role
from sisada.inside.orders import findings
from sisada.inside.oversight import own_looks, reviews
from sisada.inside.oversight.reviews import Outcome
from sisada.inside.oversight.tests.conftest import opened_card, refused
from tests import specimen
from tests.cast import Cast, Colleague, TestGround, hire

pytestmark = pytest.mark.django_db
OVER = timedelta(hours=25)  # an approved finding's ground lasts a day


@pytest.fixture
def approved(cast: Cast) -> uuid.UUID:
    """Sari's finding, approved by her superior."""
    found = findings.report(cast.sari.id, cast.sari.device, letter="c", sentence="Bekerja di dapur tanpa izin.", place="Kalibata")
    findings.answer(found, by=cast.ratna.id, approve=True)
    return found


def drawn_at(passed: timedelta) -> dict[uuid.UUID, uuid.UUID]:
    """What the job finds when so much time has passed: of each finding drawn its case."""
    until = now() + passed
    with connection.cursor() as cursor:
        cursor.execute("select oversight_draw(%s, %s)", [until - timedelta(days=1), until])
        cursor.execute("select finding, id from oversight_case where finding is not null")
        return dict(cursor.fetchall())


def test_a_finding_that_nobody_used_is_drawn_once_it_is_over(cast: Cast, approved: uuid.UUID) -> None:
    assert approved not in drawn_at(timedelta(minutes=1))
    first = drawn_at(OVER)
    assert first == drawn_at(OVER)
    assert [one.why for one in reviews.queue(cast.lestari.id, after=None) if one.id == first[approved]] == ["unused-finding"]


def test_a_finding_that_ended_before_its_time_is_drawn_then(cast: Cast, approved: uuid.UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select audit_end_ground(%s, %s, 'withdrawn')", [approved, cast.ratna.id])
    assert approved in drawn_at(timedelta(minutes=1))


def test_of_a_finding_that_was_used_its_looks_are_drawn_and_not_itself(committed: Any) -> None:
    finder = hire(committed, f"eko-{uuid.uuid4()}", "Eko", role=Role.PETUGAS)
    neighbour = specimen.write(committed.cursor(), "warga")
    found = uuid.uuid4()
    committed.execute(
        """insert into audit_ground (id, kind, reference, place, officers, purposes, area_codes, valid_from, valid_until)
        values (%s, 'finding', 'Temuan langsung huruf c', 'Kalibata', array[%s], '{card}', '{}', %s, %s)""",
        [found, finder.id, now() - timedelta(hours=1), now() + timedelta(days=1)],
    )
    opened_card(finder, TestGround(found, "Temuan langsung huruf c"), neighbour.id)
    assert found not in drawn_at(OVER)


def test_its_review_is_a_figure_and_the_officer_sees_the_outcome(cast: Cast, approved: uuid.UUID) -> None:
    case, since = drawn_at(OVER)[approved], now()
    reviews.review_finding(case, reviewer=cast.lestari.id, outcome=Outcome.UNCLEAR, remark="Mengapa disetujui?")
    reviews.review_finding(case, reviewer=cast.lestari.id, outcome=Outcome.JUSTIFIED, remark="")
    figures = reviews.figures(looks_since=since, reviews_since=since)
    assert (figures.justified, figures.unclear) == (1, 0)
    assert case not in [one.id for one in reviews.queue(cast.lestari.id, after=None)]
    assert ("review", "justified") in [(one.what, one.outcome) for one in own_looks.looks_at(cast.sari.id)]


def test_neither_another_role_nor_whoever_approved_it_reviews_it(cast: Cast, approved: uuid.UUID) -> None:
    case = drawn_at(OVER)[approved]
    with refused("oversight.not-for-this-role"):
        reviews.review_finding(case, reviewer=cast.wirawan.id, outcome=Outcome.JUSTIFIED, remark="")
    with connection.cursor() as cursor:
        cursor.execute("update audit_ground set published_by = %s where id = %s", [cast.lestari.id, approved])
    with refused("oversight.not-there"):
        reviews.review_finding(case, reviewer=cast.lestari.id, outcome=Outcome.JUSTIFIED, remark="")
    assert case not in [one.id for one in reviews.queue(cast.lestari.id, after=None)]


def test_the_queue_leads_to_the_finding_and_its_form(cast: Cast, approved: uuid.UUID, client_of: Callable[[Colleague], Client]) -> None:
    case = drawn_at(OVER)[approved]
    browser = client_of(cast.lestari)
    url = f"/audit/tinjauan/temuan/{case}/"
    assert url in browser.get("/audit/tinjauan/").content.decode()
    page = browser.get(url).content.decode()
    assert [word for word in ("Bekerja di dapur tanpa izin.", "Kalibata", cast.sari.name, cast.ratna.name) if word not in page] == []
    assert browser.post(url, {"outcome": "unclear", "remark": ""}).status_code == 422
    assert browser.post(url, {"outcome": "justified"}).headers["Location"] == "/audit/tinjauan/"
    assert url not in browser.get("/audit/tinjauan/").content.decode()
    assert browser.get(f"/audit/tinjauan/temuan/{uuid.uuid4()}/").status_code == 404
