"""An open card stays true."""

from pathlib import PurePosixPath

import psycopg
import pytest
from playwright.sync_api import Page, expect

from demo.people import PEOPLE
from sisada.inside import roles as inside
from tests.browser.chromium import follows_its_stream, open_person
from tests.browser.conftest import OpenPage
from tests.browser.house import House

pytestmark = pytest.mark.browser
SARI = next(person.id for person in PEOPLE if person.key == "sari")


def an_open_card(page: Page, number: str) -> list[str]:
    """Of a page that follows its stream. Returns what it will have asked for from now on."""
    open_person(page, number)
    follows_its_stream(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(PurePosixPath(request.url).name))
    return asked


def everything_so_far_was_told(house: House, page: Page) -> None:
    """A stream tells in order: when the page asks for what waits, whatever came before has been told."""
    with page.expect_response("**/menunggu/"), psycopg.connect(house.server("inside").url(inside.DATABASE)) as owner:
        owner.execute("select pg_notify('waiting_notice', %s)", [str(SARI)])


def test_an_extension_upstream_changes_the_open_card_says_so_and_leaves_another_card_alone(house: House, open_page: OpenPage) -> None:
    page, other = open_page(), open_page()
    asked, asked_by_other = an_open_card(page, "L310442A7"), an_open_card(other, "L898902C3")
    expect(page.locator(".status-word")).to_have_text("Segera habis")
    page.evaluate("window.notReloaded = true")
    everything_so_far_was_told(house, page)
    assert "kartu" not in asked, "A false alarm right after opening."
    assert page.locator("[data-say]").text_content() == ""
    house.act("extend", "N0000000104")
    expect(page.locator(".status-word")).to_have_text("Boleh tinggal")
    expect(page.locator("[data-say]")).to_have_text("Data di halaman ini baru saja berubah.")
    assert page.evaluate("window.notReloaded")
    everything_so_far_was_told(house, other)
    assert "kartu" not in asked_by_other
    assert other.locator("[data-say]").text_content() == ""
