"""What a word code opens: the reporter's own words and the office's answers, oldest first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from sisada.foundation.envelope import NotForThisKey, open_sealed
from sisada.foundation.letter import Letter, NotALetter, OfficeWord, read_letter, read_office_word
from sisada.foundation.office_signature import NotSigned, require_signed
from sisada.foundation.own_words import NotMarked, require_marked
from sisada.foundation.word_code import Derived
from sisada.outside.letterbox import keys


@dataclass(frozen=True)
class Entry:
    """One box, opened: a Letter without photos is the reporter's, an OfficeWord the office's."""

    made_at: datetime  # of the office's, what it signed: whoever rules the outside's database shows none later than it was said, none twice
    words: Letter | OfficeWord


@dataclass(frozen=True)
class Thread:
    id: UUID
    reporter_key: bytes
    received_at: datetime
    entries: tuple[Entry, ...]  # oldest first
    unreadable: int  # boxes that the code does not open, or that the office did not sign: somebody outside put or changed them


def open_thread(derived: Derived) -> Thread | None:
    """None: the code is wrong, or its thread has ended, or was deleted; the same two questions are asked for each of them."""
    with connection.cursor() as cursor:
        cursor.execute("select thread, reporter_key, received_at from letterbox_open(%s)", [derived.index])
        found = cursor.fetchone()
        cursor.execute("select author, sealed, made_at from letterbox_boxes(%s)", [derived.index])
        boxes = cursor.fetchall()
    if found is None:
        return None
    thread, reporter_key, received_at = found
    opened = [_opened(derived, box, thread=thread) for box in boxes]
    readable = [entry for entry in opened if entry]
    entries = tuple(sorted(dict.fromkeys(readable), key=lambda entry: entry.made_at))
    return Thread(thread, bytes(reporter_key), received_at, entries, unreadable=len(boxes) - len(readable))


def _opened(derived: Derived, box: tuple[Any, ...], *, thread: UUID) -> Entry | None:
    """None: unreadable. One such box must not hide the others."""
    author, sealed, made_at = box
    try:
        clear = open_sealed(derived.private_key, bytes(sealed))
        if author == "reporter":
            return Entry(made_at, read_letter(require_marked(clear, thread=thread, pepper=keys.code_pepper())))
        word = read_office_word(require_signed(clear, thread=thread, public_key=keys.word_key()))
        return Entry(word.at, word)
    except (NotForThisKey, NotALetter, NotSigned, NotMarked):
        return None
