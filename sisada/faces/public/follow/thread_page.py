"""The page that a code opens: how far the report is, everything that was said, and a form to write back."""

from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise as Words
from django.utils.translation import gettext_lazy as _

from sisada.faces.public.follow.standing import STAGES, Stage, Standing, standing
from sisada.foundation.letter import Letter
from sisada.outside.letterbox import promises
from sisada.outside.letterbox.thread import Thread

STAGE_WORDS: dict[Stage, Words] = {
    Stage.RECEIVED: _("Diterima"),
    Stage.REVIEWING: _("Ditelaah"),
    Stage.ACTING: _("Ditindaklanjuti"),
    Stage.CLOSED: _("Selesai"),
}


def shown(thread: Thread) -> dict[str, Any]:
    stands = standing_of(thread)
    return {"thread": thread, "kind": kind_of(thread), "standing": stands, "stages": stages(stands, received_at=thread.received_at)}


def may_say_not_done(thread: Thread) -> bool:
    return standing_of(thread).may_say_not_done


def kind_of(thread: Thread) -> str:
    """Of the letter that began it. A report taken down at the desk may have left no words of its reporter here: then an activity."""
    own = (entry.words.kind for entry in thread.entries if isinstance(entry.words, Letter))
    return next(own, "activity")


def standing_of(thread: Thread) -> Standing:
    closed_days = promises.closed_days_after(thread.received_at)
    promise = promises.promise_of(kind_of(thread), thread.received_at, closed_days=closed_days)
    return standing(thread.entries, received_at=thread.received_at, promise=promise)


def stages(stands: Standing, *, received_at: datetime) -> list[dict[str, Any]]:
    """The four steps, each done, present or to come, with its date or its promise. What was only received waits for its review."""
    reached, closed = STAGES.index(stands.stage), stands.stage is Stage.CLOSED
    present = len(STAGES) if closed else max(reached, 1)
    return [
        {
            "words": _("Bukan kewenangan kami") if stage is Stage.CLOSED and stands.not_ours else STAGE_WORDS[stage],
            "state": "done" if place < present else "now" if place == present else "later",
            "at": received_at if place == 0 else stands.since if place == reached else None,
            "by": promised_for(stage, stands) if place > reached else None,
        }
        for place, stage in enumerate(STAGES)
    ]


def promised_for(stage: Stage, stands: Standing) -> date | None:
    """Until when a step to come is promised. None: nothing is promised for it."""
    return {Stage.REVIEWING: stands.first_answer_on, Stage.CLOSED: stands.outcome_on}.get(stage)
