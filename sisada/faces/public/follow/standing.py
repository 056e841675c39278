"""Where a report stands, from what its thread holds. Pure: no clock, no database, no HTTP."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from sisada.foundation.letter import Letter, OfficeWord
from sisada.outside.letterbox.promises import Promise
from sisada.outside.letterbox.thread import Entry


class Stage(StrEnum):
    """The four steps that everybody is shown. `not_ours` ends at the last one with other words."""

    RECEIVED = "received"
    REVIEWING = "reviewing"
    ACTING = "acting"
    CLOSED = "closed"


STAGES: Final = tuple(Stage)
STAGE_OF: Final = {
    "received": Stage.RECEIVED,
    "reviewing": Stage.REVIEWING,
    "waiting_reporter": Stage.REVIEWING,
    "acting": Stage.ACTING,
    "closed": Stage.CLOSED,
    "not_ours": Stage.CLOSED,
}


@dataclass(frozen=True)
class Standing:
    stage: Stage
    since: datetime  # when that stage was reached
    waits_for_reporter: bool  # the office has asked, and its clock stands still
    not_ours: bool
    first_answer_on: date | None  # None: the office has answered already
    outcome_on: date | None  # None: it is closed, or waits for the reporter
    may_say_not_done: bool


def standing(entries: Sequence[Entry], *, received_at: datetime, promise: Promise) -> Standing:
    """The last word that names a stage decides; promises are those made on receipt until the office moves them."""
    stage, since, told = Stage.RECEIVED, received_at, None
    for word in office_words(entries):
        if word.step in STAGE_OF:
            stage, told = STAGE_OF[word.step], word
            since = received_at if stage is Stage.RECEIVED else word.at
    waits, closed = waits_for_reporter(entries), stage is Stage.CLOSED
    return Standing(
        stage=stage,
        since=since,
        waits_for_reporter=waits,
        not_ours=told is not None and told.step == "not_ours",
        first_answer_on=None if has_answered(entries) else promise.first_answer_on,
        outcome_on=None if waits or closed else outcome_on(entries, promise.outcome_on),
        may_say_not_done=closed and told is not None and told.may_say_not_done and not said_not_done(entries),
    )


def waits_for_reporter(entries: Sequence[Entry]) -> bool:
    """Whether the office's last question is still open: nothing that names a stage and nothing of the reporter's came after it."""
    steps = [entry.words.step if isinstance(entry.words, OfficeWord) else "reporter" for entry in entries]
    telling = [step for step in steps if step in STAGE_OF or step == "reporter"]
    return bool(telling) and telling[-1] == "waiting_reporter"


def office_words(entries: Sequence[Entry]) -> list[OfficeWord]:
    return [entry.words for entry in entries if isinstance(entry.words, OfficeWord)]


def has_answered(entries: Sequence[Entry]) -> bool:
    """Whether the office has said more than that it has the letter, or until when it will answer."""
    return any(word.step not in ("received", "promise_moved") for word in office_words(entries))


def outcome_on(entries: Sequence[Entry], promised: date) -> date:
    """The day that the office named last. What it says on receipt is the day of its first answer, which is no outcome."""
    said = [word.promised_on for word in office_words(entries) if word.promised_on and word.step != "received"]
    return said[-1] if said else promised


def said_not_done(entries: Sequence[Entry]) -> bool:
    return any(isinstance(entry.words, Letter) and entry.words.kind == "not_done" for entry in entries)
