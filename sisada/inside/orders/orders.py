"""Surat perintah: drawn up by one, approved by another, in force as a ground. What became of an order is read here in one query."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from django.db import DatabaseError, connection
from django.utils.translation import gettext_lazy as _
from psycopg.rows import class_row

from sisada.foundation.problems import Problem
from sisada.inside.audit.looks import refusal_code

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


class OrderProblem(Problem):
    """The database refused: the code says why, the sentence what to do."""

    status = 409

    def __init__(self, code: str) -> None:
        super().__init__(SENTENCES.get(code, SENTENCES["orders.already-answered"]), next_url="/surat-perintah/", next_words=_("Ke daftar surat perintah"))
        self.code = code


SENTENCES = {
    "orders.not-for-this-role": _("Peran Anda hari ini tidak boleh melakukan ini. Minta atasan atau kepala kantor."),
    "orders.officer-without-role": _("Salah satu petugas yang disebut tidak bertugas hari ini. Periksa daftar petugas."),
    "orders.already-answered": _("Surat perintah atau temuan ini sudah dijawab. Muat ulang untuk melihat hasilnya."),
    "orders.own-order": _("Yang menyusun tidak boleh menyetujui. Minta orang lain yang berwenang."),
    "orders.window-over": _("Waktu surat perintah ini sudah lewat. Susun yang baru."),
    "orders.nobody-to-ask": _("Tidak ada atasan yang dapat ditanyai sekarang. Hubungi kepala kantor lewat telepon."),
}

ROWS = """
select drawn.id, drawn.purpose, drawn.officers, drawn.area_codes, drawn.place, drawn.valid_from, drawn.valid_until, drawn.drawn_by, drawn.drawn_at,
    approval.number, approval.approver, approval.capacity, approval.approved_at, refusal.refused_by, refusal.why as refused_why,
    cancellation.cancelled_by, cancellation.why as cancelled_why
from orders_order as drawn
left join orders_approval as approval on approval."order" = drawn.id
left join orders_refusal as refusal on refusal."order" = drawn.id
left join orders_cancellation as cancellation on cancellation."order" = drawn.id
"""


def newest(*, after: UUID | None = None) -> list[OrderRow]:
    """One page of all orders, newest first; `after` is the last one of the page before."""
    later = "where (drawn.drawn_at, drawn.id) < (select last.drawn_at, last.id from orders_order as last where last.id = %s)" if after else ""
    return _rows(f"{ROWS} {later} order by drawn.drawn_at desc, drawn.id desc limit {PAGE}", [after] if after else [])


def one(order: UUID) -> OrderRow | None:
    """None: there is no such order."""
    found = _rows(f"{ROWS} where drawn.id = %s", [order])
    return found[0] if found else None


def _rows(statement: str, parameters: list[Any]) -> list[OrderRow]:
    with connection.cursor() as cursor:
        cursor.cursor.row_factory = class_row(OrderRow)
        cursor.execute(statement, parameters)
        return cursor.fetchall()


def draw_up(draft: Draft) -> UUID:
    """Raises: OrderProblem when the drawer or a named officer holds no fitting role today."""
    row = {**asdict(draft), "id": uuid4(), "persons": list(draft.persons) or None}
    call("select orders_draw_up(jsonb_populate_record(null::orders_order, %s))", [json.dumps(row, default=str)])
    return row["id"]


def approve(order: UUID, *, by: UUID) -> str:
    """Sign it; returns its number. Raises: OrderProblem."""
    return str(call("select orders_approve(%s, %s)", [order, by]))


def refuse(order: UUID, *, by: UUID, why: str) -> None:
    call("select orders_refuse(%s, %s, %s)", [order, by, why])


def cancel(order: UUID, *, by: UUID, why: str) -> None:
    call("select orders_cancel(%s, %s, %s)", [order, by, why])


def call(statement: str, parameters: Sequence[Any]) -> Any:
    """One of the functions that write; its refusal becomes a Problem with a sentence."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            row = cursor.fetchone()
            return row[0] if row else None
    except DatabaseError as error:
        if code := refusal_code(error):
            raise OrderProblem(code) from None
        raise
