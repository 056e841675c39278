"""Without script and in a crowd: the form stays as it is, and says when to press again."""

import re
from contextlib import suppress

import pytest

from sisada.faces.public.tests.walker import Walker
from sisada.foundation import word_code
from sisada.foundation.images.tests import pictures
from sisada.outside.letterbox.work import budget
from sisada.outside.letterbox.work.refusals import MustWait

AT_A_CLOCK = re.compile(r"Lagi pukul \d\d\.\d\d\.")


@pytest.fixture
def nothing_left(monkeypatch: pytest.MonkeyPatch, room_for_all: None, at_the_street: None) -> None:
    monkeypatch.setattr(budget, "IN_TEN_MINUTES", dict.fromkeys(budget.Lane, 1))
    budget.forget()
    for lane in budget.Lane:
        with suppress(MustWait):  # another test may have taken the only share already
            budget.take(lane)


def test_a_report_waits_with_everything_in_it(reporter: Walker, nothing_left: None) -> None:
    reporter.reports("Cerita yang panjang.").presses("kirim")
    assert reporter.step == "periksa"
    assert "Cerita yang panjang." in reporter.page
    assert AT_A_CLOCK.search(reporter.page)


def test_a_photo_waits(reporter: Walker, nothing_left: None) -> None:
    reporter.opens().presses(danger="tidak").presses(category="order").presses(what="x").presses(files=(pictures.jpeg(),))
    assert reporter.step == "foto"
    assert AT_A_CLOCK.search(reporter.page)


def test_a_code_waits(reporter: Walker, nothing_left: None) -> None:
    code = " ".join(word_code.draw())
    follower = Walker("/ikuti/").opens().presses("buka", kode=code)
    assert AT_A_CLOCK.search(follower.page)
    assert follower.fields.given["kode"] == [code]


def test_a_proof_that_does_not_serve_brings_a_new_challenge(reporter: Walker) -> None:
    reporter.reports().presses("kirim", bukti="bukan bukti")
    assert reporter.step == "periksa"
    assert "data-challenge=" in reporter.page
    assert "tekan sekali lagi" in reporter.page
