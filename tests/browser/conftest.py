"""The house and the browser live as long as this package's tests: Playwright's loop must not meet anybody else's."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, StorageState, sync_playwright

from tests.browser.chromium import choose_ground, context, launch, sign_in
from tests.browser.house import House

OpenPage = Callable[..., Page]
ENDED_BY_LEAVING = ("htmx:sendAbort,", "htmx:afterRequest,")  # an error is noted as htmx:responseError, sendError or swapError


@pytest.fixture(scope="package")
def house() -> Iterator[House]:
    house = House()
    try:
        house.start()
        yield house
    finally:
        house.stop()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright runs a loop in this thread; other tests' Django must not take fright
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def sari(house: House, browser: Browser) -> StorageState:
    """Sari's cookies: signed in with both factors, on her own device, under SP 0412."""
    with context(browser, house.url) as profile:
        page = profile.new_page()
        sign_in(page, "sari")
        choose_ground(page)
        return profile.storage_state()


@pytest.fixture
def back_to_the_order(open_page: "OpenPage") -> Iterator[None]:
    """For a test in which Sari chooses another ground: however it ends, the next ones find her session under SP 0412."""
    yield
    choose_ground(open_page())


def complains(message: ConsoleMessage) -> bool:
    """Not that a page was left, or closed, while a region of it still asked: htmx notes such an end as it notes an error."""
    return message.type in ("error", "warning") and not message.text.startswith(ENDED_BY_LEAVING)


@pytest.fixture
def open_page(house: House, browser: Browser, sari: StorageState) -> Iterator[OpenPage]:
    """`open_page()` is Sari's phone; wishes as in `context`. Whatever a page does, it logs no error and asks nobody but the house."""
    complaints: list[str] = []
    with ExitStack() as stack:

        def opened(url: str = house.url, **wishes: Any) -> Page:
            profile = stack.enter_context(context(browser, url, **({"storage_state": sari} | wishes)))
            page = profile.new_page()
            page.on("console", lambda message: complaints.append(message.text) if complains(message) else None)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("request", lambda asked: None if asked.url.startswith((url, "data:", "blob:")) else complaints.append(asked.url))
            return page

        opened.complaints = complaints  # type: ignore[attr-defined]  # a test that provokes an error takes it off the list
        yield opened
    assert not complaints
