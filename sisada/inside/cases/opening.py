"""Letters are opened here, in the worker, which alone has the key: each becomes a case or part of one in the transaction that takes it out
of the inbox. A kill leaves a letter opened whole or not at all; one that cannot be opened is held, and the others go on."""

import hashlib
import hmac
import json
import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.db import DataError, IntegrityError, connection, transaction
from psycopg.rows import class_row

from sisada.foundation import environment
from sisada.foundation.check_codes import check_code
from sisada.foundation.envelope import NotForThisKey, open_sealed
from sisada.foundation.environment import required
from sisada.foundation.letter import Letter, NotALetter, letter_digest, read_letter
from sisada.foundation.office import office
from sisada.inside.cases import promising, words_out
from sisada.inside.cases.refusals import CaseProblem, call, rows_by

logger = logging.getLogger("sisada.cases")


@dataclass(frozen=True)
class Sealed:
    """A letter as it lies in the inbox."""

    id: UUID
    thread: UUID
    digest: bytes
    sealed: bytes
    parts: list[bytes]
    received_at: datetime


@dataclass(frozen=True)
class Opened:
    letter: Letter
    photos: list[bytes]


class OtherContent(Exception):  # noqa: N818 - it says what is so
    """What is inside is not what the envelope says: another thread, other photos, or words that the public face did not receive."""


def letter_key() -> bytes:
    """The private key of all letters, which the worker alone is given."""
    return bytes.fromhex(Path(required("SISADA_LETTER_KEY_FILE")).read_text(encoding="ascii").strip())


def open_waiting(key: bytes) -> int:
    """Open every letter that waits and that no other worker opens now; how many became part of a case or were held."""
    count = 0
    while open_next(key):
        count += 1
    return count


def open_next(key: bytes) -> bool:
    """Open one letter. False: none waits."""
    with transaction.atomic():
        sealed = _next()
        if sealed is None:
            return False
        try:
            with transaction.atomic():
                _file(sealed, opened(sealed, key))
        except (NotForThisKey, NotALetter, OtherContent, CaseProblem, DataError, IntegrityError) as error:
            _hold(sealed.id, error)
    return True


def _next() -> Sealed | None:
    with connection.cursor() as cursor:
        cursor.cursor.row_factory = class_row(Sealed)
        cursor.execute("select id, thread, digest, sealed, parts, received_at from cases_next_letter()")
        found: Sealed | None = cursor.fetchone()
        return found


def opened(sealed: Sealed, key: bytes) -> Opened:
    """Raises: NotForThisKey, NotALetter, OtherContent."""
    clear = open_sealed(key, bytes(sealed.sealed))
    if not hmac.compare_digest(letter_digest(sealed.id, clear, pepper=environment.key("SISADA_CODE_PEPPER")), bytes(sealed.digest)):
        raise OtherContent  # whoever rules the outside's database has no pepper: he can put in no letter, and change none
    letter = read_letter(clear)
    photos = [open_sealed(key, bytes(part)) for part in sealed.parts]
    if letter.thread != sealed.thread or tuple(hashlib.sha256(photo).hexdigest() for photo in photos) != letter.photos:
        raise OtherContent
    return Opened(letter, photos)


def _file(sealed: Sealed, found: Opened) -> None:
    promised = promising.on_arrival(sealed.received_at, kind=found.letter.kind, danger=found.letter.danger)
    row = json.dumps({"office_code": office().code, "channel": "public", **promising.as_row(promised)})
    filed = _call_file(sealed.id, found, row)
    if filed is None:
        return
    case, step = filed
    if step == "added":
        promising.count_again(case)
    else:
        words_out.tell_by_itself(case, words_out.word("received", promised_on=promised.first_answer_due))


FILE = "select filed, step from cases_file(%s, %s, %s, jsonb_populate_record(null::cases_case, %s))"


def _call_file(letter: UUID, found: Opened, promised: str) -> tuple[UUID, str] | None:
    """The case it became part of, and how. None: it was filed before."""
    rows = rows_by(FILE, [letter, said_in(found.letter), found.photos, promised])
    return (rows[0][0], rows[0][1]) if rows else None


def said_in(letter: Letter) -> str:
    """The letter as JSON for the database, a check code in the one form in which answers keep it."""
    row = json.loads(letter.to_bytes())
    if letter.about and letter.about.check_code:
        row["about"]["check_code"] = check_code(letter.about.check_code) or letter.about.check_code
    return json.dumps(row)


def _hold(letter: UUID, error: Exception) -> None:
    """Why in a code alone: what was inside is nobody's to read in a log."""
    why = error.code if isinstance(error, CaseProblem) else type(error).__name__
    logger.error("Letter %s is held: %s.", letter, why)
    call("cases_hold_letter", letter, why)


def try_again(*, by: UUID) -> None:
    """What held letters is mended: an admin has all of them opened again. Raises: CaseProblem."""
    call("cases_try_letters_again", by)
