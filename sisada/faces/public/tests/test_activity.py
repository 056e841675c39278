"""From the first question about an activity to the receipt, as the role that faces the street, without script."""

from uuid import UUID

import pytest

from sisada.faces.public.tests.walker import Walker
from sisada.foundation.envelope import open_sealed
from sisada.foundation.letter import Letter, read_letter
from sisada.outside.letterbox.tests.conftest import Login
from tests.street_keys import LETTER_PRIVATE


def as_the_worker_reads_it(owner: Login, letter: UUID) -> Letter:
    row = owner.execute("select sealed from letterbox_letter where id = %s", [letter]).fetchone()
    assert row is not None
    return read_letter(open_sealed(LETTER_PRIVATE, row[0]))


def test_a_report_reaches_the_office_as_it_was_written(reporter: Walker, owner: Login) -> None:
    reporter.reports("Baris satu.\r\nBaris dua.", name="Bu Contoh", nationality="Utopia")
    form = reporter.form_id
    reporter.presses("kirim")
    letter = as_the_worker_reads_it(owner, form)
    assert (letter.kind, letter.danger, letter.category, letter.what) == ("activity", False, "order", "Baris satu.\nBaris dua.")
    assert (letter.when, letter.nationality, letter.language) == ("tadi malam", "Utopia", "id")
    assert letter.place
    assert (letter.place.kelurahan, letter.place.text) == ("31.74.08.1003", "Lobi menara Contoh")
    assert letter.reporter
    assert letter.reporter.name == "Bu Contoh"


def test_whoever_gives_no_name_is_nobody(reporter: Walker, owner: Login) -> None:
    form = reporter.reports().form_id
    reporter.presses("kirim")
    assert as_the_worker_reads_it(owner, form).reporter is None


def test_danger_is_asked_first_with_who_helps_at_once(reporter: Walker) -> None:
    reporter.opens()
    assert reporter.step == "bahaya"
    assert all(f'href="tel:{number}"' in reporter.page for number in ("110", "112", "129"))


def test_the_first_screen_says_who_will_read_it(reporter: Walker) -> None:
    assert "petugas meja laporan" in reporter.opens().page


def test_no_question_asks_for_looks_race_or_religion(reporter: Walker) -> None:
    reporter.reports()
    assert set(reporter.fields.given) == {
        "bukti", "category", "contact", "danger", "id", "kelurahan", "kode", "langkah", "lat", "lon", "name", "nationality", "photo_place",
        "pin_from", "place_text", "what", "when",
    }  # fmt: skip


def test_going_back_keeps_every_answer(reporter: Walker) -> None:
    reporter.reports("Sebuah cerita.")
    for _ in range(8):
        reporter.presses("kembali")
    assert reporter.step == "bahaya"
    given = reporter.fields.given
    assert (given["danger"], given["what"], given["when"]) == (["tidak"], ["Sebuah cerita."], ["tadi malam"])


def test_a_question_left_open_is_asked_again_and_says_what_is_missing(reporter: Walker) -> None:
    reporter.opens().presses()
    assert reporter.step == "bahaya"
    assert "Pilih salah satu." in reporter.page


def test_nobody_comes_to_the_review_past_an_open_question(reporter: Walker) -> None:
    reporter.opens().presses("periksa", danger="tidak")
    assert reporter.step == "apa"


def test_changing_the_language_keeps_every_answer(reporter: Walker) -> None:
    reporter.reports("Sebuah cerita.")
    reporter.address = "/en/lapor/"
    reporter.presses("tetap")
    assert reporter.step == "periksa"
    assert "Sebuah cerita." in reporter.page


def test_the_same_form_sent_again_shows_the_same_receipt(reporter: Walker, owner: Login) -> None:
    reporter.reports()
    form, before = reporter.form_id, reporter.answer
    first = reporter.presses("kirim").page
    reporter.answer = before
    assert reporter.presses("kirim").page == first
    assert owner.execute("select count(*) from letterbox_letter where id = %s", [form]).fetchone() == (1,)


def test_a_form_changed_after_it_was_received_gives_its_code_and_says_so(reporter: Walker) -> None:
    reporter.reports()
    before = reporter.answer
    code = reporter.presses("kirim").code
    reporter.answer = before
    reporter.presses("kirim", what="Cerita lain.")
    assert "Laporan ini sudah kami terima" in reporter.page
    assert reporter.code == code


def test_words_that_we_did_not_draw_open_no_thread(reporter: Walker) -> None:
    reporter.reports().presses("kirim", kode="00.kelapa sungai teduh jendela kelapa sungai teduh")
    assert reporter.step == "periksa"


def test_a_posters_address_fills_in_the_kelurahan_and_nothing_else(reporter: Walker) -> None:
    reporter.opens("?k=31.74.08.1003&what=dari+luar")
    assert reporter.fields.given["kelurahan"] == ["31.74.08.1003"]
    assert "dari luar" not in reporter.page


@pytest.mark.parametrize("lat", ["95", "nan", "x"])
def test_a_pin_that_is_nowhere_on_earth_is_asked_again(reporter: Walker, lat: str) -> None:
    reporter.opens().presses(danger="tidak").presses(category="order").presses(what="x").presses()
    reporter.presses(place_text="Lobi", lat=lat, lon="106.8", pin_from="map")
    assert reporter.step == "tempat"
