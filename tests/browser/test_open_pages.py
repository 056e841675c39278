"""An open card is under a look: hidden, left, without ground or signed out it ends, and the row says so (LOOKS: A look, 8)."""

import uuid
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from playwright.sync_api import Page, expect

from demo.people import PEOPLE
from sisada.foundation.launcher.supervisor import wait_for
from sisada.inside import roles as inside
from tests.browser.chromium import PATIENCE_MS, choose_ground, follows_its_stream, open_person, sign_in
from tests.browser.conftest import OpenPage
from tests.browser.house import House

pytestmark = pytest.mark.browser
Owner = psycopg.Connection[Any]
SARI = next(person.id for person in PEOPLE if person.key == "sari")
NEWEST = """
select ended.why, look.continues is not null from audit_look as look left join audit_look_end as ended on ended.look = look.id
where look.officer = %s and look.purpose = 'card' order by look.begun_at desc limit 1
"""
HIDE = """(hidden) => {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}"""


@pytest.fixture
def owner(house: House) -> Iterator[Owner]:
    with psycopg.connect(house.server("inside").url(inside.DATABASE), autocommit=True) as connection:
        yield connection


def becomes(owner: Owner, officer: uuid.UUID, *, why: str | None, continues: bool) -> bool:
    """Whether the officer's newest card look comes to be ended so (None: open), as a first look or one that continues another."""
    return wait_for(lambda: owner.execute(NEWEST, [officer]).fetchone() == (why, continues), within_s=PATIENCE_MS / 1000)


def an_open_card(page: Page) -> None:
    open_person(page, "L898902C3")
    follows_its_stream(page)


def test_a_hidden_page_ends_its_look_and_goes_on_under_another_when_it_shows_again(open_page: OpenPage, owner: Owner) -> None:
    page = open_page()
    an_open_card(page)
    page.evaluate(HIDE, True)
    assert becomes(owner, SARI, why="page-closed", continues=False)
    page.evaluate(HIDE, False)
    assert becomes(owner, SARI, why=None, continues=True)


@pytest.mark.usefixtures("back_to_the_order")
def test_the_end_of_its_ground_closes_an_open_card(open_page: OpenPage, owner: Owner) -> None:
    ground = uuid.uuid4()
    owner.execute(
        """insert into audit_ground (id, kind, reference, place, officers, purposes, area_codes, valid_from, valid_until)
           select %s, 'order', 'SP 0999/XI/2026', 'Rawajati', array[%s], array['search', 'card'], '{}', now() - day, now() + day
           from (select interval '1 day') as a (day)""",
        [ground, SARI],
    )
    page = open_page()
    choose_ground(page, "SP 0999/XI/2026")
    an_open_card(page)
    owner.execute("select audit_end_ground(%s, %s, 'cancelled')", [ground, SARI])
    expect(page.locator("#kartu")).not_to_contain_text("ERIKSSON")
    assert becomes(owner, SARI, why="page-closed", continues=False)


def test_signing_out_in_one_tab_closes_the_card_in_the_other(house: House, open_page: OpenPage, owner: Owner) -> None:
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
    page.wait_for_url("**/masuk/**")
    assert "ERIKSSON" not in page.content()
    assert becomes(owner, agus, why="signed-out", continues=False)
