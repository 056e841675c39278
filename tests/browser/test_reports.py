"""Laporan masuk in a browser: by keyboard alone, a new report on the open page by itself, two officers at one case, every page whole."""

import hashlib
import json
import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from nacl.public import PrivateKey
from playwright.sync_api import Browser, Page, StorageState, expect

from sisada.foundation.clock import now, office_today
from sisada.foundation.letter import Letter, Place
from sisada.foundation.office import office
from sisada.inside import roles as inside
from tests.browser.chromium import DESK, PHONE, context, follows_its_stream, sign_in
from tests.browser.conftest import OpenPage
from tests.browser.house import House
from tests.browser.test_every_page import AXE, scrolls_down_only, violations

pytestmark = pytest.mark.browser
STORY = "Setiap malam ada yang bekerja di ruko sebelah sampai pagi."
Report = Callable[[], str]


@pytest.fixture(scope="module")
def dimas(house: House, browser: Browser) -> StorageState:
    with context(browser, house.url) as profile:
        page = profile.new_page()
        sign_in(page, "dimas")
        return profile.storage_state()


@pytest.fixture(scope="module")
def ratna(house: House, browser: Browser) -> StorageState:
    with context(browser, house.url) as profile:
        page = profile.new_page()
        sign_in(page, "ratna")
        return profile.storage_state()


@pytest.fixture
def report(house: House) -> Iterator[Report]:
    """`report()` is a case as the worker makes it of a letter; its id. Promised for yesterday, so that it stands high in the queue."""
    with psycopg.connect(_owners(house), autocommit=True) as owner:
        yield lambda: _filed(owner)


def _owners(house: House) -> str:
    return f"postgresql://{inside.OWNER}:{house.secret(inside.OWNER)}@127.0.0.1:{house.server('inside').port}/{inside.DATABASE}"


def _filed(owner: "psycopg.Connection[Any]") -> str:
    place = Place("31.74.08.1003", "Ruko di depan pasar", -6.2568, 106.8523, "map")
    key = bytes(PrivateKey.generate().public_key)
    letter = Letter("activity", uuid.uuid4(), key, category="work", what=STORY, place=place)
    made, due = uuid.uuid4(), (office_today() - timedelta(days=1)).isoformat()
    digest = hashlib.sha256(made.bytes).digest()
    owner.execute("select cases_take(%s, %s, %s, 'sealed', '{}', %s)", [made, letter.thread, digest, now() - timedelta(days=4)])
    promised = {"office_code": office().code, "channel": "public", "first_answer_due": due, "outcome_due": due}
    row = owner.execute(
        "select filed from cases_file(%s, %s, '{}', jsonb_populate_record(null::cases_case, %s))",
        [made, letter.to_bytes().decode(), json.dumps(promised)],
    ).fetchone()
    assert row
    return str(row[0])


def row_of(page: Page, case: str) -> Any:
    return page.locator(f"#b-{case}")


def test_from_the_queue_to_the_decision_by_keyboard_alone(open_page: OpenPage, dimas: StorageState, report: Report) -> None:
    case = report()
    page = open_page(viewport=DESK, storage_state=dimas)
    page.goto("/laporan/")
    page.keyboard.press("j")
    while page.evaluate("document.activeElement.id") != f"b-{case}":
        page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.get_by_text(STORY)).to_be_visible()
    page.keyboard.press("d")
    expect(page.locator("#putusan input[type=radio]").first).to_be_focused()
    page.keyboard.press("ArrowDown")  # bukan fakta
    page.keyboard.press("Tab")
    page.keyboard.type("Tidak ada saksi.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")  # what more the reporter is told
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Laporan selesai; pelapor sudah diberi tahu.")).to_be_visible()


def test_the_question_mark_shows_the_keys_and_letters_typed_in_a_field_are_letters(
    open_page: OpenPage, dimas: StorageState, report: Report
) -> None:
    case = report()
    page = open_page(viewport=DESK, storage_state=dimas)
    page.goto(f"/laporan/{case}/")
    page.keyboard.press("?")
    expect(page.locator("dialog[open]")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    note = page.get_by_label("Catatan untuk rekan")
    note.fill("")
    note.press_sequentially("jadi ada apa?")
    expect(note).to_have_value("jadi ada apa?")
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_a_new_report_stands_on_the_open_queue_by_itself_and_marks_stay(open_page: OpenPage, dimas: StorageState, report: Report) -> None:
    page = open_page(viewport=DESK, storage_state=dimas)
    page.goto("/laporan/")
    follows_its_stream(page)
    page.keyboard.press("j")
    focused = page.evaluate("document.activeElement.id")
    case = report()
    expect(row_of(page, case)).to_be_visible()
    assert page.evaluate("document.activeElement.id") == focused


def test_two_officers_take_one_case_and_the_second_is_told(
    open_page: OpenPage, dimas: StorageState, ratna: StorageState, report: Report
) -> None:
    case = report()
    pages = [open_page(viewport=DESK, storage_state=who) for who in (dimas, ratna)]
    for page in pages:
        page.goto(f"/laporan/{case}/")
    pages[0].get_by_role("button", name="Ambil", exact=True).click()
    expect(pages[0].get_by_text(STORY)).to_be_visible()
    expect(pages[1].get_by_text("Keadaan laporan ini berubah.")).to_be_visible()
    pages[1].get_by_role("button", name="Ambil", exact=True).click()
    expect(pages[1].get_by_text("sedang dipegang rekan Anda")).to_be_visible()
    open_page.complaints.clear()  # type: ignore[attr-defined]  # the browser logs the refusal's status


def test_without_script_everything_is_a_form(open_page: OpenPage, dimas: StorageState, report: Report) -> None:
    case = report()
    page = open_page(viewport=PHONE, storage_state=dimas, java_script_enabled=False)
    page.goto("/laporan/")
    row_of(page, case).click()
    page.get_by_role("button", name="Ambil", exact=True).click()
    page.get_by_label("Bukan fakta").check()
    page.get_by_label("Alasan").fill("Tidak ada saksi.")
    page.get_by_label("Sesudah ditelaah").check()
    page.get_by_role("button", name="Simpan putusan").click()
    expect(page.get_by_text("Laporan selesai; pelapor sudah diberi tahu.")).to_be_visible()


def test_a_call_is_taken_down_and_ends_with_seven_words(open_page: OpenPage, dimas: StorageState) -> None:
    page = open_page(viewport=DESK, storage_state=dimas)
    page.goto("/laporan/baru/")
    page.keyboard.type("Ibu RT menelepon: ada yang bekerja di toko sebelah.")
    page.get_by_role("button", name="Simpan dan buat kode").click()
    expect(page.locator(".word-code li")).to_have_count(7)


@pytest.mark.parametrize("name", ["antrean", "belum dipegang", "dipegang", "mata kedua", "lisan"])
def test_a_page_of_reports_is_whole(open_page: OpenPage, dimas: StorageState, ratna: StorageState, report: Report, name: str) -> None:
    case = report()
    page = open_page(viewport=DESK, storage_state=ratna if name == "mata kedua" else dimas, reduced_motion="reduce")
    paths = {"antrean": "/laporan/", "mata kedua": "/laporan/mata-kedua/", "lisan": "/laporan/baru/"}
    page.goto(paths.get(name, f"/laporan/{case}/"))
    if name == "dipegang":
        page.get_by_role("button", name="Ambil", exact=True).click()
        expect(page.get_by_text(STORY)).to_be_visible()
    scrolls_down_only(page)
    page.evaluate(AXE.read_text())
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, only=["color-contrast"]) == []
    page.set_viewport_size(DESK)
    assert violations(page, only=["color-contrast"]) == []
