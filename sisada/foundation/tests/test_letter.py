"""What is written is read back; what is not written by us is refused, with the name of the place and none of its words."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sisada.foundation import letter
from sisada.foundation.letter import About, Letter, NotALetter, OfficeWord, Place, Reporter, Stay, read_letter, read_office_word

THREAD = UUID("0d8a9b1e-6b0c-4f4e-9d5c-5a4a3f2b1c0d")
PLAIN = Letter(kind="activity", thread=THREAD, reporter_key=b"k" * 32, what="Musik keras sampai pagi.")
ANSWER = OfficeWord(step="received", at=datetime(2026, 11, 25, 1, 0, tzinfo=UTC))


UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # the machine may be busy


def words(most: int) -> st.SearchStrategy[str]:
    return st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=most)


PLACES = st.builds(
    Place,
    kelurahan=st.none() | st.just("31.74.01.1001"),
    text=words(400),
    lat=st.none() | st.floats(-90, 90),
    lon=st.none() | st.floats(-180, 180),
    pin_from=st.none() | st.sampled_from(letter.PIN_SOURCES),
)
STAYS = st.builds(
    Stay,
    row=st.uuids(),
    name=words(160),
    nationality=words(80),
    document_number=words(40),
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
)
LETTERS = st.builds(
    Letter,
    kind=st.sampled_from(letter.KINDS),
    thread=st.uuids(),
    reporter_key=st.binary(min_size=32, max_size=32),
    language=st.sampled_from(letter.LANGUAGES),
    danger=st.booleans(),
    category=st.none() | st.sampled_from(letter.CATEGORIES),
    what=words(4000),
    when=words(200),
    place=st.none() | PLACES,
    nationality=st.none() | words(80),
    reporter=st.none() | st.builds(Reporter, name=words(120), contact=words(160)),
    photos=st.lists(st.binary(min_size=32, max_size=32).map(bytes.hex), max_size=5).map(tuple),
    stays=st.lists(STAYS, max_size=4).map(tuple),
    stay_place=st.none() | PLACES,
    about=st.none() | st.builds(About, reason=st.sampled_from(letter.REASONS), check_code=st.none() | words(40)),
)
ANSWERS = st.builds(
    OfficeWord,
    step=st.sampled_from(letter.STEPS),
    at=st.datetimes(timezones=st.just(UTC)),
    promised_on=st.none() | st.dates(),
    sentence=st.none() | words(80),
    text=st.none() | words(2000),
    go_to=st.none() | words(80),
    may_say_not_done=st.booleans(),
)


@UNHURRIED
@given(LETTERS)
def test_every_letter_is_read_back_as_it_was_written(written: Letter) -> None:
    assert read_letter(written.to_bytes()) == written


@UNHURRIED
@given(ANSWERS)
def test_every_word_of_the_office_is_read_back_as_it_was_written(written: OfficeWord) -> None:
    assert read_office_word(written.to_bytes()) == written


@UNHURRIED
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_whatever_else_comes_is_refused(raw: bytes) -> None:
    for read in (read_letter, read_office_word):
        with pytest.raises(NotALetter):
            read(raw)


JUNK: st.SearchStrategy[Any] = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.lists(st.none(), max_size=2) | st.just({})
)


@UNHURRIED
@given(st.sampled_from(sorted(json.loads(PLAIN.to_bytes()))), JUNK)
def test_a_letter_with_any_field_exchanged_is_read_or_refused_and_nothing_else_happens(name: str, junk: Any) -> None:
    with suppress(NotALetter):
        read_letter(_with(name, junk))


def _with(name: str, value: Any) -> bytes:
    return json.dumps({**json.loads(PLAIN.to_bytes()), name: value}).encode()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("v", 2),
        ("v", True),
        ("kind", "complaint"),
        ("thread", THREAD.hex),  # only in its one form
        ("thread", f"{{{THREAD}}}"),
        ("reporter_key", "a2V5"),
        ("reporter_key", "*" * 44),
        ("language", "fr"),
        ("danger", 1),
        ("what", "x" * 4001),
        ("what", "a\0b"),
        ("what", "\ud800"),
        ("what", None),
        ("when", "x" * 201),
        ("place", {"kelurahan": None, "text": ""}),
        ("place", {"kelurahan": None, "text": "", "lat": 90.1, "lon": 0, "pin_from": None}),
        ("place", {"kelurahan": None, "text": "", "lat": True, "lon": 0, "pin_from": None}),
        ("place", {"kelurahan": None, "text": "", "lat": 10**400, "lon": 0, "pin_from": None}),
        ("place", []),
        ("nationality", "x" * 81),
        ("photos", ["0" * 64] * 6),
        ("photos", ["A" * 64]),
        ("photos", "0" * 64),
        ("stays", [{}]),
        ("about", {"reason": "because", "check_code": None}),
    ],
)
def test_what_does_not_fit_is_refused_and_not_repeated(name: str, value: Any) -> None:
    with pytest.raises(NotALetter) as refused:
        read_letter(_with(name, value))
    assert len(str(refused.value)) < 20


@pytest.mark.parametrize("raw", [b'{"v":1,"v":1}', b"[]", b"NaN", b"[" * 100_000, b"1" * 5000, b"\xff", b""])
def test_no_trick_of_json_is_read(raw: bytes) -> None:
    with pytest.raises(NotALetter):
        read_letter(raw)


def test_a_field_too_many_or_too_few_is_refused() -> None:
    row = json.loads(PLAIN.to_bytes())
    for other in ({**row, "ip": "198.51.100.7"}, {name: row[name] for name in row if name != "when"}):
        with pytest.raises(NotALetter, match="names"):
            read_letter(json.dumps(other).encode())


def test_a_letter_that_nobody_could_read_is_not_written() -> None:
    for wrong in (replace(PLAIN, what="x" * 4001), replace(PLAIN, kind="complaint"), replace(PLAIN, what="\ud800")):
        with pytest.raises(NotALetter):
            wrong.to_bytes()
    with pytest.raises(NotALetter):
        replace(ANSWER, at=datetime(2026, 11, 25, 1, 0)).to_bytes()  # noqa: DTZ001 - an instant without a zone is what is refused


def test_a_thousand_stays_at_their_longest_fit_and_one_more_does_not() -> None:
    stay = Stay(row=THREAD, name="中" * 160, nationality="中" * 80, document_number="9" * 40, since=None, until=None)
    full = replace(PLAIN, kind="presence", stays=(stay,) * 1000)
    assert read_letter(full.to_bytes()) == full
    with pytest.raises(NotALetter):
        replace(full, stays=(stay,) * 1001).to_bytes()


def test_the_length_tells_neither_the_answer_nor_how_much_was_written() -> None:
    answers = [ANSWER, replace(ANSWER, step="waiting_reporter", sentence="cases.please-say-where", text="Di mana?")]
    assert len({len(answer.to_bytes()) for answer in answers}) == 1
    assert len(PLAIN.to_bytes()) == len(replace(PLAIN, what="Ya").to_bytes()) == letter.BLOCK_BYTES


def test_own_words_are_kept_without_their_photos() -> None:
    with_photo = replace(PLAIN, photos=("0" * 64,))
    assert with_photo.without_photos() == PLAIN
