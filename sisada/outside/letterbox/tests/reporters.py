"""Somebody at the street: a word code, a thread, and what is written to the office. All invented."""

import os
import uuid
from dataclasses import dataclass
from uuid import UUID

from sisada.foundation.letter import Letter
from sisada.foundation.word_code import Derived
from sisada.outside.letterbox import post


@dataclass(frozen=True)
class Reporter:
    code: Derived
    thread: UUID

    def letter(self, what: str = "Musik keras sampai pagi.", *, photos: tuple[str, ...] = ()) -> Letter:
        return Letter(kind="activity", thread=self.thread, reporter_key=self.code.public_key, what=what, photos=photos)

    def sends(self, letter: Letter, *, letter_id: UUID | None = None, photos: tuple[post.SealedPhoto, ...] = ()) -> post.Received:
        """As the first letter of the thread."""
        return post.receive(letter, letter_id=letter_id or uuid.uuid4(), code=self.code, photos=photos)


def reporter_with_a_new_code() -> Reporter:
    """Without the dear derivation: any index and key will do for what is stored."""
    return Reporter(Derived(index=os.urandom(32), private_key=os.urandom(32)), uuid.uuid4())
