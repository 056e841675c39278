"""The browser, and what an officer does in it again and again: sign in, choose a ground, search, open."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, ViewportSize, expect

from demo.people import PASSWORD
from demo.sign_in_help import PERIOD_S, code_now

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Nothing but the house is asked for anything: a browser's own errands would count as requests to others.
QUIET = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
SMALLEST: ViewportSize = {"width": 360, "height": 740}
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 800}
SECONDS_TO_TYPE = 6
ERIKSSON_MRZ = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10"
PATIENCE_MS = 30_000  # a busy machine is slow, not wrong; and a page that asks its stream every five seconds may need several
# Marks the page while it follows its stream: a test that waits for being told begins then.
FOLLOWS = """
  const Stream = window.EventSource;
  window.EventSource = class extends Stream {
    constructor(address) {
      super(address);
      this.addEventListener("open", () => { document.documentElement.dataset.follows = ""; });
    }
  };
"""


def launch(playwright: Playwright) -> Browser:
    expect.set_options(timeout=PATIENCE_MS)
    found = os.environ.get("SISADA_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        pytest.fail(
            "Chromium tidak ditemukan: pasang paket chromium. / No Chromium was found: install the package chromium.", pytrace=False
        )
    return playwright.chromium.launch(executable_path=found, args=[*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])])


@contextmanager
def context(browser: Browser, url: str, **wishes: Any) -> Iterator[BrowserContext]:
    """A browser profile of its own. It speaks Indonesian, shows a phone in light, unless asked otherwise."""
    opened = browser.new_context(**({"base_url": url, "viewport": PHONE, "locale": "id-ID", "color_scheme": "light"} | wishes))
    opened.set_default_timeout(PATIENCE_MS)
    opened.add_init_script(FOLLOWS)
    yield opened
    opened.close()


def sign_in(page: Page, key: str) -> None:
    """A demo person, from the door to the first room."""
    page.goto("/")
    page.get_by_label("Surel").fill(f"{key}@kantor.example")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.get_by_label("Kode").fill(unspent_code(key))
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.wait_for_url(lambda url: "/masuk/" not in url)


def follows_its_stream(page: Page) -> None:
    """Waits until whatever happens from now on is told to this page."""
    expect(page.locator("html[data-follows]")).to_be_attached()


_spent: dict[str, str] = {}  # a code is good for one sign-in


def unspent_code(key: str) -> str:
    """A demo person's present code, with time left to send it, that no test has sent yet."""
    wait_for_time_to_type()
    while _spent.get(key) == code_now():
        time.sleep(0.1)
    _spent[key] = code_now()
    return _spent[key]


def wait_for_time_to_type() -> None:
    """Until the present code is good for some seconds more."""
    while PERIOD_S - time.time() % PERIOD_S < SECONDS_TO_TYPE:
        time.sleep(0.1)


def soon_s(page: Page) -> float:
    """Two seconds, as promised, where pages come as fast as they should; where the machine does other things too, ten times what a page
    takes there now. Leads `page` elsewhere."""
    began = time.monotonic()
    page.goto("/bantuan/")
    return max(2.0, 10 * (time.monotonic() - began))


def choose_ground(page: Page, reference: str = "SP 0412/XI/2026") -> None:
    page.goto("/dasar/")
    page.get_by_label(reference).check()
    page.get_by_role("button", name="Pakai dasar ini").click()
    page.wait_for_url("**/cari/")


def search(page: Page, text: str) -> None:
    """Types, sends, and waits for the answer that stands on the page, in whatever form."""
    page.goto("/cari/")
    page.locator("[name=isian]").fill(text)
    page.keyboard.press("Enter")
    expect(page.locator("#hasil").locator(".result-list, .plain-fact").first).to_be_visible()


def open_person(page: Page, number: str) -> None:
    search(page, number)
    page.locator(".result-name a").first.click()
    page.wait_for_url("**/orang/*/")
