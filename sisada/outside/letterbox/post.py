"""Seal a letter and store it, in one call: the clear text reaches no database, no file and no log of the outside."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import DatabaseError, connection, transaction
from django.utils.translation import gettext_lazy as _

from sisada.foundation.envelope import seal
from sisada.foundation.letter import Letter, letter_digest
from sisada.foundation.own_words import marked
from sisada.foundation.problems import Problem
from sisada.foundation.word_code import Derived
from sisada.outside.letterbox.keys import code_pepper, letter_key

SENTENCES = {
    "letter.differs": _("Formulir ini sudah terkirim dengan isi lain. Mulai formulir baru, lalu kirim lagi."),
    "letter.no-thread": _("Kode ini tidak membuka laporan apa pun. Periksa ketujuh katanya, atau buat laporan baru."),
}
RECEIVE = "select letterbox_receive(%s, %s, %s, %s, %s, %s, %s, %s)"


class LetterProblem(Problem):
    """The letterbox did not take it. Nothing was stored."""

    status = 409

    def __init__(self, code: str) -> None:
        super().__init__(SENTENCES[code])
        self.code = code


class SealedPhoto(NamedTuple):
    """A photo as it travels, also through a form without script: `sha256` (hex) is of the clear bytes and stands in the letter."""

    sha256: str
    sealed: bytes


class Received(NamedTuple):
    received_at: datetime  # when the letterbox first had it, also when it was sent again
    digest: bytes  # for the signed receipt; keyed, so that nobody can try guesses of what was written against it


def seal_photo(clear: bytes) -> SealedPhoto:
    """The re-encoded photo, sealed to inside. Whoever calls it forgets the clear bytes."""
    return SealedPhoto(hashlib.sha256(clear).hexdigest(), seal(letter_key(), clear))


def receive(letter: Letter, *, letter_id: UUID, code: Derived | None, photos: Sequence[SealedPhoto]) -> Received:
    """Store the letter, sealed to inside, and what its writer may read again, sealed to the letter's own `reporter_key`.

    `letter_id` is made with the form: the same letter sent again gets the first answer and is stored once. `code` begins a thread and is
    None for a later letter to one.

    Raises: LetterProblem (letter.differs, letter.no-thread); NotALetter when `letter` breaks its own form or names other photos."""
    clear = letter.to_bytes()
    if letter.photos != tuple(photo.sha256 for photo in photos):
        raise ValueError("The letter names other photos.")
    digest = letter_digest(letter_id, clear, pepper=code_pepper())
    sealed = seal(letter_key(), clear)
    own_words = marked(letter.without_photos().to_bytes(), thread=letter.thread, pepper=code_pepper())
    own_box = seal(letter.reporter_key, own_words)
    parts = [photo.sealed for photo in photos]
    index = code.index if code else None
    received_at = _stored([letter_id, letter.thread, index, letter.reporter_key, sealed, parts, own_box, digest])
    return Received(received_at, digest)


def _stored(values: list[Any]) -> datetime:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(RECEIVE, values)
            received_at: datetime = cursor.fetchone()[0]
            return received_at
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", None) != "LB001":
            raise
        raise LetterProblem(_code_of(error)) from None


def _code_of(error: DatabaseError) -> str:
    message: str = error.__cause__.diag.message_primary  # type: ignore[union-attr]  # psycopg's own error: it had a sqlstate
    return message
