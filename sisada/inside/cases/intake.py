"""What somebody tells the desk by telephone, WhatsApp or at the counter: a letter like those of the public face, written by an officer,
with a code of its own for the caller."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sisada.foundation import environment
from sisada.foundation.clock import now
from sisada.foundation.envelope import seal
from sisada.foundation.letter import Letter
from sisada.foundation.office import office
from sisada.foundation.own_words import marked
from sisada.inside.cases import promising, words_out
from sisada.inside.cases.opening import said_in
from sisada.inside.cases.refusals import rows_by

TAKE_DOWN = "select cases_take_down(%s, %s, %s, %s, jsonb_populate_record(null::cases_case, %s), %s, %s, %s)"


@dataclass(frozen=True)
class TakenDown:
    case: UUID
    first_answer_due: date  # what the caller is promised


def take_down(letter_id: UUID, letter: Letter, *, by: UUID, channel: str, code_index: bytes, photos: Sequence[bytes] = ()) -> TakenDown:
    """Make a case of a letter that an officer wrote down, and its thread outside, so that the caller's code works. `letter.reporter_key`
    and `code_index` come from the code (word_code.derive); the same letter id twice makes one case. `photos` were encoded anew.

    Raises: CaseProblem; ValueError when the photos are not those that the letter names."""
    if tuple(hashlib.sha256(photo).hexdigest() for photo in photos) != letter.photos:
        raise ValueError("photos")
    promised = promising.on_arrival(now(), kind=letter.kind, danger=letter.danger)
    row = json.dumps({"office_code": office().code, "channel": channel, **promising.as_row(promised)})
    own_words = marked(letter.without_photos().to_bytes(), thread=letter.thread, pepper=environment.key("SISADA_CODE_PEPPER"))
    own_box = seal(letter.reporter_key, own_words)
    received = words_out.word("received", promised_on=promised.first_answer_due)
    word = words_out.sealed_word(received, thread=letter.thread, reporter_key=letter.reporter_key)
    made = rows_by(TAKE_DOWN, [by, letter_id, said_in(letter), list(photos), row, code_index, own_box, word])
    return TakenDown(made[0][0], promised.first_answer_due)
