"""The list holds what 77 bits need and no two words that a slip of the finger exchanges; a code is read however it was written down."""

import re
import threading
import time
from contextlib import suppress
from string import ascii_lowercase

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sisada.foundation import word_code
from sisada.foundation.envelope import open_sealed, seal

PEPPER, OTHER_PEPPER = b"p" * 32, b"q" * 32
CODE = word_code.words()[:7]
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # the machine may be busy
CODES = st.lists(st.sampled_from(word_code.words()), min_size=7, max_size=7).map(tuple)


def test_the_list_holds_2048_different_words_of_four_to_eight_letters() -> None:
    words = word_code.words()
    assert len(words) == len(set(words)) == 2048
    assert [word for word in words if not re.fullmatch("[a-z]{4,8}", word)] == []
    assert list(words) == sorted(words)


def test_no_slip_of_the_finger_turns_one_word_into_another() -> None:
    """A letter left out, put in, exchanged for another, or two neighbours in the wrong order."""
    words = frozenset(word_code.words())
    assert {(word, slip) for word in words for slip in _slips(word) & words} == set()


def _slips(word: str) -> set[str]:
    places = range(len(word) + 1)
    left_out = {word[:at] + word[at + 1 :] for at in places}
    put_in = {word[:at] + letter + word[at:] for at in places for letter in ascii_lowercase}
    exchanged = {word[:at] + letter + word[at + 1 :] for at in places for letter in ascii_lowercase}
    turned = {word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :] for at in places}
    return (left_out | put_in | exchanged | turned) - {word}


def test_a_code_is_seven_words_of_the_list_and_no_two_draws_are_alike() -> None:
    drawn = [word_code.draw() for _ in range(50)]
    assert {len(code) for code in drawn} == {7}
    assert {word for code in drawn for word in code} <= set(word_code.words())
    assert len(set(drawn)) == 50


@UNHURRIED
@given(CODES, st.sampled_from([" ", ", ", "\n", " - ", "\r\n\t", "; ", "."]))
def test_a_code_is_read_however_its_words_are_parted(code: tuple[str, ...], between: str) -> None:
    assert word_code.read(between.join(code)) == code


@UNHURRIED
@given(CODES)
def test_a_numbered_list_in_capitals_is_read(code: tuple[str, ...]) -> None:
    assert word_code.read("\n".join(f"{place}. {word.upper()}" for place, word in enumerate(code, start=1))) == code


def test_unknown_words_are_named_by_their_place_and_never_repeated() -> None:
    with pytest.raises(word_code.UnknownWords) as refused:
        word_code.read(" ".join(("xyzzy", *CODE[:5], "rahasiaku")))
    assert refused.value.places == (1, 7)
    assert "xyzzy" not in str(refused.value)


@UNHURRIED
@given(st.lists(st.sampled_from(word_code.words()), max_size=12).filter(lambda code: len(code) != 7))
def test_six_words_or_eight_are_no_code(code: list[str]) -> None:
    with pytest.raises(word_code.WrongCount) as refused:
        word_code.read(" ".join(code))
    assert refused.value.given == len(code)


@UNHURRIED
@given(st.text(max_size=300))
def test_whatever_is_typed_is_a_code_or_refused(typed: str) -> None:
    with suppress(word_code.NotACode):
        assert len(word_code.read(typed)) == 7


def test_the_same_words_make_the_same_key_and_the_pepper_changes_only_the_index() -> None:
    once, again, elsewhere = (word_code.derive(CODE, pepper=pepper) for pepper in (PEPPER, PEPPER, OTHER_PEPPER))
    assert once == again
    assert once.index != elsewhere.index
    assert once.private_key == elsewhere.private_key
    assert open_sealed(once.private_key, seal(once.public_key, b"clear")) == b"clear"


def test_another_order_of_the_words_is_another_code() -> None:
    turned = (CODE[1], CODE[0], *CODE[2:])
    assert word_code.derive(CODE, pepper=PEPPER).index != word_code.derive(turned, pepper=PEPPER).index


def test_a_code_does_not_show_itself_when_printed() -> None:
    derived = word_code.derive(CODE, pepper=PEPPER)
    assert repr(derived) == "Derived()"


def test_deriving_is_dear_in_memory_and_says_how_long_it_takes() -> None:
    began = time.perf_counter()
    word_code.derive(CODE, pepper=PEPPER)
    print(f"one derivation: {time.perf_counter() - began:.3f} s, {word_code.MEMORY_BYTES // 2**20} MiB")
    assert word_code.MEMORY_BYTES >= 64 * 2**20


def test_a_crowd_of_codes_takes_the_memory_of_two() -> None:
    held = [word_code.AT_ONCE.acquire(blocking=False) for _ in range(3)]
    assert held == [True, True, False]
    waiting = threading.Thread(target=word_code.derive, args=(CODE,), kwargs={"pepper": PEPPER})
    waiting.start()
    waiting.join(timeout=0.3)
    assert waiting.is_alive()  # both places are taken
    word_code.AT_ONCE.release()
    waiting.join(timeout=30)
    assert not waiting.is_alive()
    word_code.AT_ONCE.release()
