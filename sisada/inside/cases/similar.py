"""Which other cases may be the same thing: by what, where and when, and by nothing else. Nobody's name, nationality or words are looked
at."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sisada.inside.audit.looks import Look
from sisada.inside.cases.reading import CaseRow
from sisada.inside.lookup.find import read as read_under

ENOUGH = 40  # points, of 100
NEAR_M, FAR_M = 100, 2000
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Facts:
    """All that two cases are compared by."""

    category: str | None
    kelurahan: str | None
    received_at: datetime


@dataclass(frozen=True)
class Near:
    id: UUID
    number: str
    category: str | None
    kelurahan: str | None
    received_at: datetime
    state: str
    metres: float | None  # None: one of the two has no pin


@dataclass(frozen=True)
class Similar:
    id: UUID
    number: str
    state: str
    received_at: datetime
    metres: float | None
    points: int  # of 100


def points(one: Facts, other: Facts, *, metres: float | None) -> int:
    """How much speaks for the same thing: up to 50 for the place, 30 for the time, 20 for the kind of thing. Symmetric."""
    return _place(one, other, metres) + _time(one, other) + _category(one, other)


def _place(one: Facts, other: Facts, metres: float | None) -> int:
    """A pin says more than a kelurahan: two pins far apart in one kelurahan are two places."""
    if metres is not None:
        return 50 if metres <= NEAR_M else max(0, round(40 * (FAR_M - metres) / (FAR_M - NEAR_M)))
    return 20 if one.kelurahan is not None and one.kelurahan == other.kelurahan else 0


def _time(one: Facts, other: Facts) -> int:
    apart = abs(one.received_at - other.received_at) / A_DAY
    return max(0, round(30 * (1 - apart / 30)))


def _category(one: Facts, other: Facts) -> int:
    return 20 if one.category is not None and one.category == other.category else 0


def similar_to(look: Look, case: CaseRow) -> list[Similar]:
    """The ten most similar to the case that this look names and that was read under it, best first. Raises: LookRefused."""
    facts = Facts(case.category, case.kelurahan, case.received_at)
    near = read_under("select id, number, category, kelurahan, received_at, state, metres from cases_near(%s, %s)", look, Near)
    scored = [
        _scored(other, points(facts, Facts(other.category, other.kelurahan, other.received_at), metres=other.metres)) for other in near
    ]
    enough = [one for one in scored if one.points >= ENOUGH]
    return sorted(enough, key=lambda one: (-one.points, one.received_at, one.id))[:10]


def _scored(other: Near, score: int) -> Similar:
    return Similar(other.id, other.number, other.state, other.received_at, other.metres, score)
