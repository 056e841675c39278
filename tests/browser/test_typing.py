"""The box asks while one types: seldom enough, the newest question wins, and nothing typed is ever lost."""

import time

import pytest
from playwright.sync_api import Page, Request, Route, expect

from tests.browser.conftest import OpenPage
from tests.browser.house import House

pytestmark = pytest.mark.browser


def open_box(page: Page) -> None:
    page.goto("/cari/")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_nothing_is_asked_before_typing_pauses(open_page: OpenPage) -> None:
    page = open_page()
    asked: list[tuple[float, str]] = []

    def note(request: Request) -> None:
        if request.method == "POST":
            asked.append((time.monotonic(), request.post_data or ""))

    page.on("request", note)
    open_box(page)
    page.keyboard.type("eriksson", delay=60)
    last_key = time.monotonic()
    expect(page.locator("h2.list-head")).to_contain_text("orang")
    assert len(asked) == 1
    assert asked[0][0] - last_key > 0.15  # 200 ms, less what the clocks of two processes differ
    assert "eriksson" in asked[0][1]


def test_the_newest_question_wins_and_the_box_keeps_its_focus(open_page: OpenPage) -> None:
    page = open_page()
    delayed: list[str] = []

    def hold_the_first(route: Route) -> None:
        if not delayed:
            delayed.append(route.request.post_data or "")
            time.sleep(0.8)
        route.continue_()

    open_box(page)
    page.route("**/cari/", hold_the_first)
    page.keyboard.type("K402117D8")
    page.wait_for_timeout(300)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("L898902C3")
    expect(page.get_by_role("link", name="ERIKSSON, ANNA MARIA")).to_be_visible()
    page.wait_for_timeout(500)
    expect(page.locator(".result-name")).to_have_text(["ERIKSSON, ANNA MARIA"])
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("searchbox")).to_have_value("L898902C3")


def test_a_server_that_stops_while_one_types_loses_nothing(house: House, open_page: OpenPage) -> None:
    face = house.another_face()
    face.start(within_s=20)
    try:
        page = open_page(face.url)
        open_box(page)
        face.stop()
        page.keyboard.type("L898902C3")
        expect(page.locator("[data-failed]")).to_contain_text("Belum terkirim.")
        expect(page.get_by_role("searchbox")).to_have_value("L898902C3")
        face.start(within_s=20)
        page.get_by_role("button", name="Coba lagi").click()
        expect(page.get_by_role("link", name="ERIKSSON, ANNA MARIA")).to_be_visible()
        expect(page.locator("[data-failed]")).to_be_hidden()
    finally:
        face.stop()
    complaints: list[str] = open_page.complaints  # type: ignore[attr-defined]  # conftest
    provoked = [complaint for complaint in complaints if "ERR_CONNECTION_REFUSED" in complaint or complaint.startswith("htmx:")]
    assert provoked, "The browser itself noted that nobody answered."
    for complaint in provoked:
        complaints.remove(complaint)
