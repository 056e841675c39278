"""Who answers direct findings, on which days, in which turn. Rows are added and taken back, never edited."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from psycopg.rows import class_row

from sisada.inside.orders.refusals import call

MOST_TURNS = 9


@dataclass(frozen=True)
class Turn:
    id: UUID
    officer: UUID
    turn: int
    valid_from: date
    valid_until: date
    set_by: UUID


ROWS = """
select rota.id, rota.officer, rota.turn, rota.valid_from, rota.valid_until, rota.set_by
from orders_rota as rota
where rota.valid_until >= %s and not exists (select from orders_rota_end as ended where ended.rota = rota.id)
order by rota.valid_from, rota.turn, rota.id limit 100
"""


def turns_from(day: date) -> list[Turn]:
    """What counts on that day or later, by day and turn; at most 100."""
    with connection.cursor() as cursor:
        cursor.cursor.row_factory = class_row(Turn)
        cursor.execute(ROWS, [day])
        return list(cursor.fetchall())


def put_on(officer: UUID, *, turn: int, first_day: date, last_day: date, by: UUID) -> None:
    """Both days count. Raises: OrderProblem when the first is over, or one of the two people is no superior."""
    call("orders_put_on_rota", officer, turn, first_day, last_day, by)


def take_off(row: UUID, *, by: UUID) -> None:
    """Raises: OrderProblem when whoever asks is no superior."""
    call("orders_take_off_rota", row, by)
