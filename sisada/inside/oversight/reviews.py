"""Tinjauan: what waits for review, what was found, and the figures of both. None of it names a foreign national."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from django.db import DatabaseError, connection, transaction
from django.utils.translation import gettext_lazy as _
from psycopg.rows import class_row

from sisada.foundation.problems import Problem
from sisada.inside.audit.looks import refusal_code

PAGE = 50
Row = TypeVar("Row")


class Outcome(StrEnum):
    JUSTIFIED = "justified"
    UNCLEAR = "unclear"  # to be asked: the officer could not yet say why
    MISUSE = "misuse"


SENTENCES = {
    "oversight.not-for-this-role": _("Hanya pengawas privasi yang meninjau. Peran Anda hari ini bukan itu."),
    "oversight.not-there": _("Jejak ini tidak ada, atau milik Anda sendiri. Jejak sendiri ditinjau pengawas lain."),
}


class ReviewRefused(Problem):
    status = 403

    def __init__(self, code: str) -> None:
        super().__init__(SENTENCES[code], next_url="/audit/tinjauan/", next_words=_("Kembali ke Tinjauan"))
        self.code = code


@dataclass(frozen=True)
class Case:
    """What waits for review, by an id of its own: a look's would open what the look opens.
    `officer_name` None: the account is gone."""

    id: UUID
    drawn_at: datetime
    why: str  # random, finding, decoy, unused-finding
    begun_at: datetime
    purpose: str  # empty: nobody looked
    officer_name: str | None
    ground_kind: str
    reference: str


@dataclass(frozen=True)
class Meant:
    id: UUID | None


@dataclass(frozen=True)
class LeftToOthers:
    """How much waits that is one's own doing, and whether anybody else may review it today."""

    waiting: int
    somebody: bool


@dataclass(frozen=True)
class Figures:
    """Looks since an instant, what waits, decoys opened and not reviewed; reviews since another instant by outcome."""

    looks: int
    waiting: int
    decoys: int
    justified: int
    unclear: int
    misuse: int


def queue(supervisor: UUID, *, after: UUID | None) -> list[Case]:
    """What waits, oldest first, at most `PAGE`, without the supervisor's own doing. `after`: the last of the page before.

    Raises: ReviewRefused."""
    return _rows("select * from oversight_queue(%s, %s)", [supervisor, after], Case)


def left_to_others(supervisor: UUID) -> LeftToOthers:
    return _rows("select * from oversight_left_to_others(%s)", [supervisor], LeftToOthers)[0]


def figures(*, looks_since: datetime, reviews_since: datetime) -> Figures:
    return _rows("select * from oversight_figures(%s, %s)", [looks_since, reviews_since], Figures)[0]


def review(case: UUID, *, reviewer: UUID, outcome: Outcome, remark: str) -> None:
    """Put on record what was found about a case, or a look that is over; whatever waited about it ends. A later review counts
    instead.

    Raises: ReviewRefused when it is the reviewer's own, or his role is another today."""
    _rows("select oversight_review_look(%s, %s, %s, %s)", [case, reviewer, outcome, remark], dict)


def finding_of(case: UUID, *, reader: UUID) -> UUID | None:
    """The direct finding that nobody used, whose case this is. None: the case is about a look, or there is none. Raises: ReviewRefused."""
    return _rows("select oversight_finding_meant(%s, %s) as id", [reader, case], Meant)[0].id


def review_finding(case: UUID, *, reviewer: UUID, outcome: Outcome, remark: str) -> None:
    """As `review`, about a direct finding that nobody used.

    Raises: ReviewRefused also when the reviewer reported or approved it."""
    _rows("select oversight_review_finding(%s, %s, %s, %s)", [case, reviewer, outcome, remark], dict)


def _rows(statement: str, parameters: list[Any], shape: type[Row]) -> list[Row]:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.cursor.row_factory = class_row(shape)
            cursor.execute(statement, parameters)
            rows: list[Row] = cursor.fetchall()
            return rows
    except DatabaseError as error:
        if code := refusal_code(error):
            raise ReviewRefused(code) from None
        raise
