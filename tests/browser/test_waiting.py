"""Being told: what waits for somebody stands on every open page of theirs within two seconds, goes on to the next, and ends for all."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

import psycopg
import pytest
from playwright.sync_api import APIResponse, Browser, Page, Route, StorageState, expect

from demo.people import PEOPLE
from sisada.inside import roles as inside
from tests.browser.chromium import DESK, PHONE, SMALLEST, context, follows_its_stream, open_person, sign_in, soon_s
from tests.browser.conftest import OpenPage
from tests.browser.house import House
from tests.browser.test_every_page import AXE, violations
from tests.browser.test_journeys import tab_to

pytestmark = pytest.mark.browser
ID_OF = {person.key: person.id for person in PEOPLE}
FIRST, NEXT = "dimas", "lestari"  # superiors of these tests alone, in this turn: nobody else of this package has spent their codes
ASKED = "Temuan langsung menunggu jawaban Anda"
WATCH = """() => {
  const see = () => { if (!window.toldAt && document.querySelector('#menunggu .waiting-row')) window.toldAt = Date.now() / 1000 };
  window.toldAt = 0;
  new MutationObserver(see).observe(document.body, { childList: true, subtree: true });
}"""


@pytest.fixture(scope="module")
def superiors(house: House, browser: Browser) -> dict[str, StorageState]:
    """The cookies of two superiors on today's rota."""
    with owner(house) as administrator:
        for turn, key in enumerate((FIRST, NEXT), start=1):
            administrator.execute(
                """insert into accounts_role_held (id, user_id, role, capacity, valid_from, valid_until)
                   values (gen_random_uuid(), %s, 'atasan', 'plh', rules_today() - 1, rules_today() + 1)""",
                [ID_OF[key]],
            )
            administrator.execute(
                "select orders_put_on_rota(%s, %s, rules_today(), rules_today() + 1, %s)", [ID_OF[key], turn, ID_OF["wirawan"]]
            )
    states = {}
    for key in (FIRST, NEXT):
        with context(browser, house.url) as profile:
            sign_in(profile.new_page(), key)
            states[key] = profile.storage_state()
    return states


def owner(house: House) -> "psycopg.Connection[tuple[object, ...]]":
    return psycopg.connect(house.server("inside").url(inside.DATABASE), autocommit=True)


@pytest.fixture(autouse=True)
def nothing_is_left_waiting(house: House, superiors: dict[str, StorageState]) -> Iterator[None]:
    """Whatever came before, and however a test ends, the next one's superiors find nothing of it."""
    end_all(house)
    yield
    end_all(house)


def end_all(house: House) -> None:
    with owner(house) as administrator:
        administrator.execute("select waiting_end(subject, %s) from waiting_notice", [ID_OF["wirawan"]])


def report(page: Page) -> UUID:
    """What an officer in the street does; the finding's id."""
    page.goto("/temuan/baru/")
    page.get_by_label("huruf c").check()
    page.get_by_label("Apa yang Anda lihat").fill("Bekerja di warung makan")
    page.get_by_label("Di mana").fill("Rawajati, dekat stasiun")
    page.get_by_role("button", name="Minta persetujuan").click()
    expect(page.locator("#temuan")).to_contain_text("menunggu jawaban")
    return UUID(page.url.rstrip("/").rsplit("/", 1)[1])


def seconds_until_told(page: Page, since: datetime) -> float:
    expect(page.locator("#menunggu")).to_contain_text(ASKED)
    return float(page.evaluate("window.toldAt")) - since.timestamp()


def since_when(house: House, finding: UUID, key: str) -> datetime:
    with owner(house) as administrator:
        row = administrator.execute(
            "select greatest(made_at, visible_from) from waiting_notice where subject = %s and for_user = %s and kind = 'finding'",
            [finding, ID_OF[key]],
        ).fetchone()
    assert row
    assert isinstance(row[0], datetime)
    return row[0]


@pytest.mark.usefixtures("back_to_the_order")
def test_a_finding_is_told_answered_and_opened_without_anybody_reloading(
    house: House, open_page: OpenPage, superiors: dict[str, StorageState]
) -> None:
    asked, finder = open_page(storage_state=superiors[FIRST], viewport=DESK), open_page()
    asked.goto("/wilayah/")
    title = asked.title()
    follows_its_stream(asked)
    asked.evaluate(WATCH)
    finding = report(finder)
    told = seconds_until_told(asked, since_when(house, finding, FIRST))
    assert told <= soon_s(open_page())
    assert asked.title() == f"(1) {title}"
    asked.get_by_role("link", name=ASKED).click()
    asked.get_by_role("button", name="Setujui").click()
    expect(asked.locator("#temuan")).to_contain_text("Disetujui · surat perintah menyusul sebelum")
    assert asked.locator("#menunggu .waiting-row").count() == 0
    expect(finder.locator("#temuan")).to_contain_text("Disetujui · surat perintah menyusul sebelum")  # by itself
    expect(finder.locator("#temuan")).to_contain_text("(Plh)")
    finder.get_by_role("button", name="Pakai dasar ini dan cari").click()
    finder.wait_for_url("**/cari/")
    expect(finder.locator(".ground-strip")).to_contain_text("Temuan langsung huruf c")


def test_an_unanswered_finding_goes_on_to_the_next_in_turn_and_ends_for_both(
    house: House, open_page: OpenPage, superiors: dict[str, StorageState]
) -> None:
    first, second, finder = open_page(storage_state=superiors[FIRST]), open_page(storage_state=superiors[NEXT]), open_page()
    for page in (first, second):
        page.goto("/surat-perintah/")
        follows_its_stream(page)
        page.evaluate(WATCH)
    finding = report(finder)
    expect(first.locator("#menunggu")).to_contain_text(ASKED)
    assert ASKED not in (second.locator("#menunggu").text_content() or "")
    with owner(house) as administrator:  # three minutes pass, but for two seconds
        administrator.execute(
            "update waiting_notice set visible_from = clock_timestamp() + interval '2 seconds' where subject = %s and for_user = %s",
            [finding, ID_OF[NEXT]],
        )
        administrator.execute("select pg_notify('waiting_notice', %s)", [str(ID_OF[NEXT])])
    told = seconds_until_told(second, since_when(house, finding, NEXT))
    assert told <= soon_s(open_page())
    second.get_by_role("link", name=ASKED).click()
    second.locator("summary", has_text="Tolak").click()
    second.get_by_role("button", name="Tolak temuan").click()
    expect(second.locator("#temuan")).to_contain_text("tidak disetujui")
    expect(first.locator("#menunggu")).not_to_contain_text(ASKED)
    expect(finder.locator("#temuan")).to_contain_text("tidak disetujui")


def test_what_ends_while_the_page_is_still_being_told_that_it_waits_does_not_stay_on_it(
    house: House, open_page: OpenPage, superiors: dict[str, StorageState]
) -> None:
    slow, quick = open_page(storage_state=superiors[FIRST]), open_page(storage_state=superiors[FIRST])
    for page in (slow, quick):
        page.goto("/wilayah/")
        follows_its_stream(page)
    answers: list[tuple[Route, APIResponse]] = []
    slow.route("**/menunggu/", lambda route: answers.append((route, route.fetch())), times=1)  # on its way for long
    with slow.expect_request("**/menunggu/"):
        finding = report(open_page())
    expect(quick.locator("#menunggu")).to_contain_text(ASKED)
    with owner(house) as administrator:
        administrator.execute("select waiting_end(%s, %s)", [finding, ID_OF["wirawan"]])
    expect(quick.locator("#menunggu .waiting-row")).to_have_count(0)
    with slow.expect_response("**/menunggu/"):
        for route, answer in answers:
            assert ASKED in answer.text()
            route.fulfill(response=answer)
    expect(slow.locator("#menunggu .waiting-row")).to_have_count(0)


def test_without_javascript_the_strip_stands_on_every_page_and_an_answer_is_one_tap(
    open_page: OpenPage, superiors: dict[str, StorageState]
) -> None:
    finder = open_page(java_script_enabled=False)
    finding = report(finder)
    asked = open_page(storage_state=superiors[FIRST], java_script_enabled=False)
    for path in ("/cari/", "/saya/", "/surat-perintah/"):
        asked.goto(path)
        expect(asked.get_by_role("link", name=ASKED)).to_be_visible()
    asked.get_by_role("link", name=ASKED).click()
    asked.wait_for_url(f"**/temuan/{finding}/")
    assert asked.locator("#menunggu .waiting-row").count() == 0  # the page itself is where it leads
    asked.get_by_role("button", name="Setujui").click()
    finder.reload()
    expect(finder.locator("#temuan")).to_contain_text("Disetujui · surat perintah menyusul sebelum")
    assert "http-equiv" not in finder.content()


def test_an_urgent_order_follows_from_its_finding_with_what_is_known(open_page: OpenPage, superiors: dict[str, StorageState]) -> None:
    finder, signer = open_page(), open_page(storage_state=superiors[FIRST], viewport=DESK)
    finding = report(finder)
    signer.goto(f"/temuan/{finding}/")
    signer.get_by_role("button", name="Setujui").click()
    finder.get_by_role("link", name="Susun surat perintah mendesak").click()
    expect(finder.get_by_label("Maksud")).to_have_value(
        "Menyusul temuan langsung huruf c di Rawajati, dekat stasiun: Bekerja di warung makan"
    )
    expect(finder.get_by_label("Sari Nastiti")).to_be_checked()
    finder.locator("summary", has_text="Pancoran").click()
    finder.get_by_label("Seluruh kecamatan Pancoran").check()
    finder.get_by_role("button", name="Ajukan persetujuan").click()
    expect(finder.locator(".state-line")).to_contain_text("menunggu persetujuan")
    signer.goto("/wilayah/")
    signer.get_by_role("link", name="Surat perintah mendesak menunggu persetujuan Anda").click()
    signer.get_by_role("button", name="Setujui", exact=True).click()
    expect(signer.locator(".state-line")).to_contain_text("berlaku")
    signer.goto("/temuan/?semua")
    expect(signer.locator(".queue-row").first).to_contain_text("bersurat perintah")


@pytest.mark.usefixtures("back_to_the_order")
def test_a_drafters_open_page_keeps_what_is_typed_until_it_is_signed_and_then_shows_its_number(
    open_page: OpenPage, superiors: dict[str, StorageState]
) -> None:
    drafter, signer = open_page(), open_page(storage_state=superiors[FIRST], viewport=DESK)
    drafter.goto("/surat-perintah/baru/")
    drafter.get_by_label("Maksud").fill("Pengawasan rutin")
    drafter.locator("summary", has_text="Pancoran").click()
    drafter.get_by_label("Seluruh kecamatan Pancoran").check()
    drafter.get_by_role("button", name="Ajukan persetujuan").click()
    drafter.locator("summary", has_text="Batalkan").click()
    drafter.get_by_label("Alasan").fill("keliru")
    signer.goto(f"/temuan/{report(open_page())}/")
    signer.get_by_role("button", name="Setujui", exact=True).click()
    expect(drafter.locator("#menunggu")).to_contain_text("Temuan Anda disetujui")  # the page was told of something else
    assert drafter.locator(".changed").count() == 0
    expect(drafter.get_by_label("Alasan")).to_have_value("keliru")
    signer.goto(drafter.url)
    signer.get_by_role("button", name="Setujui", exact=True).click()
    expect(drafter.locator(".bar-title")).to_contain_text("SP")
    assert "Surat perintah yang Anda susun disetujui" not in drafter.locator("#menunggu").inner_text()  # this very page says it
    assert drafter.title().removeprefix("(1) ").removeprefix("(2) ").startswith("SP")
    assert drafter.locator("summary", has_text="Batalkan").count() == 0
    drafter.get_by_role("button", name="Pakai dasar ini").click()
    drafter.wait_for_url("**/cari/")


def test_a_superior_answers_by_keyboard_alone(open_page: OpenPage, superiors: dict[str, StorageState]) -> None:
    finding = report(open_page())
    asked = open_page(storage_state=superiors[FIRST], viewport=DESK)
    asked.goto("/wilayah/")
    tab_to(asked, ASKED)
    asked.keyboard.press("Enter")
    asked.wait_for_url(f"**/temuan/{finding}/")
    tab_to(asked, "Setujui")
    asked.keyboard.press("Enter")
    expect(asked.locator("#temuan")).to_contain_text("Disetujui · surat perintah menyusul sebelum")


@pytest.mark.parametrize("path", ["/temuan/", "/temuan/?semua", "/temuan/giliran/"])
def test_a_superiors_pages_are_whole(open_page: OpenPage, superiors: dict[str, StorageState], path: str) -> None:
    page = open_page(storage_state=superiors[NEXT], reduced_motion="reduce")
    for size in (SMALLEST, PHONE, DESK):
        page.set_viewport_size(size)
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        page.evaluate(AXE.read_text())
        assert violations(page) == []
        page.emulate_media(color_scheme="dark" if size is PHONE else "light")


def test_a_person_is_named_on_the_card_and_let_go_on_the_form_without_losing_what_was_typed(open_page: OpenPage) -> None:
    page = open_page()
    open_person(page, "L898902C3")
    page.get_by_role("button", name="Sebut dalam surat perintah").click()
    page.get_by_label("Maksud").fill("Memeriksa alamat")
    page.locator("summary", has_text="Tebet").click()
    page.get_by_label("Kebon Baru").check()
    expect(page.get_by_role("link", name="Orang 1")).to_be_visible()
    page.get_by_role("button", name="Lepas").click()
    assert page.get_by_role("link", name="Orang 1").count() == 0
    expect(page.get_by_label("Maksud")).to_have_value("Memeriksa alamat")
    expect(page.get_by_label("Kebon Baru")).to_be_checked()
