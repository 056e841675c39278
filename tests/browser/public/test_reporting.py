"""Whoever reports: by phone, on a desk, without script, with a keyboard alone, and with a network that breaks."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Page, Route, expect

from tests.browser.chromium import DESK, PHONE
from tests.browser.house import House
from tests.browser.public.conftest import Visit
from tests.browser.public.reporting import STORY, at_step, code_on, go_on, send, tell_what, tell_where_and_when

pytestmark = pytest.mark.browser
RAWAJATI = (6.2545, 106.8535)  # south, east


def photo_with_its_place() -> bytes:
    """Larger than anything that is sent, and taken in Rawajati."""
    exif = Image.Exif()
    exif[0x8825] = {1: "S", 2: (*divmod_minutes(RAWAJATI[0]), 0.0), 3: "E", 4: (*divmod_minutes(RAWAJATI[1]), 0.0)}
    written = BytesIO()
    Image.new("RGB", (3000, 2000), (200, 120, 30)).save(written, "JPEG", exif=exif)
    return written.getvalue()


def divmod_minutes(degrees: float) -> tuple[float, float]:
    return float(int(degrees)), (degrees % 1) * 60


def give(page: Page, *photos: bytes) -> None:
    page.locator("#berkas").set_input_files([FilePayload(name="IMG_0001.jpg", mimeType="image/jpeg", buffer=one) for one in photos])


@pytest.mark.parametrize(
    "wishes", [{"viewport": PHONE}, {"viewport": DESK}, {"java_script_enabled": False}], ids=["phone", "desk", "no-script"]
)
def test_from_the_first_question_to_the_offices_page_about_it(visit: Visit, wishes: dict[str, object]) -> None:
    page = visit(**wishes)
    page.goto("/")
    page.get_by_role("link", name="Laporkan kegiatan").click()
    at_step(page, "bahaya")
    tell_what(page)
    tell_where_and_when(page)
    code = send(page)
    page.get_by_role("button", name="Ikuti laporan ini").click()
    expect(page.get_by_text(STORY)).to_be_visible()
    page.goto("/ikuti/")
    page.get_by_label("Kode Anda").fill(code.upper())
    page.get_by_role("button", name="Buka").click()
    expect(page.get_by_text(STORY)).to_be_visible()
    page.get_by_label("Tulis kepada kantor").fill("Masih berlangsung.")
    page.get_by_role("button", name="Kirim", exact=True).click()
    expect(page.get_by_text("Masih berlangsung.")).to_be_visible()


def test_a_keyboard_alone_is_enough(visit: Visit) -> None:
    page = visit(viewport=DESK)
    page.goto("/lapor/")

    def tab_to(selector: str) -> None:
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("(wanted) => document.activeElement?.matches(wanted) ?? false", selector):
                return
        pytest.fail(f"Tab never reaches {selector}")

    def go(to: str) -> None:
        tab_to("button.button-main[value=lanjut]")
        page.keyboard.press("Enter")
        at_step(page, to)
        expect(page.locator("main h1")).to_be_focused()  # a reader begins with the question

    tab_to("[name=danger]")
    page.keyboard.press("ArrowDown")
    go("apa")
    tab_to("[name=category]")
    page.keyboard.press("Space")
    go("cerita")
    tab_to("[name=what]")
    page.keyboard.type(STORY)
    go("foto")
    go("tempat")
    expect(page.locator(".map")).to_be_visible()
    tab_to(".map")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[name=pin_from]")).to_have_value("map")
    go("waktu")
    tab_to("[name=when]")
    page.keyboard.type("kemarin")
    go("warga")
    go("siapa")
    go("periksa")
    tab_to("button[value=kirim]")
    page.keyboard.press("Enter")
    assert code_on(page)


def test_a_cut_network_loses_nothing_and_the_same_form_is_sent_again(visit: Visit) -> None:
    page = visit()
    tell_what(page)
    tell_where_and_when(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="Kirim", exact=True).click()
    expect(page.get_by_text("Belum terkirim.")).to_be_visible()
    expect(page.get_by_text(STORY)).to_be_visible()
    page.context.set_offline(False)
    assert code_on(page)  # it is sent again by itself


def test_an_answer_that_is_lost_on_its_way_comes_again_with_the_same_code(visit: Visit) -> None:
    page = visit()
    tell_what(page)
    tell_where_and_when(page)
    answers: list[str] = []

    def lose_the_first(route: Route) -> None:
        answer = route.fetch()
        answers.append(answer.text())
        if len(answers) == 1:
            route.abort()
        else:
            route.fulfill(response=answer)

    page.route("**/lapor/", lose_the_first)
    page.get_by_role("button", name="Kirim", exact=True).click()
    page.get_by_role("button", name="Coba lagi").click()
    words = code_on(page)
    assert all(f'value="{words}"' in answer for answer in answers)
    page.unroute("**/lapor/")


def test_what_was_begun_is_offered_again_and_can_be_thrown_away(visit: Visit) -> None:
    page = visit()
    tell_what(page)
    page.goto("/lapor/")
    page.get_by_role("button", name="Lanjutkan").click()
    at_step(page, "foto")
    page.goto("/lapor/")
    page.get_by_role("button", name="Buang").click()
    page.goto("/lapor/")
    expect(page.locator("[data-draft-offer]")).to_be_hidden()


def test_on_a_shared_computer_nothing_is_kept(visit: Visit) -> None:
    page = visit()
    page.goto("/lapor/")
    page.get_by_role("button", name="Komputer bersama? Jangan simpan").click()
    expect(page.get_by_text("Tidak disimpan")).to_be_visible()
    tell_what(page)
    assert page.evaluate("localStorage.length") == 0


def test_nothing_stays_in_the_browser_once_it_is_sent(visit: Visit) -> None:
    page = visit()
    tell_what(page)
    assert page.evaluate("localStorage.length") == 1
    tell_where_and_when(page)
    send(page)
    assert page.evaluate("localStorage.length") == 0


def test_the_browsers_own_way_back_keeps_every_answer(visit: Visit) -> None:
    page = visit()
    tell_what(page)
    page.go_back()
    at_step(page, "cerita")
    expect(page.locator("[name=what]")).to_have_value(STORY)


def test_a_photo_is_made_small_before_it_is_sent_and_its_place_is_offered(visit: Visit) -> None:
    page = visit()
    tell_what(page)
    sizes: list[int] = []
    page.on("request", lambda asked: sizes.append(len(asked.post_data_buffer or b"")) if asked.method == "POST" else None)
    raw = photo_with_its_place()
    give(page, raw)
    expect(page.locator(".photos li")).to_have_count(1)
    expect(page.locator(".photos img")).to_be_visible()
    assert max(sizes) < 100_000
    go_on(page, "tempat")
    page.get_by_label("Pakai tempat yang tersimpan di foto").check()
    expect(page.get_by_text("Rawajati, Pancoran")).to_be_visible()
    go_on(page, "waktu")
    page.get_by_role("button", name="Kembali", exact=True).click()
    at_step(page, "tempat")
    expect(page.get_by_label("Pakai tempat yang tersimpan di foto")).to_be_checked()


def test_a_photo_can_be_taken_out_again(visit: Visit) -> None:
    page = visit()
    tell_what(page)
    give(page, photo_with_its_place(), photo_with_its_place())
    expect(page.locator(".photos li")).to_have_count(2)
    page.get_by_role("button", name="Buang foto 1").click()
    expect(page.locator(".photos li")).to_have_count(1)
    tell_where_and_when(page)
    expect(page.get_by_text("1 foto")).to_be_visible()
    send(page)


def test_the_map_names_the_kelurahan_under_its_pin_and_chooses_it(visit: Visit) -> None:
    page = visit(geolocation={"latitude": -RAWAJATI[0], "longitude": RAWAJATI[1]}, permissions=["geolocation"])
    tell_what(page)
    go_on(page, "tempat")
    page.get_by_role("button", name="Pakai lokasi saya").click()
    expect(page.locator("[data-map-name]")).to_have_text("Rawajati, Pancoran")
    expect(page.get_by_label("Kelurahan", exact=True)).to_have_value("31.74.08.1003")
    page.get_by_role("button", name="Hapus titik").click()
    expect(page.locator("[name=lat]")).to_have_value("")


def test_a_change_of_language_keeps_what_was_written(visit: Visit) -> None:
    page = visit()
    tell_what(page)
    page.get_by_role("button", name="English").click()
    page.wait_for_url("**/en/lapor/")
    expect(page.get_by_role("heading", name="Do you have photos?")).to_be_visible()
    page.get_by_role("button", name="Back", exact=True).click()
    at_step(page, "cerita")
    expect(page.locator("[name=what]")).to_have_value(STORY)


def test_the_code_is_copied_and_its_receipt_is_checked(visit: Visit) -> None:
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    tell_what(page)
    tell_where_and_when(page)
    code = send(page)
    page.get_by_role("button", name="Salin").first.click()
    expect(page.get_by_text("Tersalin").first).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == code
    page.get_by_text("Tanda terima yang ditandatangani").click()
    receipt = page.locator("pre.signed").inner_text()
    page.goto("/tanda-terima/")
    page.get_by_label("Tanda terima").fill(receipt)
    page.get_by_role("button", name="Periksa").click()
    expect(page.get_by_text("Benar, dari kantor ini.")).to_be_visible()


def test_no_log_of_the_house_knows_who_reported_or_what(visit: Visit, house: House) -> None:
    page = visit()
    tell_what(page)
    give(page, photo_with_its_place())
    expect(page.locator(".photos li")).to_have_count(1)
    tell_where_and_when(page)
    code = send(page)
    logs = "".join(file.read_text(errors="replace") for file in sorted((house.folder / "log").iterdir()))
    agent = page.evaluate("navigator.userAgent")
    assert not [words for words in (STORY, code, "IMG_0001", agent, "POST /lapor/") if words in logs]
