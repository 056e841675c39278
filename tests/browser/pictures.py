"""The pictures of Bantuan and of the documents, taken from the running house: `make pictures`.

Each is a small WebP. They are committed, so that a help page needs no browser; take them anew when a page's look has changed.
"""

import io
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, StorageState, sync_playwright

from tests.browser.chromium import DESK, PHONE, choose_ground, context, launch, open_person, search, sign_in
from tests.browser.house import ROOT, House

HELP = ROOT / "sisada" / "faces" / "office" / "static" / "help"
DOCS = ROOT / "docs" / "pictures"
LARGEST_BYTES = {HELP: 40_000, DOCS: 120_000}
SHORT = {"width": 390, "height": 640}


def code(page: Page) -> None:
    """The step after the password, without the demo's own note below it."""
    page.context.clear_cookies()
    page.goto("/masuk/")
    page.locator("[name=login]").fill("lestari@kantor.example")
    page.locator("[name=password]").fill("sisada-contoh-2026")
    page.locator("main .button-main").click()
    page.wait_for_url("**/kode/")
    page.evaluate("document.querySelectorAll('main > .second').forEach((note) => note.remove())")


def ground(page: Page) -> None:
    page.goto("/dasar/")


def found(page: Page) -> None:
    search(page, "eriksson 1974")


def over(page: Page) -> None:
    open_person(page, "K402117D8")


def lawful(page: Page) -> None:
    open_person(page, "L898902C3")


def areas(page: Page) -> None:
    page.goto("/wilayah/")


TAKEN: dict[str, Callable[[Page], None]] = {"dasar": ground, "cari": found, "orang": over, "wilayah": areas, "kode": code}


def take_all() -> None:
    house = House()
    try:
        house.start()
        with sync_playwright() as playwright:
            browser = launch(playwright)
            with context(browser, house.url) as profile:
                page = profile.new_page()
                sign_in(page, "sari")
                choose_ground(page)
                state = profile.storage_state()
            take_for_help(browser, house, state)
            take_for_documents(browser, house, state)
            browser.close()
    finally:
        house.stop()


def take_for_help(browser: Browser, house: House, state: StorageState) -> None:
    for language, locale in (("id", "id-ID"), ("en", "en-GB")):
        with context(browser, house.url, storage_state=state, viewport=SHORT, locale=locale, device_scale_factor=2) as profile:
            page = profile.new_page()
            for name, show in TAKEN.items():
                show(page)
                keep(page, HELP / f"{language}-{name}.webp")


def take_for_documents(browser: Browser, house: House, state: StorageState) -> None:
    phone = {"cari": found, "orang": over, "wilayah": areas}
    with context(browser, house.url, storage_state=state, viewport=PHONE, device_scale_factor=2) as profile:
        for name, show in phone.items():
            page = profile.new_page()
            show(page)
            keep(page, DOCS / f"phone-{name}.webp")
    with context(browser, house.url, storage_state=state, viewport=DESK, device_scale_factor=1.5) as profile:
        page = profile.new_page()
        lawful(page)
        keep(page, DOCS / "desk-orang.webp")


def keep(page: Page, file: Path) -> None:
    """What the window shows, with no focus ring and no caret, as sharp as its largest size allows."""
    ready = "await document.fonts.ready; await document.querySelector('img')?.decode();"
    page.evaluate(f"async () => {{ document.activeElement.blur(); {ready} }}")
    shown = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
    file.parent.mkdir(parents=True, exist_ok=True)
    for quality in range(100, 20, -10):
        written = io.BytesIO()
        shown.save(written, "WEBP", quality=quality, lossless=quality == 100, method=6)  # flat pages are often smallest without loss
        if written.tell() <= LARGEST_BYTES[file.parent]:
            break
    file.write_bytes(written.getvalue())


if __name__ == "__main__":
    take_all()
