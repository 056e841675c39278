"""What officers do, from the door to the card and back."""

import pytest
from playwright.sync_api import Page, expect

from demo.people import PASSWORD
from tests.browser.chromium import DESK, ERIKSSON_MRZ, choose_ground, open_person, search, sign_in, unspent_code
from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser


def tab_to(page: Page, text: str) -> None:
    """Presses Tab until the focus is on something that reads `text`."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if text in page.evaluate("document.activeElement.innerText || document.activeElement.getAttribute('aria-label') || ''"):
            return
    pytest.fail(f"Tab never reaches “{text}”.")


def test_from_sign_in_to_a_card_and_back_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page(viewport=DESK, storage_state=None)
    page.goto("/")
    expect(page.get_by_label("Surel")).to_be_focused()
    page.keyboard.type("rahmat@kantor.example")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Kode")).to_be_focused()
    page.keyboard.type(unspent_code("rahmat"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/cari/")
    tab_to(page, "Pilih dasar")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dasar/")
    tab_to(page, "Pakai dasar ini")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cari/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("eriksson 1974")
    expect(page.locator("h2.list-head")).to_contain_text("1 orang")
    expect(page.get_by_role("searchbox")).to_be_focused()
    tab_to(page, "ERIKSSON, ANNA MARIA")
    page.keyboard.press("Enter")
    page.wait_for_url("**/orang/*/")
    tab_to(page, "Kembali ke Cari")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cari/*/")
    expect(page.get_by_role("searchbox")).to_have_value("eriksson 1974")
    expect(page.get_by_role("link", name="ERIKSSON, ANNA MARIA")).to_be_visible()


def test_the_first_tab_offers_to_skip_to_the_content(open_page: OpenPage) -> None:
    page = open_page(viewport=DESK)
    page.goto("/wilayah/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Langsung ke isi")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_on_a_phone_a_number_and_a_pasted_mrz_lead_to_the_card(open_page: OpenPage) -> None:
    page = open_page()
    search(page, "L898902C3")
    expect(page.locator(".match")).to_have_text("Sama persis dengan catatan")
    search(page, ERIKSSON_MRZ)
    expect(page.locator(".read-chips")).to_contain_text("L898902C3")
    page.get_by_role("link", name="ERIKSSON, ANNA MARIA").click()
    expect(page.locator(".status-word")).to_have_text("Boleh tinggal")
    expect(page.locator(".identity-number")).to_have_text("L898902C3")
    box = page.locator(".status-headline").bounding_box()
    assert box
    assert box["y"] + box["height"] < 844 / 2, "The answer stands in the upper half of the first screen."


STATES = (
    ("L898902C3", "Boleh tinggal", "108"),
    ("K402117D8", "Lewat izin", "4"),
    ("M117350F2", "Perlu diperiksa", "dua izin saling bertentangan"),
    ("L550913B4", "Perlu diperiksa", "perpanjangan dalam proses"),
    ("K776120C5", "Boleh tinggal", "tanpa batas akhir"),
    ("D004417U1", "Boleh tinggal", "diplomatik"),
    ("L229871E6", "Perlu diperiksa", "keluar"),
)


def test_each_state_of_stay_is_said_in_a_word_and_a_reason(open_page: OpenPage) -> None:
    page = open_page()
    for number, word, line in STATES:
        open_person(page, number)
        expect(page.locator(".status-word")).to_have_text(word)
        expect(page.locator(".status-line")).to_contain_text(line)


def test_everything_works_without_javascript(open_page: OpenPage) -> None:
    page = open_page(storage_state=None, java_script_enabled=False)
    sign_in(page, "ratna")
    choose_ground(page, "SP 0415/XI/2026")
    page.get_by_role("searchbox").fill("L898902C3")
    page.get_by_role("button", name="Cari", exact=True).click()
    page.get_by_role("link", name="ERIKSSON, ANNA MARIA").click()
    expect(page.locator(".status-word")).to_have_text("Boleh tinggal")
    page.goto("/wilayah/31.74.08.1003/")
    page.get_by_role("button", name="Buka daftar").click()
    expect(page.locator("h2.list-head")).to_contain_text("menurut gedung dan jalan")
    page.goto("/saya/")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_after_signing_out_the_back_button_shows_nobody(open_page: OpenPage) -> None:
    page = open_page(storage_state=None, viewport=DESK)
    sign_in(page, "wirawan")
    choose_ground(page, "SP 0415/XI/2026")
    open_person(page, "L898902C3")
    answer = page.request.get(page.url)
    assert "no-store" in answer.headers["cache-control"]
    page.get_by_role("button", name="Keluar").click()
    page.wait_for_url("**/masuk/")
    for _ in range(3):
        page.go_back()
        page.wait_for_load_state()
        assert "ERIKSSON" not in page.content()
