"""An open card stays true."""

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import open_person
from tests.browser.conftest import OpenPage
from tests.browser.house import House

pytestmark = pytest.mark.browser


def test_an_extension_upstream_changes_the_open_card_and_says_so(house: House, open_page: OpenPage) -> None:
    page = open_page()
    open_person(page, "L310442A7")
    expect(page.locator(".status-word")).to_have_text("Segera habis")
    page.evaluate("window.notReloaded = true")
    page.wait_for_timeout(1000)  # long enough for a false alarm right after opening
    assert page.locator("[data-say]").text_content() == ""
    house.act("extend", "N0000000104")
    expect(page.locator(".status-word")).to_have_text("Boleh tinggal", timeout=8000)
    expect(page.locator("[data-say]")).to_have_text("Data di halaman ini baru saja berubah.")
    assert page.evaluate("window.notReloaded")


def test_an_act_upon_somebody_else_leaves_an_open_card_alone(house: House, open_page: OpenPage) -> None:
    page = open_page()
    open_person(page, "L898902C3")
    code = page.locator(".check-code").text_content()
    house.act("move", "N0000000110")
    page.wait_for_timeout(1500)
    assert page.locator(".check-code").text_content() == code
    assert page.locator("[data-say]").text_content() == ""
