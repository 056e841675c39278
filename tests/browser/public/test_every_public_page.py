"""What holds on every public page: axe finds nothing in either light at either width, and nothing scrolls sideways."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.chromium import DESK, PHONE, SMALLEST
from tests.browser.public.conftest import Visit
from tests.browser.public.reporting import go_on, send, tell_what, tell_where_and_when
from tests.browser.test_every_page import AXE, violations

pytestmark = pytest.mark.browser


def at(path: str) -> Callable[[Page], None]:
    def show(page: Page) -> None:
        page.goto(path)

    return show


def refused(page: Page) -> None:
    page.goto("/lapor/")
    page.get_by_role("button", name="Lanjut", exact=True).click()
    page.locator(".field-error").wait_for()


def map_of_places(page: Page) -> None:
    tell_what(page)
    go_on(page, "tempat")
    page.locator(".map-box").wait_for()


def review(page: Page) -> None:
    tell_what(page)
    tell_where_and_when(page)


def receipt(page: Page) -> None:
    review(page)
    send(page)
    page.locator(".more summary").last.click()


def thread(page: Page) -> None:
    receipt(page)
    page.get_by_role("button", name="Ikuti laporan ini").click()
    page.locator(".talk").wait_for()


def unknown_words(page: Page) -> None:
    page.goto("/ikuti/")
    page.get_by_label("Kode Anda").fill("sungeiii satu dua")
    page.get_by_role("button", name="Buka").click()
    page.locator(".field-error").wait_for()


PAGES: dict[str, Callable[[Page], None]] = {
    "beranda": at("/"),
    "beranda-en": at("/en/"),
    "bahaya": at("/lapor/"),
    "salah": refused,
    "foto": tell_what,
    "tempat": map_of_places,
    "periksa": review,
    "tanda-terima": receipt,
    "utas": thread,
    "ikuti": at("/ikuti/"),
    "kata": unknown_words,
    "periksa-tanda-terima": at("/tanda-terima/"),
    "privasi": at("/privasi/"),
    "aksesibilitas": at("/aksesibilitas/"),
    "poster": at("/poster/31.74.08.1003/"),
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


@pytest.mark.parametrize("path", ["/", "/lapor/", "/ikuti/"])
def test_a_first_screen_weighs_at_most_60_kilobytes(visit: Visit, path: str) -> None:
    """Page, style, script, sign and the worker of the proof as they cross the wire into an empty cache; no font is among them."""
    page = visit()
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    came: list[float] = []
    wire.on("Network.loadingFinished", lambda event: came.append(event["encodedDataLength"]))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path, wait_until="networkidle")
    assert len(came) >= 3
    assert sum(came) <= 60_000, f"{sum(came):.0f} bytes in {len(came)} answers"
    assert not [url for url in asked if "woff2" in url]
