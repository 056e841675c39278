"""Direct findings: reported on the spot, answered by a superior in turn, followed by an urgent order in time or late.

Source: Permenimipas 2/2025 art. 30 (report, approval, then data; the order the same day or at most one day later)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg.rows import class_row

from sisada.inside.orders.refusals import call

PAGE = 25


class State(StrEnum):
    WAITING = "waiting"  # for a superior's answer
    LAPSED = "lapsed"  # nobody answered in its time
    REFUSED = "refused"
    ORDER_DUE = "order-due"  # approved; the urgent order is to come
    ORDER_LATE = "order-late"  # its clock has run out, and there is no order yet
    ORDERED = "ordered"
    ORDERED_LATE = "ordered-late"


OPEN = (State.WAITING, State.ORDER_DUE, State.ORDER_LATE)  # somebody must still do something


@dataclass(frozen=True)
class FindingRow:
    """A direct finding with what became of it; each of the later fields None until it happened."""

    id: UUID
    officer: UUID
    letter: str
    sentence: str
    place: str
    reported_at: datetime
    answer_until: datetime
    approved: bool | None
    answered_by: UUID | None
    capacity: str | None
    answered_at: datetime | None
    order_due_at: datetime | None  # None also when it was refused
    order: UUID | None  # drawn up, perhaps not yet signed
    order_number: str | None
    ordered_at: datetime | None

    def state(self, at: datetime) -> State:
        """What the finding is at an instant. An order signed at the very instant it is due is in time."""
        if self.approved is None:
            return State.WAITING if at < self.answer_until else State.LAPSED
        if self.order_due_at is None:
            return State.REFUSED
        if self.ordered_at is not None:
            return State.ORDERED if self.ordered_at <= self.order_due_at else State.ORDERED_LATE
        return State.ORDER_DUE if at <= self.order_due_at else State.ORDER_LATE


# `at`: an order that waits for a signature counts only while its window lasts.
ROWS = """
select finding.id, finding.officer, finding.letter, finding.sentence, finding.place, finding.reported_at, finding.answer_until,
    answer.approved, answer.answered_by, answer.capacity, answer.answered_at, answer.order_due_at,
    followed.id as "order", followed.number as order_number, followed.approved_at as ordered_at
from orders_finding as finding
left join orders_finding_answer as answer on answer.finding = finding.id
left join lateral (
    select drawn.id, approval.number, approval.approved_at
    from orders_order as drawn left join orders_approval as approval on approval."order" = drawn.id
    where drawn.finding = finding.id
      and (approval.number is not null
        or drawn.valid_until > %(at)s
          and not exists (select from orders_refusal as refusal where refusal."order" = drawn.id)
          and not exists (select from orders_cancellation as cancellation where cancellation."order" = drawn.id))
    order by approval.approved_at, drawn.drawn_at desc limit 1) as followed on true
"""
STILL_OPEN = "(answer.finding is null and finding.answer_until > %(at)s or answer.approved and followed.approved_at is null)"
MINE = "finding.officer = %(officer)s"
OLDER = "(finding.reported_at, finding.id) < (select last.reported_at, last.id from orders_finding as last where last.id = %(after)s)"


@dataclass(frozen=True)
class FindingPlace:
    """Which finding, in the fewest words: neither who found nor what."""

    id: UUID
    place: str
    reported_at: datetime


def places_of(ids: list[UUID]) -> list[FindingPlace]:
    """Those of these that exist, in no order."""
    if not ids:
        return []
    with connection.cursor() as cursor:
        cursor.cursor.row_factory = class_row(FindingPlace)
        cursor.execute("select id, place, reported_at from orders_finding where id = any(%s)", [ids])
        return list(cursor.fetchall())


def newest_of(officer: UUID, *, at: datetime, after: UUID | None = None) -> list[FindingRow]:
    """One page of an officer's own findings, newest first; `after` is the last one of the page before."""
    return _rows([MINE, *([OLDER] if after else [])], {"officer": officer, "at": at, "after": after})


def newest_of_all(*, at: datetime, after: UUID | None = None) -> list[FindingRow]:
    """The same of everybody's."""
    return _rows([OLDER] if after else [], {"at": at, "after": after})


def newest_open(*, at: datetime, after: UUID | None = None) -> list[FindingRow]:
    """The same of those for which somebody must still do something."""
    return _rows([STILL_OPEN, *([OLDER] if after else [])], {"at": at, "after": after})


def one(finding: UUID, *, at: datetime) -> FindingRow | None:
    """None: there is no such finding."""
    found = _rows(["finding.id = %(finding)s"], {"finding": finding, "at": at})
    return found[0] if found else None


def _rows(conditions: list[str], values: dict[str, Any]) -> list[FindingRow]:
    where = f"where {' and '.join(conditions)}" if conditions else ""
    with connection.cursor() as cursor:
        cursor.cursor.row_factory = class_row(FindingRow)
        cursor.execute(f"{ROWS} {where} order by finding.reported_at desc, finding.id desc limit {PAGE}", values)
        return list(cursor.fetchall())


def report(officer: UUID, device: UUID, *, letter: str, sentence: str, place: str) -> UUID:
    """Report what was found; superiors are told in turn. Raises: OrderProblem when there is nobody to ask."""
    return UUID(str(call("orders_report_finding", officer, device, letter, sentence, place)))


def answer(finding: UUID, *, by: UUID, approve: bool) -> None:
    """Raises: OrderProblem when somebody answered before, its time is over, or the answerer is not a superior."""
    call("orders_answer_finding", finding, by, approve)
