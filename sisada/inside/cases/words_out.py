"""The office's words to reporters: sealed here to each one's key, stored and sent by the database in the transaction of the act that they
are about. What nobody may tell a reporter is refused before it is sealed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from sisada.foundation import environment
from sisada.foundation.clock import now
from sisada.foundation.envelope import seal
from sisada.foundation.letter import OfficeWord
from sisada.foundation.office_signature import signed
from sisada.inside.cases.neutral_words import require_neutral
from sisada.inside.cases.refusals import call, rows_of


@dataclass(frozen=True)
class Follower:
    """Somebody outside who follows a case: his thread, and the key that his code opens."""

    thread: UUID
    reporter_key: bytes


def word(
    step: str,
    *,
    at: datetime | None = None,
    promised_on: date | None = None,
    sentence: str | None = None,
    text: str | None = None,
    go_to: str | None = None,
) -> OfficeWord:
    """A word of this step; `at` None: now."""
    return OfficeWord(step=step, at=at or now(), promised_on=promised_on, sentence=sentence, text=text, go_to=go_to)


def tell(case: UUID, said: OfficeWord, *, by: UUID, seen: int | None = None) -> None:
    """To everybody who follows the case, from whoever holds it. `seen`: the version that the act which follows is about; None: none does.

    Raises: CaseProblem when the text names a linked person, a number of his, or a nationality; when the case is not held; when there is a
    text and this officer has not the case, and the card of whom it is linked to, open on record.
    """
    require_neutral(said.text or "")
    if said.step == "closed":
        said = replace(said, may_say_not_done=_was_never_reopened(case))
    threads, sealed = sealed_for(followers("cases_threads", case, by), said)
    call("cases_tell", case, by, seen, said.step, said.sentence, said.go_to, said.text, threads, sealed)


def _was_never_reopened(case: UUID) -> bool:
    """ "Not done" may be said once."""
    with connection.cursor() as cursor:
        cursor.execute("select reopened_at is null from cases_case where id = %s", [case])
        row = cursor.fetchone()
    return bool(row and row[0])


def tell_by_itself(case: UUID, said: OfficeWord) -> None:
    """The same from the machine, in the worker: no words of anybody's, only a step and a day."""
    threads, sealed = sealed_for(followers("cases_followers", case), said)
    call("cases_tell_by_itself", case, said.step, threads, sealed)


def followers(function: str, *arguments: UUID) -> list[Follower]:
    return [Follower(thread, bytes(key)) for thread, key in rows_of(function, *arguments)]


def sealed_for(whom: Sequence[Follower], said: OfficeWord) -> tuple[list[UUID], list[bytes]]:
    """The threads, and for each of them the word, signed for it, that only it can open."""
    return [one.thread for one in whom], [sealed_word(said, thread=one.thread, reporter_key=one.reporter_key) for one in whom]


def sealed_word(said: OfficeWord, *, thread: UUID, reporter_key: bytes) -> bytes:
    """Raises: EnvironmentFault without the key that signs."""
    return seal(reporter_key, signed(said.to_bytes(), thread=thread, key=environment.key_from_file("SISADA_WORD_KEY_FILE")))
