"""By when a case needs its next answer, in words and with the mark of time: past, today, or later."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from sisada.inside.cases.case_words import OUTCOMES, STATES, span, weekday

A_MOMENT = timedelta(seconds=1)  # a promise for a day ends at the midnight after it
SOON = timedelta(hours=8)  # less than a working day: the promise is shown by the clock


@dataclass(frozen=True)
class PromiseWords:
    text: str
    mark: str  # a status mark, or "" where there is time
    soft: str = ""  # the class of a row or pill: over, soon, or ""


class Promised(Protocol):
    @property
    def state(self) -> str: ...
    @property
    def promised_at(self) -> datetime | None: ...
    @property
    def first_answered_at(self) -> datetime | None: ...
    @property
    def closed_at(self) -> datetime | None: ...
    @property
    def outcome(self) -> str | None: ...


def promise(case: Promised, now: datetime) -> PromiseWords:
    """What stands with a case in the queue and on its page."""
    if case.closed_at is not None:
        return PromiseWords(_("{outcome} · {day}").format(outcome=OUTCOMES[case.outcome or "answered"], day=_day(case.closed_at)), "")
    if case.promised_at is None:
        return PromiseWords(str(STATES[case.state]), "")
    left = case.promised_at - now
    if left <= timedelta():
        return PromiseWords(_("Lewat janji {span}").format(span=span(-left)), "lewat-izin", "over")
    if left < SOON:
        return PromiseWords(_("Sisa {span}").format(span=span(left)), "segera-habis", "soon")
    words = _("Telaah paling lambat {day}") if case.first_answered_at is None else _("Putuskan paling lambat {day}")
    return PromiseWords(words.format(day=_day(case.promised_at - A_MOMENT)), "")


def _day(at: datetime) -> str:
    return weekday(localtime(at).date())
