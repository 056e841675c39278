"""Surat perintah: drawn up by one, approved by another, in force as a ground. What became of an order is read here in one query."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from django.db import connection
from psycopg.rows import class_row

from sisada.inside.orders.refusals import call, call_with_row

PAGE = 25


class State(StrEnum):
    WAITING = "waiting"  # drawn up, not yet approved
    COMING = "coming"
    IN_FORCE = "in-force"
    OVER = "over"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"  # its window passed before anybody approved


@dataclass(frozen=True)
class Draft:
    """An order as somebody draws it up. `persons` empty: whomever the officers meet in the areas."""

    office_code: str
    purpose: str
    officers: tuple[UUID, ...]
    area_codes: tuple[str, ...]
    place: str
    valid_from: datetime
    valid_until: datetime
    drawn_by: UUID
    persons: tuple[UUID, ...] = ()
    finding: UUID | None = None  # the direct finding it follows; None: none


@dataclass(frozen=True)
class OrderRow:
    """One order with what became of it; each of the later fields None until it happened."""

    id: UUID
    purpose: str
    officers: list[UUID]
    area_codes: list[str]
    place: str
    persons_named: int  # 0: whomever the officers meet in the areas
    finding: UUID | None  # the direct finding it follows; None: none
    valid_from: datetime
    valid_until: datetime
    drawn_by: UUID
    drawn_at: datetime
    number: str | None
    approver: UUID | None
    capacity: str | None
    approved_at: datetime | None
    refused_by: UUID | None
    refused_why: str | None
    cancelled_by: UUID | None
    cancelled_why: str | None

    def state(self, at: datetime) -> State:
        """What the order is at an instant."""
        if self.refused_by:
            return State.REFUSED
        if self.cancelled_by:
            return State.CANCELLED
        if self.number is None:
            return State.WAITING if at < self.valid_until else State.LAPSED
        if at < self.valid_from:
            return State.COMING
        return State.IN_FORCE if at < self.valid_until else State.OVER


ROWS = """
select drawn.id, drawn.purpose, drawn.officers, drawn.area_codes, drawn.place, drawn.persons_named, drawn.finding,
    drawn.valid_from, drawn.valid_until, drawn.drawn_by, drawn.drawn_at,
    approval.number, approval.approver, approval.capacity, approval.approved_at, refusal.refused_by, refusal.why as refused_why,
    cancellation.cancelled_by, cancellation.why as cancelled_why
from orders_order as drawn
left join orders_approval as approval on approval."order" = drawn.id
left join orders_refusal as refusal on refusal."order" = drawn.id
left join orders_cancellation as cancellation on cancellation."order" = drawn.id
"""

OLDER = "where (drawn.drawn_at, drawn.id) < (select last.drawn_at, last.id from orders_order as last where last.id = %s)"


@dataclass(frozen=True)
class OrderPlace:
    """Which order, in the fewest words: no person among them."""

    id: UUID
    number: str | None  # None: not signed yet
    place: str


PLACES = """
select drawn.id, approval.number, drawn.place
from orders_order as drawn left join orders_approval as approval on approval."order" = drawn.id
where drawn.id = any(%s)
"""


def places_of(ids: list[UUID]) -> list[OrderPlace]:
    """Those of these that exist, in no order."""
    if not ids:
        return []
    with connection.cursor() as cursor:
        cursor.cursor.row_factory = class_row(OrderPlace)
        cursor.execute(PLACES, [ids])
        return list(cursor.fetchall())


def newest(*, after: UUID | None = None) -> list[OrderRow]:
    """One page of all orders, newest first; `after` is the last one of the page before."""
    return _rows(f"{ROWS} {OLDER if after else ''} order by drawn.drawn_at desc, drawn.id desc limit {PAGE}", [after] if after else [])


def one(order: UUID) -> OrderRow | None:
    """None: there is no such order."""
    found = _rows(f"{ROWS} where drawn.id = %s", [order])
    return found[0] if found else None


def _rows(statement: str, parameters: list[Any]) -> list[OrderRow]:
    with connection.cursor() as cursor:
        cursor.cursor.row_factory = class_row(OrderRow)
        cursor.execute(statement, parameters)
        return list(cursor.fetchall())


def draw_up(draft: Draft) -> UUID:
    """Returns its id. Raises: OrderProblem when the drawer or a named officer holds no fitting role today, or the window does not fit."""
    made = uuid4()
    row = {**asdict(draft), "id": made, "persons": list(draft.persons) or None}
    call_with_row("orders_draw_up", "orders_order", json.dumps(row, default=str))
    return made


def approve(order: UUID, *, by: UUID) -> str:
    """Sign it; returns its number. Raises: OrderProblem."""
    return str(call("orders_approve", order, by))


def refuse(order: UUID, *, by: UUID, why: str) -> None:
    """Send it back with a reason. Raises: OrderProblem."""
    call("orders_refuse", order, by, why)


def cancel(order: UUID, *, by: UUID, why: str) -> None:
    """End it before its time, or take back a draft; the looks under it end too. Raises: OrderProblem."""
    call("orders_cancel", order, by, why)
