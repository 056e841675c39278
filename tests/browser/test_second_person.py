"""What one person proposes and a second must confirm stands on every open page of those who may, within two seconds, and ends for all."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import psycopg
import pytest
from playwright.sync_api import Browser, Page, StorageState, expect

from demo.people import PASSWORD, PEOPLE
from sisada.inside import roles as inside
from tests.browser.chromium import DESK, context, follows_its_stream, soon_s, unspent_code
from tests.browser.conftest import OpenPage
from tests.browser.house import House
from tests.browser.test_waiting import WATCH

pytestmark = pytest.mark.browser
ID_OF = {person.key: person.id for person in PEOPLE}
ACCOUNT, RULE = "Perubahan akun menunggu orang kedua", "Perubahan aturan menunggu orang kedua"
PROPOSE_ROLE = "select accounts_grant_role(%s, %s, 'pengawas', 'plh', rules_today(), rules_today() + 5, 'cuti')"
PROPOSE_RULE = "select rules_propose('audit.look-minutes', '', '9', rules_today() + 2, null, 'Surat 9/2026', %s)"


@pytest.fixture(scope="module")
def seconds(house: House, browser: Browser) -> dict[str, StorageState]:
    """The cookies of the head and of the privacy supervisor."""
    states = {}
    for key in ("wirawan", "lestari"):
        with context(browser, house.url) as profile:
            page = profile.new_page()
            page.goto("/masuk/")
            page.get_by_label("Surel").fill(f"{key}@kantor.example")
            page.get_by_label("Kata sandi").fill(PASSWORD)
            page.get_by_role("button", name="Masuk", exact=True).click()
            page.get_by_label("Kode").fill(unspent_code(key))
            page.get_by_role("button", name="Masuk", exact=True).click()
            page.wait_for_url(lambda url: "/masuk/" not in url)
            states[key] = profile.storage_state()
    return states


@pytest.fixture
def owner(house: House) -> Iterator["psycopg.Connection[tuple[Any, ...]]"]:
    """The admin's deeds, done by the functions that his pages call. However a test ends, nobody is left waiting."""
    with psycopg.connect(house.server("inside").url(inside.DATABASE), autocommit=True) as administrator:
        yield administrator
        administrator.execute("select waiting_end(subject, %s) from waiting_notice where kind like '%%-change'", [ID_OF["agus"]])
        administrator.execute(
            "select accounts_decide(%s, open.id, 'withdrawn', '') from accounts_open_proposal as open where open.proposed_by = %s",
            [ID_OF["agus"], ID_OF["agus"]],
        )


def watching(page: Page, path: str) -> Page:
    page.goto(path)
    follows_its_stream(page)
    page.evaluate(WATCH)
    return page


def told_after_s(page: Page, sentence: str, owner: "psycopg.Connection[tuple[Any, ...]]") -> float:
    expect(page.locator("#menunggu")).to_contain_text(sentence)
    (made,) = owner.execute("select max(made_at) from waiting_notice where kind like '%-change'").fetchone() or (None,)
    assert isinstance(made, datetime)
    return float(page.evaluate("window.toldAt")) - made.timestamp()


def test_a_change_of_an_account_is_told_decided_and_gone_from_the_others_page(
    open_page: OpenPage, seconds: dict[str, StorageState], owner: "psycopg.Connection[tuple[Any, ...]]"
) -> None:
    head = watching(open_page(storage_state=seconds["wirawan"], viewport=DESK), "/wilayah/")
    supervisor = watching(open_page(storage_state=seconds["lestari"]), "/saya/")
    owner.execute(PROPOSE_ROLE, [ID_OF["agus"], ID_OF["rahmat"]])
    late = [told_after_s(page, ACCOUNT, owner) for page in (head, supervisor)]
    assert max(late) <= soon_s(open_page())
    head.get_by_role("link", name=ACCOUNT).click()
    head.get_by_role("button", name="Tolak").click()
    expect(head.get_by_text("Usul ditolak.")).to_be_visible()
    for page in (head, supervisor):  # nobody touched the supervisor's page; something else may wait for him
        expect(page.locator("#menunggu")).not_to_contain_text(ACCOUNT)


def test_a_change_of_a_rule_is_told_leads_to_its_rule_and_ends_when_it_is_taken_back(
    open_page: OpenPage, seconds: dict[str, StorageState], owner: "psycopg.Connection[tuple[Any, ...]]"
) -> None:
    head = watching(open_page(storage_state=seconds["wirawan"]), "/saya/")
    (row,) = owner.execute(PROPOSE_RULE, [ID_OF["agus"]]).fetchone() or (None,)
    assert told_after_s(head, RULE, owner) <= soon_s(open_page())
    head.get_by_role("link", name=RULE).click()
    head.wait_for_url("**/aturan/audit.look-minutes/")
    expect(head.get_by_role("button", name="Tegaskan")).to_be_visible()
    follows_its_stream(head)
    owner.execute("select rules_withdraw(%s, %s)", [row, ID_OF["agus"]])
    expect(head.locator("#menunggu")).not_to_contain_text(RULE)
