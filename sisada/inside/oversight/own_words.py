"""Jejak saya in words: what one looked at and what one was refused, in the order of time."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import ngettext

from sisada.inside.audit.looks import Purpose
from sisada.inside.oversight.own_looks import OwnLook, OwnRefusal
from sisada.inside.oversight.refused_words import reason
from sisada.inside.oversight.trail_words import ground_words, moment, purpose_words

NEWEST = 50


@dataclass(frozen=True)
class OwnRow:
    """`refused`: why one saw nothing; empty: it was a look."""

    at: datetime
    when: str
    purpose: str
    line: str
    refused: str


def own_rows(looks: list[OwnLook], refusals: list[OwnRefusal]) -> list[OwnRow]:
    """The newest of both, newest first."""
    rows = [OwnRow(one.begun_at, moment(one.begun_at), purpose_words(one.purpose), _line(one), "") for one in looks]
    rows += [OwnRow(one.refused_at, moment(one.refused_at), purpose_words(one.purpose), _asked(one), reason(one.code)) for one in refusals]
    return sorted(rows, key=lambda row: row.at, reverse=True)[:NEWEST]


def _line(look: OwnLook) -> str:
    """How many people it showed, on which ground, on which device. A trail by officer or time shows nobody in particular."""
    ground = ground_words(look.ground_kind, look.reference)
    shown = ngettext("{count} orang tampil", "{count} orang tampil", look.shown).format(count=look.shown)
    return " · ".join(filter(None, ["" if look.purpose == Purpose.TRAIL and not look.shown else shown, ground, look.device]))


def _asked(refusal: OwnRefusal) -> str:
    ground = ground_words(refusal.ground_kind, refusal.reference) if refusal.ground_kind else ""
    return " · ".join(filter(None, [ground, refusal.device]))
