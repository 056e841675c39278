"""The box asks while one types: seldom enough, the newest question wins, and nothing typed is ever lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.house import House

pytestmark = pytest.mark.browser


def open_box(page: Page) -> None:
    page.goto("/cari/")
    expect(page.get_by_role("searchbox")).to_be_focused()


# Told by the page's own clock: when the last letter came, and how long after it each question went out.
PAUSES = """() => {
  let lastKey = 0;
  window.pauses = [];
  document.addEventListener("input", (event) => { lastKey = event.timeStamp; });
  document.addEventListener("htmx:beforeRequest", () => { window.pauses.push(performance.now() - lastKey); });
}"""


def test_nothing_is_asked_before_typing_pauses_for_200_ms(open_page: OpenPage) -> None:
    page = open_page()
    open_box(page)
    page.evaluate(PAUSES)
    page.keyboard.type("eriksson", delay=40)
    expect(page.locator("h2.list-head")).to_contain_text("orang")
    pauses = page.evaluate("window.pauses")
    assert pauses
    assert min(pauses) >= 199


def test_the_newest_question_wins_and_the_box_keeps_its_focus(open_page: OpenPage) -> None:
    page = open_page()
    open_box(page)
    page.route("**/cari/", lambda _held: None, times=1)  # the first question never comes to an answer by itself
    with page.expect_request("**/cari/") as first:
        page.keyboard.type("K402117D8")
    with page.expect_event("requestfailed") as given_up:
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type("L898902C3")
    assert given_up.value == first.value
    expect(page.get_by_role("link", name="ERIKSSON, ANNA MARIA")).to_be_visible()
    expect(page.locator(".result-name")).to_have_text(["ERIKSSON, ANNA MARIA"])
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("searchbox")).to_have_value("L898902C3")
    forgive_htmx(open_page)  # it notes each question that a newer one overtook


def forgive_htmx(open_page: OpenPage) -> None:
    """Take off the list what the browser and htmx note about an answer that did not come: the test wanted it so."""
    complaints: list[str] = open_page.complaints  # type: ignore[attr-defined]  # conftest
    complaints[:] = [complaint for complaint in complaints if "net::ERR_" not in complaint and not complaint.startswith("htmx:")]


def test_a_server_that_stops_while_one_types_loses_nothing(house: House, open_page: OpenPage) -> None:
    face = house.another_face()
    face.start(within_s=60)
    try:
        page = open_page(face.url)
        open_box(page)
        face.stop()
        page.keyboard.type("L898902C3")
        expect(page.locator("[data-failed]")).to_contain_text("Belum terkirim.")
        expect(page.get_by_role("searchbox")).to_have_value("L898902C3")
        face.start(within_s=60)
        page.get_by_role("button", name="Coba lagi").click()
        expect(page.get_by_role("link", name="ERIKSSON, ANNA MARIA")).to_be_visible()
        expect(page.locator("[data-failed]")).to_be_hidden()
    finally:
        face.stop()
    forgive_htmx(open_page)
