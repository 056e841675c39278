"""What a code opens, and that no answer tells a wrong code from one that was."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sisada.foundation import own_words
from sisada.foundation.envelope import public_half, seal
from sisada.foundation.letter import OfficeWord
from sisada.foundation.office_signature import signed
from sisada.outside.letterbox.tests.conftest import Login
from sisada.outside.letterbox.tests.reporters import Reporter, reporter_with_a_new_code
from sisada.outside.letterbox.thread import open_thread
from tests import street_keys

pytestmark = pytest.mark.usefixtures("at_the_street")
ANSWER = OfficeWord(step="reviewing", at=datetime.now(UTC) + timedelta(hours=1), sentence="cases.reviewing")
PUT = "insert into letterbox_box (id, thread, author, sealed, made_at) values (%s, %s, 'office', %s, %s)"


def _signed(reporter: Reporter, word: OfficeWord = ANSWER) -> bytes:
    """As the inside sends it."""
    return seal(reporter.code.public_key, signed(word.to_bytes(), thread=reporter.thread, key=street_keys.WORD_KEY))


def _office_puts(carrier: Login, reporter: Reporter, sealed: bytes) -> None:
    carrier.execute(PUT, [uuid.uuid4(), reporter.thread, sealed, datetime.now(UTC) + timedelta(minutes=1)])


def test_a_code_opens_its_own_words_and_the_offices_oldest_first(reporter: Reporter, carrier: Login) -> None:
    letter = reporter.letter()
    received = reporter.sends(letter)
    _office_puts(carrier, reporter, _signed(reporter))
    opened = open_thread(reporter.code)
    assert opened is not None
    assert [entry.words for entry in opened.entries] == [letter, ANSWER]
    assert (opened.id, opened.reporter_key, opened.unreadable) == (reporter.thread, reporter.code.public_key, 0)
    assert opened.entries[0].made_at == received.received_at


def test_the_offices_words_stand_in_the_order_in_which_they_were_signed_and_none_twice(reporter: Reporter, carrier: Login) -> None:
    """Whatever time and however many of them somebody outside writes beside them."""
    reporter.sends(reporter.letter())
    words = [replace(ANSWER, at=datetime.now(UTC) + timedelta(minutes=minute)) for minute in (1, 2, 3)]
    for word in (words[2], words[0], words[1], words[0]):
        _office_puts(carrier, reporter, _signed(reporter, word))
    opened = open_thread(reporter.code)
    assert opened is not None
    assert [entry.words for entry in opened.entries] == [reporter.letter(), *words]


def test_words_that_nobody_received_are_not_shown_as_the_reporters_own(reporter: Reporter, carrier: Login) -> None:
    reporter.sends(reporter.letter())
    forged = reporter.letter("Saya tarik laporan saya.").to_bytes()
    of_another_thread = own_words.marked(forged, thread=uuid.uuid4(), pepper=street_keys.PEPPER)
    for clear in (forged, bytes(32) + forged, of_another_thread):
        box = [uuid.uuid4(), reporter.thread, seal(reporter.code.public_key, clear), datetime.now(UTC)]
        carrier.execute(PUT.replace("'office'", "'reporter'"), box)
    opened = open_thread(reporter.code)
    assert opened is not None
    assert ([entry.words for entry in opened.entries], opened.unreadable) == ([reporter.letter()], 3)


def test_nobody_elses_words_are_in_it(reporter: Reporter) -> None:
    reporter.sends(reporter.letter())
    another = reporter_with_a_new_code()
    another.sends(another.letter("Tamu di rumah saya."))
    opened = open_thread(reporter.code)
    assert opened is not None
    assert [entry.words for entry in opened.entries] == [reporter.letter()]


STRANGERS_KEY = public_half(bytes(32))


@pytest.mark.parametrize(
    "box",
    [
        lambda _: b"not sealed at all",
        lambda _: seal(STRANGERS_KEY, ANSWER.to_bytes()),
        lambda reporter: seal(reporter.code.public_key, b'{"v":1}'),
        lambda reporter: seal(reporter.code.public_key, ANSWER.to_bytes()),
        lambda reporter: seal(reporter.code.public_key, signed(ANSWER.to_bytes(), thread=reporter.thread, key=bytes(32))),
        lambda reporter: seal(reporter.code.public_key, signed(ANSWER.to_bytes(), thread=uuid.uuid4(), key=street_keys.WORD_KEY)),
    ],
    ids=["not sealed", "sealed to somebody else", "no word of ours", "unsigned", "signed by another", "signed for another thread"],
)
def test_a_box_that_cannot_be_read_or_is_not_the_offices_hides_no_other(
    reporter: Reporter, carrier: Login, box: Callable[[Reporter], bytes]
) -> None:
    reporter.sends(reporter.letter())
    _office_puts(carrier, reporter, box(reporter))
    _office_puts(carrier, reporter, _signed(reporter))
    opened = open_thread(reporter.code)
    assert opened is not None
    assert [entry.words for entry in opened.entries] == [reporter.letter(), ANSWER]
    assert opened.unreadable == 1


def test_a_wrong_an_expired_and_a_deleted_code_get_the_same_answer_by_the_same_work(owner: Login, carrier: Login) -> None:
    wrong, expired, deleted = (reporter_with_a_new_code() for _ in range(3))
    for reporter in (expired, deleted):
        reporter.sends(reporter.letter())
    owner.execute("delete from letterbox_thread where id = %s", [deleted.thread])
    carrier.execute("insert into letterbox_thread_end (thread, ended_at) values (%s, now())", [expired.thread])
    seen = [_answer_and_work(reporter) for reporter in (wrong, expired, deleted)]
    assert seen[0] == seen[1] == seen[2]
    assert seen[0][0] is None


def _answer_and_work(reporter: Reporter) -> tuple[Any, list[str]]:
    with CaptureQueriesContext(connection) as asked:
        answer = open_thread(reporter.code)
    return answer, [query["sql"].replace(reporter.code.index.hex(), "the index") for query in asked.captured_queries]


def test_the_database_answers_no_code_with_nothing(public: Login) -> None:
    for function in ("letterbox_open", "letterbox_boxes"):
        for index in (None, b"", b"%"):
            assert public.execute(f"select * from {function}(%s)".encode(), [index]).fetchall() == []
