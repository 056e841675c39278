"""Anybody's browser on the public pages: a profile that holds nothing."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.chromium import context
from tests.browser.house import House

Visit = Callable[..., Page]
NO_NETWORK = ("ERR_INTERNET_DISCONNECTED", "ERR_FAILED")  # the browser notes what a test has cut


@pytest.fixture
def visit(house: House, browser: Browser) -> Iterator[Visit]:
    """`visit()` is a phone that was never here; wishes as in `context`. Whatever a page does, it logs no error, asks nobody but the
    house, and leaves no cookie."""
    complaints: list[str] = []
    profiles: list[BrowserContext] = []
    with ExitStack() as stack:

        def opened(**wishes: Any) -> Page:
            profile = stack.enter_context(context(browser, house.public_url, **({"reduced_motion": "reduce"} | wishes)))
            profiles.append(profile)
            page = profile.new_page()
            page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("request", lambda asked: complaints.append(asked.url) if not is_ours(asked.url, house.public_url) else None)
            return page

        yield opened
        cookies = [cookie for profile in profiles for cookie in profile.cookies()]
    assert [words for words in complaints if not any(cut in words for cut in NO_NETWORK)] == []
    assert cookies == []


def is_ours(url: str, house: str) -> bool:
    """Of the house, without a word of anybody in it; or made by the page itself."""
    return url.startswith(("data:", "blob:")) or (url.startswith(house) and ("?" not in url or url.endswith("?k=31.74.08.1003")))
