"""What an officer may know of himself: his own looks, and who looked at them. Nobody's name but a colleague's stands in it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db import connection
from psycopg.rows import class_row

from sisada.inside.accounts.roles import OfficerId

Row = TypeVar("Row")


@dataclass(frozen=True)
class OwnLook:
    """`shown`: how many people it disclosed. `device` None: the device's row is gone."""

    begun_at: datetime
    purpose: str
    ground_kind: str
    reference: str
    shown: int
    device: str | None


@dataclass(frozen=True)
class OwnRefusal:
    """What he asked for and did not get. `ground_kind` None: no ground was chosen."""

    refused_at: datetime
    purpose: str
    ground_kind: str | None
    reference: str | None
    device: str | None
    code: str


@dataclass(frozen=True)
class LookedAt:
    """`what`: by what the supervisor asked (trail: by officer, look, person, code, ground, time), or review. `outcome` None: nothing
    was decided. `ground_kind` None: a review needs none."""

    seen_at: datetime
    seen_by: str
    what: str
    outcome: str | None
    ground_kind: str | None


def own_looks(officer: OfficerId) -> list[OwnLook]:
    """His newest 50."""
    return _rows("select * from oversight_own_looks(%s)", officer, OwnLook)


def own_refusals(officer: OfficerId) -> list[OwnRefusal]:
    """The newest 50 times that he was refused."""
    return _rows("select * from oversight_own_refusals(%s)", officer, OwnRefusal)


def looks_at(officer: OfficerId) -> list[LookedAt]:
    """The newest 50 times that a supervisor looked at his."""
    return _rows("select * from oversight_looks_at_officer(%s)", officer, LookedAt)


def _rows(statement: str, officer: OfficerId, shape: type[Row]) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.cursor.row_factory = class_row(shape)
        cursor.execute(statement, [officer])
        rows: list[Row] = cursor.fetchall()
        return rows
