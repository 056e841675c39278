from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sisada.inside.link.pgoutput import (
    UNCHANGED,
    Begin,
    Commit,
    Delete,
    Insert,
    MalformedError,
    Origin,
    Relation,
    RelationColumn,
    Truncate,
    Type,
    Update,
    decode,
)
from sisada.inside.link.tests import messages

ONE_SECOND = datetime(2000, 1, 1, 0, 0, 1, tzinfo=UTC)
EVERY_KIND = [
    (messages.begin(5, 1_000_000), Begin(5, ONE_SECOND)),
    (messages.commit(5, 6, 1_000_000), Commit(5, 6, ONE_SECOND)),
    (
        messages.relation(1, "visa", [("id_visa", 20, True), ("nomor", 25, False)]),
        Relation(1, "public", "visa", (RelationColumn("id_visa", 20, True), RelationColumn("nomor", 25, False))),
    ),
    (messages.insert(1, ["7", None, "Ärger\t\n"]), Insert(1, ("7", None, "Ärger\t\n"))),
    (messages.insert(1, []), Insert(1, ())),
    (messages.update(1, ["7", UNCHANGED]), Update(1, None, ("7", UNCHANGED))),
    (messages.update(1, ["8", ""], old=["7", None]), Update(1, ("7", None), ("8", ""))),
    (messages.update(1, ["8"], old=["7"], old_kind=b"O"), Update(1, ("7",), ("8",))),
    (messages.delete(1, ["7", None]), Delete(1, ("7", None))),
    (messages.delete(1, ["7", "x"], old_kind=b"O"), Delete(1, ("7", "x"))),
    (messages.truncate(1, 2), Truncate((1, 2))),
    (messages.origin("elsewhere"), Origin("elsewhere")),
    (messages.type_(99, "jenis"), Type(99, "jenis")),
]
BYTES = [message for message, _ in EVERY_KIND]


@pytest.mark.parametrize(("message", "expected"), EVERY_KIND)
def test_every_kind_of_message_is_read(message: bytes, expected: object) -> None:
    assert decode(message) == expected


@pytest.mark.parametrize("message", BYTES)
def test_a_message_cut_anywhere_or_with_something_behind_is_refused(message: bytes) -> None:
    for end in range(len(message)):
        with pytest.raises(MalformedError):
            decode(message[:end])
    with pytest.raises(MalformedError):
        decode(message + b"\0")


@pytest.mark.parametrize(
    "message", [b"", b"Q", b"I\0\0\0\1X\0\0", b"I\0\0\0\1N\0\1x", b"I\0\0\0\1N\0\1t\xff\xff\xff\xff", b"I\0\0\0\1N\0\1t\0\0\0\1\xff"]
)
def test_what_is_no_message_is_refused_with_a_plain_word(message: bytes) -> None:
    with pytest.raises(MalformedError, match=r"message|kind|value|UTF-8"):
        decode(message)


@given(st.sampled_from(BYTES), st.lists(st.tuples(st.integers(0, 200), st.integers(0, 255)), min_size=1, max_size=4))
def test_a_damaged_message_is_read_as_a_message_or_refused_never_anything_else(message: bytes, damage: list[tuple[int, int]]) -> None:
    damaged = bytearray(message)
    for at, byte in damage:
        damaged[at % len(damaged)] = byte
    try:
        decoded = decode(bytes(damaged))
    except MalformedError:
        return
    assert type(decoded) in {type(expected) for _, expected in EVERY_KIND}


@given(st.lists(st.one_of(st.none(), st.just(UNCHANGED), st.text(st.characters(exclude_categories=["Cs"])))))
def test_any_row_comes_back_as_it_was_sent(row: list[str | None]) -> None:
    assert decode(messages.insert(3, row)) == Insert(3, tuple(row))
