"""What a code opens, and what it does not."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from sisada.faces.public.steps.sending import thread_of
from sisada.faces.public.tests.test_activity import as_the_worker_reads_it
from sisada.faces.public.tests.walker import Walker
from sisada.foundation import word_code
from sisada.foundation.envelope import seal
from sisada.foundation.images.tests import pictures
from sisada.foundation.letter import OfficeWord
from sisada.foundation.office_signature import signed
from sisada.outside.letterbox.tests.conftest import Login
from tests.street_keys import PEPPER, WORD_KEY

AT = datetime(2026, 11, 25, 4, 30, tzinfo=UTC)


@dataclass
class Follower(Walker):
    """Somebody with a report that was just received, on the page of codes."""

    address: str = "/ikuti/"
    words: str = ""
    thread: UUID = field(default_factory=uuid4)


@pytest.fixture
def sent(reporter: Walker) -> Follower:
    form = reporter.reports("Musik keras sampai pagi.").form_id
    follower = Follower(words=reporter.presses("kirim").code, thread=thread_of(form))
    follower.opens()
    return follower


def office_says(owner: Login, sent: Follower, word: OfficeWord) -> None:
    key = word_code.derive(sent.words.split(), pepper=PEPPER).public_key
    owner.execute(
        "insert into letterbox_box (id, thread, author, sealed, made_at) values (%s, %s, 'office', %s, clock_timestamp())",
        [uuid4(), sent.thread, seal(key, signed(word.to_bytes(), thread=sent.thread, key=WORD_KEY))],
    )


def test_a_code_typed_as_people_type_opens_the_report(sent: Follower) -> None:
    typed = "\n".join(f"{place}. {word.upper()}," for place, word in enumerate(sent.words.split(), start=1))
    assert "Musik keras sampai pagi." in sent.presses("buka", kode=typed).page
    assert "Diterima" in sent.page


def test_a_wrong_a_deleted_and_an_ended_code_get_the_same_answer(sent: Follower, owner: Login) -> None:
    def answer_to(code: str) -> str:
        page = Walker("/ikuti/").opens().presses("buka", kode=code)
        assert page.answer.status_code == 200
        return page.fields.text.replace(code, "")

    wrong = answer_to(" ".join(word_code.draw()))
    owner.execute("insert into letterbox_thread_end (thread, ended_at) values (%s, clock_timestamp())", [sent.thread])
    ended = answer_to(sent.words)
    owner.execute("select letterbox_sweep()")
    deleted = answer_to(sent.words)
    assert wrong == ended == deleted
    assert "tidak membuka laporan apa pun" in wrong


def test_a_word_that_is_in_no_code_is_named_with_the_nearest_one(sent: Follower) -> None:
    words = sent.words.split()
    page = sent.presses("buka", kode=" ".join(["sungeiii", *words[1:]])).fields.text
    assert "Kata ke-1, “sungeiii”" in page
    assert "Mungkin “" in page


def test_too_few_words_are_counted(sent: Follower) -> None:
    assert "Banyaknya kata yang Anda tulis: 2" in sent.presses("buka", kode="kelapa sungai").page


def test_the_offices_words_come_in_the_readers_language(sent: Follower, owner: Login) -> None:
    office_says(owner, sent, OfficeWord(step="reviewing", at=AT))
    assert "sedang ditelaah petugas" in sent.presses("buka", kode=sent.words).page
    sent.address = "/en/ikuti/"
    assert "An officer is reviewing your report." in sent.presses("buka", kode=sent.words).page


def test_what_a_reporter_writes_back_reaches_the_office_and_stands_in_the_thread(sent: Follower, owner: Login) -> None:
    sent.presses("buka", kode=sent.words)
    letter = sent.form_id
    sent.presses("tulis", what="Pelatnya B 1 X.")
    assert "Pelatnya B 1 X." in sent.page
    assert as_the_worker_reads_it(owner, letter).kind == "addition"


def test_what_was_written_back_twice_by_the_same_form_stands_there_once(sent: Follower, owner: Login) -> None:
    sent.presses("buka", kode=sent.words)
    before = sent.answer
    sent.presses("tulis", what="Sekali saja.")
    sent.answer = before
    assert sent.presses("tulis", what="Sekali saja.").page.count("Sekali saja.") == 1


def test_a_photo_goes_along_with_what_is_written_back(sent: Follower, owner: Login) -> None:
    sent.presses("buka", kode=sent.words)
    letter = sent.form_id
    sent.presses("tulis", what="Ini fotonya.", files=(pictures.jpeg(),))
    assert len(as_the_worker_reads_it(owner, letter).photos) == 1
    assert owner.execute("select count(*) from letterbox_part where letter = %s", [letter]).fetchone() == (1,)


def test_a_file_that_is_no_photo_keeps_the_reply_that_came_with_it(sent: Follower) -> None:
    sent.presses("buka", kode=sent.words).presses("tulis", what="Ini fotonya.", files=(b"bukan foto",))
    assert sent.fields.given["what"] == ["Ini fotonya."]
    assert "bukan foto JPEG" in sent.page


def test_an_empty_reply_is_asked_again(sent: Follower) -> None:
    sent.presses("buka", kode=sent.words).presses("tulis", what=" ")
    assert "Tulis dulu yang ingin Anda sampaikan." in sent.page


def test_a_closed_report_may_be_called_not_done_once(sent: Follower, owner: Login) -> None:
    office_says(owner, sent, OfficeWord(step="closed", at=AT, may_say_not_done=True))
    sent.presses("buka", kode=sent.words)
    letter = sent.form_id
    assert "belum-selesai" in sent.page
    sent.presses("belum-selesai", what="Masih berlangsung.")
    assert as_the_worker_reads_it(owner, letter).kind == "not_done"
    assert "belum-selesai" not in sent.page


def test_an_open_report_cannot_be_called_not_done(sent: Follower, owner: Login) -> None:
    sent.presses("buka", kode=sent.words)
    letter = sent.form_id
    sent.presses("belum-selesai", what="Terlalu cepat.")
    assert as_the_worker_reads_it(owner, letter).kind == "addition"


def test_a_box_that_the_code_does_not_open_hides_no_other(sent: Follower, owner: Login) -> None:
    owner.execute(
        "insert into letterbox_box (id, thread, author, sealed, made_at) values (%s, %s, 'office', 'x', clock_timestamp())",
        [uuid4(), sent.thread],
    )
    page = sent.presses("buka", kode=sent.words).page
    assert "Musik keras" in page
    assert "tidak dapat dibuka dengan kode ini" in page
