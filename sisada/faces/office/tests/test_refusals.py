"""Every refusal leaves a row: by whom, on which page, about what, and which rule said no."""

import uuid
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from sisada.faces.office.refusals import problem_of
from sisada.foundation.clock import now
from sisada.inside.accounts.roles import Role
from tests import office_role
from tests.attacker import Office
from tests.cast import Cast, Colleague, hire

Row = tuple[str, str, uuid.UUID | None, uuid.UUID | None]


@pytest.fixture
def somebody(committed: Office) -> Callable[[Role], Colleague]:
    return lambda role: hire(committed, f"{role}-{uuid.uuid4()}", "Hendra", role=role)


def refusals_of(owner: Office, who: Colleague) -> list[Row]:
    rows: list[Row] = owner.execute(
        "select purpose, code, ground, subject from audit_refusal where officer = %s order by id", [who.id]
    ).fetchall()
    return rows


def test_a_page_of_another_role(db: None, somebody: Callable[[Role], Colleague], committed: Office) -> None:
    admin, person = somebody(Role.ADMIN), uuid.uuid4()
    browser: Client = office_role.signed_in(admin, ground=None)
    assert browser.get(f"/orang/{person}/").status_code == 403
    assert refusals_of(committed, admin) == [("person", "accounts.not-for-this-role", None, person)]


def test_a_card_without_a_ground(db: None, somebody: Callable[[Role], Colleague], committed: Office) -> None:
    officer, person = somebody(Role.PETUGAS), uuid.uuid4()
    assert office_role.signed_in(officer, ground=None).get(f"/orang/{person}/").status_code == 403
    assert refusals_of(committed, officer) == [("person", "look.no-ground", None, person)]


def test_an_order_that_is_not_ones_to_sign(db: None, somebody: Callable[[Role], Colleague], cast: Cast, committed: Office) -> None:
    superior, order = somebody(Role.ATASAN), uuid.uuid4()
    committed.execute(
        """insert into orders_order (id, office_code, purpose, officers, area_codes, place, valid_from, valid_until, drawn_by)
           values (%s, 'JKS', 'Pengawasan', %s, '{31.74.08}', 'Pancoran', %s, %s, %s)""",
        [order, [cast.sari.id], now(), now() + timedelta(hours=2), superior.id],
    )
    assert office_role.signed_in(superior, ground=None).post(f"/surat-perintah/{order}/persetujuan/").status_code == 403
    assert refusals_of(committed, superior) == [("orders_approve", "orders.own-order", order, None)]


def test_a_refused_look_leaves_one_row_and_not_two(db: None, somebody: Callable[[Role], Colleague], cast: Cast, committed: Office) -> None:
    officer, person = somebody(Role.PETUGAS), uuid.uuid4()
    browser = office_role.signed_in(officer, ground=None)
    session = browser.session
    session["ground"] = str(cast.ground.id)  # which does not name this officer
    session.save()
    browser.get(f"/orang/{person}/")
    assert len(refusals_of(committed, officer)) == 1


@pytest.mark.parametrize("path", ["/surat-perintah/baru/", "/tidak-ada/", "/temuan/00000000-0000-0000-0000-000000000000/"])
def test_a_mistake_or_what_is_not_there_leaves_none(db: None, somebody: Callable[[Role], Colleague], committed: Office, path: str) -> None:
    officer = somebody(Role.PETUGAS)
    office_role.signed_in(officer, ground=None).post(path, {"purpose": ""})
    assert refusals_of(committed, officer) == []


@pytest.mark.django_db
def test_a_hole_among_the_rules_is_said_in_words() -> None:
    with pytest.raises(DatabaseError) as raised, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select rules_integer('audit.no-such-rule')")
    problem = problem_of(raised.value)
    assert problem is not None
    assert (problem.code, problem.status) == ("rules.none-in-force", 409)
