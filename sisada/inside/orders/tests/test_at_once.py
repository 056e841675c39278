"""Two at once: superiors who answer the same order or finding, a cancellation while somebody signs, numbers in a hurry."""

import threading
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from sisada.foundation.clock import now
from tests.attacker import Office
from tests.cast import Cast

Act = tuple[str, list[Any]]


def at_once(url: str, first: Act, second: Act) -> list[str]:
    """What becomes of each: the second begins while the first has not committed."""
    said = ["done", "done"]

    def run_second() -> None:
        with psycopg.connect(url, autocommit=True) as office:
            said[1] = outcome(office, second)

    thread = threading.Thread(target=run_second)
    with psycopg.connect(url, autocommit=True) as office, office.transaction():
        said[0] = outcome(office, first)
        thread.start()
        thread.join(0.4)
        assert thread.is_alive(), "The second did not wait for the first."
    thread.join()
    return said


def outcome(office: Office, act: Act) -> str:
    try:
        office.execute(act[0].encode(), act[1])
    except psycopg.Error as error:
        return str(error.diag.message_primary)
    return "done"


@pytest.fixture
def draw_up(committed: Office, cast: Cast) -> Callable[[], uuid.UUID]:
    """A committed order of Dimas's that waits."""

    def drawn() -> uuid.UUID:
        order = uuid.uuid4()
        committed.execute(
            """insert into orders_order (id, office_code, purpose, officers, area_codes, place, valid_from, valid_until, drawn_by)
               values (%s, 'JKS', 'Pengawasan', %s, '{31.74.08}', 'Pancoran', %s, %s, %s)""",
            [order, [cast.sari.id], now(), now() + timedelta(hours=2), cast.dimas.id],
        )
        return order

    return drawn


def approve(order: uuid.UUID, who: uuid.UUID) -> Act:
    return ("select orders_approve(%s, %s)", [order, who])


def refuse(order: uuid.UUID, who: uuid.UUID) -> Act:
    return ("select orders_refuse(%s, %s, 'tidak jelas')", [order, who])


def cancel(order: uuid.UUID, who: uuid.UUID) -> Act:
    return ("select orders_cancel(%s, %s, 'tidak jadi')", [order, who])


def test_two_superiors_answer_an_order_once(office_url: str, draw_up: Callable[[], uuid.UUID], cast: Cast) -> None:
    for second in (approve, refuse):
        order = draw_up()
        assert at_once(office_url, approve(order, cast.ratna.id), second(order, cast.wirawan.id)) == ["done", "orders.already-answered"]


def test_a_draft_taken_back_while_somebody_signs_is_not_signed(office_url: str, draw_up: Callable[[], uuid.UUID], cast: Cast) -> None:
    order = draw_up()
    assert at_once(office_url, cancel(order, cast.dimas.id), approve(order, cast.ratna.id)) == ["done", "orders.already-answered"]
    order = draw_up()
    assert at_once(office_url, cancel(order, cast.dimas.id), refuse(order, cast.ratna.id)) == ["done", "orders.already-answered"]


def test_a_cancellation_that_comes_while_somebody_signs_ends_the_new_ground(
    office_url: str, draw_up: Callable[[], uuid.UUID], cast: Cast, committed: Office
) -> None:
    order = draw_up()
    assert at_once(office_url, approve(order, cast.ratna.id), cancel(order, cast.wirawan.id)) == ["done", "done"]
    assert committed.execute("select why from audit_ground_end where ground = %s", [order]).fetchone() == ("cancelled",)
    order = draw_up()  # the drawer may take back a draft, not a signed order
    assert at_once(office_url, approve(order, cast.ratna.id), cancel(order, cast.dimas.id)) == ["done", "orders.not-for-this-role"]


def test_two_orders_signed_at_once_have_two_numbers(
    office_url: str, draw_up: Callable[[], uuid.UUID], cast: Cast, committed: Office
) -> None:
    one, other = draw_up(), draw_up()
    assert at_once(office_url, approve(one, cast.ratna.id), approve(other, cast.wirawan.id)) == ["done", "done"]
    rows = committed.execute('select count(distinct number) from orders_approval where "order" = any (%s)', [[one, other]]).fetchone()
    assert rows == (2,)


def test_two_superiors_answer_a_finding_once(office_url: str, cast: Cast, committed: Office) -> None:
    row = committed.execute(
        "select orders_report_finding(%s, %s, 'c', 'Bekerja di warung', 'Rawajati')", [cast.sari.id, cast.sari.device]
    ).fetchone()
    assert row
    yes, no = (
        ("select orders_answer_finding(%s, %s, %s)", [row[0], who.id, approved])
        for who, approved in ((cast.ratna, True), (cast.wirawan, False))
    )
    assert at_once(office_url, yes, no) == ["done", "orders.already-answered"]
