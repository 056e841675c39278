"""What holds on every page: axe finds nothing in either light at either width, nothing scrolls sideways, nothing is kept by the browser."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.chromium import DESK, PHONE, SMALLEST, open_person, search
from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def at(path: str) -> Callable[[Page], None]:
    def show(page: Page) -> None:
        page.goto(path)

    return show


def found(text: str) -> Callable[[Page], None]:
    return lambda page: search(page, text)


def person(number: str) -> Callable[[Page], None]:
    return lambda page: open_person(page, number)


def area_list(page: Page) -> None:
    page.goto("/wilayah/31.74.08.1003/")
    page.locator("main form button").click()
    page.wait_for_url("**/daftar/*/")


def refused_sign_in(page: Page) -> None:
    page.context.clear_cookies()
    page.goto("/masuk/")
    page.locator("[name=login]").fill("nobody@kantor.example")
    page.locator("[name=password]").fill("wrong")
    page.locator("main .button-main").click()


def signed_out(page: Page) -> None:
    page.context.clear_cookies()
    page.goto("/masuk/")


def one_order(page: Page) -> None:
    page.goto("/surat-perintah/")
    page.locator(".queue-link").last.click()


HELP = ("masuk", "dasar", "cari", "orang", "wilayah", "surat-perintah", "privasi")
PAGES: dict[str, Callable[[Page], None]] = {
    "masuk": signed_out,
    "masuk, ditolak": refused_sign_in,
    "dasar": at("/dasar/"),
    "cari": at("/cari/"),
    "cari, banyak": found("an"),
    "cari, nihil": found("zzzzyx qqq"),
    "cari, tidak terbaca": found("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C37UTO7408122F1204159ZE184226B<<<<<10"),
    "orang, boleh tinggal": person("L898902C3"),
    "orang, lewat izin": person("K402117D8"),
    "orang, perlu diperiksa": person("M117350F2"),
    "orang, tanpa batas akhir": person("K776120C5"),
    "orang, petunjuk": person("L482936J3"),
    "wilayah": at("/wilayah/"),
    "wilayah, satu": at("/wilayah/31.74.08.1003/"),
    "wilayah, di luar dasar": at("/wilayah/31.74.05.1001/"),
    "wilayah, daftar": area_list,
    "surat perintah": at("/surat-perintah/"),
    "surat perintah, susun": at("/surat-perintah/baru/"),
    "surat perintah, satu": one_order,
    "temuan": at("/temuan/"),
    "temuan, lapor": at("/temuan/baru/"),
    "saya": at("/saya/"),
    "gaya": at("/gaya/?panel=terang"),
    "bantuan": at("/bantuan/"),
    **{f"bantuan, {name}": at(f"/bantuan/{name}/") for name in HELP},
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole(open_page: OpenPage, name: str) -> None:
    page = open_page(reduced_motion="reduce")
    PAGES[name](page)
    assert page.locator("html").get_attribute("lang") == "id"
    scrolls_down_only(page)
    page.evaluate(AXE.read_text())
    assert violations(page) == []  # scrolls_down_only left it as wide as a desk
    page.set_viewport_size(PHONE)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, only=["color-contrast"]) == []
    page.set_viewport_size(DESK)
    assert violations(page, only=["color-contrast"]) == []
    page.context.add_cookies([{"name": "sisada_bahasa", "value": "en", "url": page.url}])
    page.reload()
    assert page.locator("html").get_attribute("lang") == "en"
    scrolls_down_only(page)


def scrolls_down_only(page: Page) -> None:
    for size in (SMALLEST, PHONE, DESK):
        page.set_viewport_size(size)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], f"scrolls sideways at {size['width']} px"


def violations(page: Page, *, only: list[str] | None = None) -> list[Any]:
    """What axe complains about, shortly: the rule and the first place."""
    wanted = {"type": "rule", "values": only} if only else {"type": "tag", "values": WCAG}
    complaint = "[one.id, one.nodes[0].html.slice(0, 200), one.nodes[0].failureSummary]"
    run = "axe.run(document, {runOnly: wanted, resultTypes: ['violations']})"
    found: list[Any] = page.evaluate(f"async (wanted) => (await {run}).violations.map((one) => {complaint})", wanted)
    return found


def test_the_first_screen_after_sign_in_weighs_at_most_80_kilobytes(open_page: OpenPage) -> None:
    """Page, styles, script, sign and font as they cross the wire into an empty cache."""
    page = open_page()
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    came: list[float] = []
    wire.on("Network.loadingFinished", lambda event: came.append(event["encodedDataLength"]))
    page.goto("/cari/", wait_until="networkidle")
    assert len(came) >= 4
    assert sum(came) <= 80_000, f"{sum(came):.0f} bytes in {len(came)} answers"


def test_a_page_that_is_not_there_and_one_of_another_role_say_so(open_page: OpenPage) -> None:
    page = open_page()
    for path in ("/tidak-ada/", "/wilayah/99.99.99.9999/", "/orang/00000000-0000-4000-8000-000000000000/"):
        answer = page.goto(path)
        assert answer
        assert answer.status in (403, 404)
        assert page.get_by_role("heading", level=1).text_content()
        assert "Tidak ada data yang berubah atau hilang." in page.content()
    open_page.complaints.clear()  # type: ignore[attr-defined]  # the browser notes each refusal
