"""The receipt: words shown once, days promised, and a signature that anybody may check."""

import re
from html import unescape

import pytest

from sisada.faces.public.receipt import qr
from sisada.faces.public.tests.walker import Walker
from sisada.foundation import word_code


@pytest.fixture
def receipt(reporter: Walker) -> Walker:
    return reporter.reports().presses("kirim")


def signed_text(page: str) -> str:
    found = re.search(r"<pre[^>]*>(.*?)</pre>", page, re.DOTALL)
    assert found
    return unescape(found[1])


def check(text: str) -> str:
    return Walker("/tanda-terima/").opens().presses("", receipt=text).page


def test_a_receipt_shows_seven_numbered_words_of_our_list(receipt: Walker) -> None:
    assert len(word_code.read(receipt.code)) == 7
    assert all(f">{place}</i>" in receipt.page for place in range(1, 8))


def test_a_signed_receipt_is_known_as_ours_and_says_until_when(receipt: Walker) -> None:
    page = check(signed_text(receipt.page))
    assert "Benar, dari kantor ini." in page
    assert "Dijawab paling lambat" in page


def test_an_altered_receipt_is_refused(receipt: Walker) -> None:
    altered = re.sub(r"dijawab sampai: \S+", "dijawab sampai: 2030-01-01", signed_text(receipt.page))
    assert "bukan tanda terima dari kantor ini" in check(altered)


def test_a_receipt_holds_nothing_of_what_was_written(receipt: Walker) -> None:
    assert not set(word_code.read(receipt.code)) & set(re.findall(r"\w+", signed_text(receipt.page)))
    assert "berkelahi" not in signed_text(receipt.page)


def test_a_code_has_no_address(receipt: Walker) -> None:
    assert receipt.answer.request["PATH_INFO"] == "/lapor/"
    assert receipt.answer.request["QUERY_STRING"] == ""
    assert receipt.answer.headers["Cache-Control"] == "no-store"


def test_a_qr_code_is_drawn_without_a_picture_file() -> None:
    drawn = qr.svg("kelapa sungai")
    assert drawn.startswith("<svg")
    assert "<image" not in drawn
