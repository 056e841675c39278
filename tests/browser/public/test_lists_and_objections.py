"""Whoever has guests, and whoever was recorded wrongly: by phone, on a desk, without script, with a keyboard alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from sisada.outside.letterbox.lists.tests import files
from tests.browser.chromium import DESK, PHONE, SMALLEST
from tests.browser.public.conftest import Visit
from tests.browser.public.hosts import PLACE, add_person, object_to, send_it, to_the_list, to_the_review, write_person
from tests.browser.public.reporting import at_step, code_on, go_on
from tests.browser.test_every_page import AXE, violations

pytestmark = pytest.mark.browser
HANDS = pytest.mark.parametrize(
    "wishes", [{"viewport": PHONE}, {"viewport": DESK}, {"java_script_enabled": False}], ids=["phone", "desk", "no-script"]
)
LANGUAGES = ["id", "en", "zh", "ko", "ja"]


def give_list(page: Page, raw: bytes, *, scripted: bool) -> None:
    """With script a chosen file is sent at once."""
    page.locator("#orang_berkas").set_input_files(FilePayload(name="tamu.xlsx", mimeType="application/octet-stream", buffer=raw))
    if not scripted:
        page.get_by_role("button", name="Unggah").click()


@HANDS
def test_a_landlord_sends_a_list_and_keeps_it_up_to_date(visit: Visit, wishes: dict[str, object]) -> None:
    page = visit(**wishes)
    page.goto("/")
    page.get_by_role("link", name="Laporkan keberadaan").click()
    at_step(page, "tempat")
    to_the_list(page)
    add_person(page, "Anna Eriksson")
    write_person(page, "Budi Utopia")
    to_the_review(page)
    expect(page.get_by_text(PLACE)).to_be_visible()
    expect(page.get_by_text("2 orang")).to_be_visible()
    send_it(page)
    code = code_on(page)
    page.goto("/keberadaan/daftar/")
    page.get_by_label("Kode Anda").fill(code)
    page.get_by_role("button", name="Buka").click()
    page.get_by_role("button", name="Tidak berubah").click()
    expect(page.get_by_text("Daftar Anda diterima.")).to_be_visible()
    page.get_by_label("Sudah keluar pada Anna Eriksson").fill("2026-11-01")
    add_person(page, "Cici")
    expect(page.get_by_label("Sudah keluar pada Anna Eriksson")).to_have_value("2026-11-01")
    page.get_by_role("button", name="Kirim perubahan").click()
    expect(page.get_by_text("Daftar Anda diterima.")).to_be_visible()
    expect(page.get_by_role("heading", name="2 orang tinggal di sini")).to_be_visible()
    expect(page.get_by_text("1 orang sudah keluar")).to_be_visible()


@HANDS
def test_a_hotel_sends_its_file_and_reads_which_row_is_wrong(visit: Visit, wishes: dict[str, object]) -> None:
    page, scripted = visit(**wishes), "java_script_enabled" not in wishes
    to_the_list(page, "berkas")
    give_list(page, files.csv("Anna;Utopia;X1;03/02/2026;", "Budi;Utopia;X2;31/02/26;"), scripted=scripted)
    expect(page.get_by_text("Baris 3: tanggal masuk tidak terbaca: “31/02/26”.")).to_be_visible()
    give_list(page, files.xlsx(["Anna", "Utopia", "X1", "03/02/2026", None]), scripted=scripted)
    expect(page.locator(".listed b", has_text="Anna")).to_be_visible()
    to_the_review(page)
    send_it(page)


def test_a_template_comes_as_a_file(visit: Visit) -> None:
    page = visit()
    to_the_list(page, "berkas")
    with page.expect_download() as coming:
        page.get_by_role("link", name="Excel").click()
    assert Path(coming.value.path()).read_bytes().startswith(b"PK")


def test_enter_in_a_field_adds_the_person_and_takes_nobody_out(visit: Visit) -> None:
    page = visit(viewport=DESK)
    to_the_list(page)
    add_person(page, "Anna Eriksson")
    write_person(page, "Budi Utopia")
    page.get_by_label("Nama", exact=True).press("Enter")
    expect(page.locator(".listed li")).to_have_count(2)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scripted", [True, False], ids=["script", "no-script"])
def test_an_objection_is_sent_and_followed_in_its_own_language(visit: Visit, language: str, scripted: bool) -> None:
    page = visit(java_script_enabled=scripted)
    object_to(page, language)
    send_it(page)
    expect(page.get_by_text("3 × 24")).to_be_visible()
    page.locator("form.way button").click()
    expect(page.get_by_text("Bukan saya.")).to_be_visible()
    assert page.url.endswith("/ikuti/" if language == "id" else f"/{language}/ikuti/")


def objection_receipt(language: str) -> Callable[[Page], None]:
    def show(page: Page) -> None:
        object_to(page, language)
        send_it(page)

    return show


def typed_list(page: Page) -> None:
    to_the_list(page)
    add_person(page, "Anna Eriksson")


def wrong_person(page: Page) -> None:
    to_the_list(page)
    page.get_by_label("Kewarganegaraan").fill("Utopia")
    page.get_by_role("button", name="Tambah orang lagi").click()
    page.locator(".field-error").wait_for()


def wrong_file(page: Page) -> None:
    to_the_list(page, "berkas")
    give_list(page, files.csv("Anna;;;kapan;"), scripted=True)
    page.get_by_text("Baris 2").wait_for()


def list_receipt(page: Page) -> None:
    typed_list(page)
    to_the_review(page)
    send_it(page)


def my_list(page: Page) -> None:
    list_receipt(page)
    code = code_on(page)
    page.goto("/keberadaan/daftar/")
    page.get_by_label("Kode Anda").fill(code)
    page.get_by_role("button", name="Buka").click()
    page.get_by_role("button", name="Tidak berubah").wait_for()


def photos_of_a_list(page: Page) -> None:
    to_the_list(page, "foto")


def first_screen(page: Page) -> None:
    page.goto("/keberadaan/")


def who_reports(page: Page) -> None:
    typed_list(page)
    go_on(page, "pelapor")


PAGES: dict[str, Callable[[Page], None]] = {
    "keberadaan": first_screen,
    "daftar-diketik": typed_list,
    "orang-salah": wrong_person,
    "berkas-salah": wrong_file,
    "foto-daftar": photos_of_a_list,
    "pelapor": who_reports,
    "tanda-terima": list_receipt,
    "daftar-saya": my_list,
    **{f"keberatan-{language}": objection_receipt(language) for language in LANGUAGES},
}


@pytest.mark.parametrize("show", PAGES.values(), ids=PAGES.keys())
def test_every_page_is_readable_in_every_light_and_width(show: Callable[[Page], None], visit: Visit) -> None:
    page = visit()
    page.context.add_init_script(path=AXE)
    show(page)
    for size in (SMALLEST, PHONE, DESK):
        page.set_viewport_size(size)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], f"{page.url} scrolls sideways at {size['width']} px"
        for light in ("light", "dark"):
            page.emulate_media(color_scheme=light)
            assert violations(page) == []
