"""Somebody was checked or recorded wrongly, and says so in their own language."""

import re
from datetime import timedelta
from html import unescape

import pytest

from sisada.faces.public.objection.tests.spoken_texts import LANGUAGES, catalogue, spoken
from sisada.faces.public.tests.test_activity import as_the_worker_reads_it
from sisada.faces.public.tests.walker import Walker
from sisada.foundation import words
from sisada.foundation.clock import office_date
from sisada.outside.letterbox import receipts
from sisada.outside.letterbox.tests.conftest import Login

ALL = ("id", "en", *LANGUAGES)


def at(language: str) -> str:
    return "/data-saya/" if language == "id" else f"/{language}/data-saya/"


class Objector(Walker):
    def objects(self, **more: str) -> "Objector":
        """From the first question to the review."""
        self.opens().presses(reason="recorded_wrongly").presses(what="Tanggal lahir saya 1 Mei.").presses(
            check_code=more.get("check_code", "")
        )
        self.presses(number=more.get("number", ""), name=more.get("name", "")).presses(contact=more.get("contact", ""))
        assert self.step == "periksa"
        return self

    @property
    def receipt(self) -> str:
        found = re.search(r'<pre class="signed"[^>]*>(.*?)</pre>', self.page, re.DOTALL)
        assert found
        return unescape(found[1])


@pytest.fixture
def objector(at_the_street: None) -> Objector:
    return Objector("/data-saya/")


@pytest.mark.parametrize("language", ALL)
def test_an_objection_reaches_the_office_as_it_was_written(objector: Objector, owner: Login, language: str) -> None:
    objector.address = at(language)
    form = objector.objects(check_code="7k4 m2q", number="L898902C3", name="Anna Eriksson", contact="0800").form_id
    objector.presses("kirim")
    letter = as_the_worker_reads_it(owner, form)
    assert (letter.kind, letter.language) == ("objection", language)
    assert letter.what == "Tanggal lahir saya 1 Mei.\n\nNomor dokumen: L898902C3"
    assert letter.about
    assert (letter.about.reason, letter.about.check_code) == ("recorded_wrongly", "7K4-M2Q")
    assert letter.reporter
    assert (letter.reporter.name, letter.reporter.contact) == ("Anna Eriksson", "0800")


def test_whoever_gives_no_number_name_or_code_objects_all_the_same(objector: Objector, owner: Login) -> None:
    form = objector.objects().form_id
    objector.presses("kirim")
    letter = as_the_worker_reads_it(owner, form)
    assert (letter.what, letter.reporter) == ("Tanggal lahir saya 1 Mei.", None)
    assert letter.about
    assert letter.about.check_code is None


@pytest.mark.parametrize("language", ALL)
def test_the_receipt_promises_three_days_by_the_clock(objector: Objector, language: str) -> None:
    objector.address = at(language)
    objector.objects().presses("kirim")
    signed = receipts.verify(objector.receipt)
    due = signed.received_at + timedelta(hours=72)
    assert signed.answer_due == office_date(due)
    assert words.long_date(office_date(due), language=language) in objector.page
    assert "3 × 24" in objector.page


def test_a_code_that_cannot_be_one_is_asked_again_and_stays(objector: Objector) -> None:
    objector.opens().presses(reason="other").presses(what="x").presses(check_code="7K4-M2")
    assert "Kode cek terdiri atas enam huruf atau angka." in objector.page
    assert objector.fields.given["check_code"] == ["7K4-M2"]


def test_the_longest_story_with_the_longest_number_still_fits(objector: Objector, owner: Login) -> None:
    objector.opens().presses(reason="other").presses(what="x" * 3800).presses().presses(number="9" * 40).presses()
    form = objector.form_id
    objector.presses("kirim")
    assert len(as_the_worker_reads_it(owner, form).what) < 4000


@pytest.mark.parametrize("language", LANGUAGES)
def test_following_an_objection_speaks_the_same_language(objector: Objector, language: str) -> None:
    objector.address = at(language)
    code = objector.objects().presses("kirim").code
    thread = Walker(f"/{language}/ikuti/").opens().presses("buka", kode=code)
    assert "Tanggal lahir saya 1 Mei." in thread.page
    assert translated(language, "Ditelaah") in thread.page
    thread.presses("tulis", what="Masih salah.")
    assert translated(language, "Terkirim.") in thread.page


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_indonesian_is_left_on_the_way_from_the_first_question_to_the_answer(objector: Objector, language: str) -> None:
    objector.address = at(language)
    seen = [objector.opens().page, objector.presses().page]
    seen += [objector.presses(reason="not_me").page, objector.presses(what="").page, objector.presses(what="x").page]
    seen += [objector.presses(check_code="1").page, objector.presses(check_code="").page, objector.presses().page, objector.presses().page]
    code = objector.presses("kirim")
    seen += [code.page]
    follower = Walker(f"/{language}/ikuti/")
    seen += [follower.opens().page, follower.presses("buka", kode="satu dua").page, follower.presses("buka", kode=code.code).page]
    ours = [text if isinstance(text, str) else text[0] for text in spoken()]
    plain = [text for text in ours if len(text) > 6 and "%(" not in text and "<" not in text and translated(language, text) != text]
    assert {text for page in seen for text in plain if re.search(rf"[>\"]\s*{re.escape(text)}\s*[<\"]", unescape(page))} == set()


@pytest.mark.parametrize("language", ALL)
def test_the_page_says_which_language_it_is_in_and_leads_to_pages_that_are_there(objector: Objector, language: str) -> None:
    page = objector.client.get(at(language)).content.decode()
    assert f'<html lang="{"zh-Hans" if language == "zh" else language}">' in page
    links = {link for link in re.findall(r'<a [^>]*href="(/[^"#]*)"', page) if not link.startswith("/statis/")}
    assert links
    assert {link: objector.client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


def test_changing_the_language_keeps_every_answer(objector: Objector) -> None:
    objector.objects()
    objector.address = "/ja/data-saya/"
    objector.presses("tetap")
    assert objector.step == "periksa"
    assert "Tanggal lahir saya 1 Mei." in objector.page


def translated(language: str, text: str) -> str:
    message = catalogue(language).get(text)
    assert message
    assert message.string
    return message.string if isinstance(message.string, str) else message.string[0]
