"""Something found otherwise: from the card that says it as a question, over the desk that proposes it, to the file. axe finds nothing."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, StorageState, expect

from tests.browser.chromium import DESK, context, open_person, sign_in
from tests.browser.conftest import OpenPage
from tests.browser.house import House
from tests.browser.test_every_page import AXE, WCAG

pytestmark = pytest.mark.browser
PERSON = "M117350F2"


@pytest.fixture(scope="module")
def dimas(house: House, browser: Browser) -> Iterator[StorageState]:
    """The desk's cookies."""
    with context(browser, house.url, viewport=DESK) as profile:
        page = profile.new_page()
        sign_in(page, "dimas")
        yield profile.storage_state()


def nothing_wrong(page: Page) -> None:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("(tags) => axe.run({runOnly: tags})", WCAG)
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def report(page: Page) -> None:
    """On a phone, from the card: which data, then what was found."""
    open_person(page, PERSON)
    page.get_by_role("link", name="Laporkan ketidaksesuaian").click()
    nothing_wrong(page)
    page.get_by_role("link", name="Alamat").click()
    nothing_wrong(page)
    page.get_by_label("Alamat yang Anda temukan").fill("Rusun Melati blok B 4")
    page.get_by_label("Ditemukan di kelurahan").select_option(label="Duren Tiga")
    page.get_by_label("Bagaimana Anda mengetahuinya").fill("Pengelola menunjukkan daftar penghuni.")
    page.get_by_role("button", name="Laporkan").click()
    page.wait_for_url("**/orang/*/")


def test_from_the_card_over_the_desk_to_a_signed_file(open_page: OpenPage, dimas: StorageState) -> None:
    phone = open_page()
    report(phone)
    expect(phone.get_by_text("Ketidaksesuaian terbuka: alamat, sejak")).to_be_visible()
    nothing_wrong(phone)
    desk = open_page(storage_state=dimas, viewport=DESK)
    desk.goto("/ketidaksesuaian/")
    nothing_wrong(desk)
    desk.get_by_role("link", name="Alamat").first.click()
    nothing_wrong(desk)
    expect(desk.get_by_text("Rusun Melati")).not_to_be_attached()
    desk.get_by_role("button", name="Ambil").click()
    expect(desk.get_by_text("Rusun Melati blok B 4, Duren Tiga, Pancoran").first).to_be_visible()
    nothing_wrong(desk)
    desk.get_by_role("button", name="Usulkan ke Direktorat").click()
    with desk.expect_download() as coming:
        desk.get_by_role("link", name="Unduh berkas bertanda tangan").click()
    file = json.loads(Path(coming.value.path()).read_text(encoding="utf-8"))
    assert json.loads(file["proposal"])["field"] == "address"
    nothing_wrong(desk)
    desk.get_by_role("link", name="Cetak nota").click()
    expect(desk.get_by_text("Usulan perbaikan data orang asing")).to_be_visible()
    nothing_wrong(desk)
    desk.goto("/ketidaksesuaian/?saringan=diusulkan")
    expect(desk.get_by_role("link", name="Alamat")).to_be_visible()


def test_a_form_with_nothing_in_it_says_what_is_missing_and_keeps_the_rest(open_page: OpenPage) -> None:
    page = open_page()
    open_person(page, PERSON)
    page.get_by_role("link", name="Laporkan ketidaksesuaian").click()
    page.get_by_role("link", name="Nama", exact=True).click()
    page.get_by_label("Nama pada dokumen").fill("李雷")
    page.get_by_label("Bagaimana Anda mengetahuinya").fill("paspornya saya pegang")
    open_page.complaints.clear()  # type: ignore[attr-defined]  # as in conftest
    page.get_by_role("button", name="Laporkan").click()
    expect(page.get_by_text("Tulis namanya dengan huruf Latin").first).to_be_visible()
    expect(page.get_by_label("Bagaimana Anda mengetahuinya")).to_have_value("paspornya saya pegang")
    nothing_wrong(page)
    open_page.complaints.clear()  # type: ignore[attr-defined]  # the browser logs an answer of 422
