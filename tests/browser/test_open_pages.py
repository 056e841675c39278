"""An open card is under a look: hidden, left, without ground or signed out it ends, and the row says so (LOOKS: A look, 8)."""

import time
import uuid
from collections.abc import Iterator

import psycopg
import pytest
from playwright.sync_api import Page, expect

from demo.people import PEOPLE
from sisada.inside import roles as inside
from tests.browser.chromium import choose_ground, open_person, sign_in
from tests.browser.conftest import OpenPage
from tests.browser.house import House

pytestmark = pytest.mark.browser
SARI = next(person.id for person in PEOPLE if person.key == "sari")
ENDS = """
select ended.why from audit_look as look left join audit_look_end as ended on ended.look = look.id
where look.officer = %s and look.purpose = 'card' order by look.begun_at desc limit 1
"""
HIDE = """(hidden) => {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}"""


@pytest.fixture
def owner(house: House) -> "Iterator[psycopg.Connection[tuple[object, ...]]]":
    with psycopg.connect(house.server("inside").url(inside.DATABASE), autocommit=True) as connection:
        yield connection


def ended_why(owner: "psycopg.Connection[tuple[object, ...]]", officer: uuid.UUID, *, within_s: float) -> object:
    """Why the officer's newest card look ended; None if it has not within that time."""
    until = time.monotonic() + within_s
    why = None
    while why is None and time.monotonic() < until:
        (why,) = owner.execute(ENDS, [officer]).fetchone() or (None,)
        time.sleep(0.1)
    return why


def an_open_card(page: Page) -> None:
    open_person(page, "L898902C3")
    page.wait_for_timeout(1000)  # the page follows its stream


def test_a_hidden_page_ends_its_look_and_goes_on_under_another_when_it_shows_again(
    open_page: OpenPage, owner: "psycopg.Connection[tuple[object, ...]]"
) -> None:
    page = open_page()
    an_open_card(page)
    page.evaluate(HIDE, True)
    assert ended_why(owner, SARI, within_s=12) == "page-closed"
    page.evaluate(HIDE, False)
    page.wait_for_timeout(1500)
    assert owner.execute(ENDS, [SARI]).fetchone() == (None,)
    row = owner.execute("select continues is not null from audit_look where officer = %s order by begun_at desc limit 1", [SARI]).fetchone()
    assert row == (True,)


def test_the_end_of_its_ground_closes_an_open_card(open_page: OpenPage, owner: "psycopg.Connection[tuple[object, ...]]") -> None:
    ground = uuid.uuid4()
    owner.execute(
        """insert into audit_ground (id, kind, reference, place, officers, purposes, area_codes, valid_from, valid_until)
           select %s, 'order', 'SP 0999/XI/2026', 'Rawajati', array[%s], array['search', 'card'], '{}', now() - day, now() + day
           from (select interval '1 day') as a (day)""",
        [ground, SARI],
    )
    page = open_page()
    choose_ground(page, "SP 0999/XI/2026")
    try:
        an_open_card(page)
        owner.execute("select audit_end_ground(%s, %s, 'cancelled')", [ground, SARI])
        expect(page.locator("#kartu")).not_to_contain_text("ERIKSSON", timeout=10_000)
        assert ended_why(owner, SARI, within_s=2) == "page-closed"
    finally:
        choose_ground(page)  # the tests that follow work in the same session


def test_signing_out_in_one_tab_closes_the_card_in_the_other(
    house: House, open_page: OpenPage, owner: "psycopg.Connection[tuple[object, ...]]"
) -> None:
    agus = next(person.id for person in PEOPLE if person.key == "agus")
    owner.execute(
        """insert into accounts_role_held (id, user_id, role, capacity, valid_from, valid_until)
           values (gen_random_uuid(), %s, 'petugas', 'plh', rules_today() - 1, rules_today() + 1)""",
        [agus],
    )
    owner.execute("update audit_ground set officers = officers || %s where reference = 'SP 0412/XI/2026'", [agus])
    page = open_page(storage_state=None)
    sign_in(page, "agus")
    choose_ground(page)
    an_open_card(page)
    other = page.context.new_page()
    other.goto("/keluar/")
    other.locator("main button[type=submit]").first.click()
    other.wait_for_url("**/masuk/**")
    expect(page.locator("body")).not_to_contain_text("ERIKSSON", timeout=12_000)
    assert ended_why(owner, agus, within_s=2) == "signed-out"
