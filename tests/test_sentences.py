"""What the desk may say by a code, the public pages can say in every language that a reporter may have chosen."""

import tomllib
from pathlib import Path

import pytest

from sisada.foundation.letter import LANGUAGES, STEPS
from sisada.inside.cases import sentences

WORDS = Path(__file__).parents[1] / "sisada" / "faces" / "public" / "follow" / "sentences.toml"
TABLE = tomllib.loads(WORDS.read_text(encoding="utf-8"))
SAID_AT_THE_DESK = {
    **sentences.ASK,
    **sentences.DONE,
    **{code: words for of_kind in sentences.OF_DECISION.values() for code, words in of_kind.items()},
}
CODES = [*SAID_AT_THE_DESK, *(f"step.{step}" for step in STEPS)]


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_words_in_every_language(code: str) -> None:
    assert set(TABLE["sentences"][code]) == set(LANGUAGES)
    assert all(TABLE["sentences"][code].values())


def test_no_words_are_left_for_codes_that_nobody_says() -> None:
    assert set(TABLE["sentences"]) == set(CODES)


@pytest.mark.parametrize("code", SAID_AT_THE_DESK)
def test_an_officer_reads_what_the_reporter_reads(code: str) -> None:
    assert TABLE["sentences"][code]["id"] == str(SAID_AT_THE_DESK[code])


@pytest.mark.parametrize("code", TABLE["go_to"])
def test_every_way_elsewhere_has_words_in_every_language(code: str) -> None:
    assert set(TABLE["go_to"][code]) == set(LANGUAGES)
