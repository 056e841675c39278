"""Audit in a browser: a decoy is told within two seconds and leads to its look; every page of Audit is whole on phone and desk."""

import time
from collections.abc import Iterator

import psycopg
import pytest
from playwright.sync_api import Browser, Page, StorageState, expect

from demo.decoys import DECOYS
from demo.people import PASSWORD
from sisada.inside import roles as inside
from sisada.inside.accounts.roles import Role
from tests.browser.chromium import context, follows_its_stream, open_person, soon_s, unspent_code
from tests.browser.house import House
from tests.browser.test_accounts import come_in, visitor, whole
from tests.cast import hire

pytestmark = pytest.mark.browser
PASSPORT = "L898902C3"


@pytest.fixture
def supervisor(house: House, browser: Browser) -> Iterator[Page]:
    """The page of a privacy supervisor whom no other test of this package knows, under no ground yet."""
    with psycopg.connect(house.server("inside").url(inside.DATABASE), autocommit=True) as owner:
        key = f"pengawas{time.time_ns()}"
        hire(owner, key, "Dewi Anggraini", role=Role.PENGAWAS)
    with visitor(house, browser) as page:
        come_in(page, f"{key}@kantor.example", PASSWORD, unspent_code(key))
        yield page


def open_ground(page: Page, name: str, reference: str) -> None:
    page.goto("/dasar/")
    form = page.locator(f'form[action="/dasar/{name}/"]')
    form.locator("[name=reference]").fill(reference)
    form.locator("button").click()
    page.wait_for_url("**/audit/**")


def ask(page: Page, path: str, field: str, typed: str) -> None:
    page.goto(path)
    page.locator(f"[name={field}]").first.fill(typed)
    page.locator("main .button-main").first.click()
    page.wait_for_url(f"**{path}**/*/")


def test_a_decoy_is_told_at_once_and_every_page_of_audit_is_whole(
    house: House, browser: Browser, sari: StorageState, supervisor: Page
) -> None:
    expect(supervisor).to_have_url(f"{house.url}/audit/")
    follows_its_stream(supervisor)
    with context(browser, house.url, storage_state=sari) as profile:
        officer = profile.new_page()
        open_person(officer, PASSPORT)
        code = officer.locator(".check-code .number").first.inner_text()
        began = time.monotonic()
        officer.goto(f"/orang/{DECOYS[0]}/")
        expect(supervisor.locator("#menunggu")).to_contain_text("Orang umpan dibuka seseorang")
        told = time.monotonic() - began
        assert told <= soon_s(officer)
    whole(supervisor)
    open_ground(supervisor, "tinjauan", "T 07/XI/2026")
    supervisor.goto("/audit/")
    whole(supervisor)
    supervisor.locator("[name=number]").fill(PASSPORT)
    supervisor.get_by_role("button", name="Tampilkan jejak").click()
    supervisor.wait_for_url("**/audit/jejak/*/")
    expect(supervisor.get_by_text("Sari Nastiti").first).to_be_visible()
    whole(supervisor)
    ask(supervisor, "/audit/kode/", "code", code)
    expect(supervisor.get_by_text("Terbukti.")).to_be_visible()
    whole(supervisor)
    supervisor.goto("/audit/tinjauan/")
    whole(supervisor)
    supervisor.locator(".queue-link").first.click()
    supervisor.wait_for_url("**/audit/tinjauan/*/")
    whole(supervisor)
    supervisor.goto("/saya/jejak/")
    whole(supervisor)
    open_ground(supervisor, "permintaan-sendiri", "P 12/XI/2026")
    ask(supervisor, "/audit/permintaan/", "number", PASSPORT)
    whole(supervisor)
    with supervisor.expect_download() as paper:
        supervisor.get_by_role("link", name="PDF bahasa Inggris").click()
    assert paper.value.path().read_bytes().startswith(b"%PDF-")
