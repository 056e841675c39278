"""An office at work on its orders: who draws up, who signs, and a clock that a test moves by moving the rows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from hypothesis import HealthCheck, settings

from sisada.foundation.clock import now
from sisada.inside.orders import findings, orders
from sisada.inside.orders.orders import Draft
from sisada.inside.orders.refusals import OrderProblem
from tests.cast import PANCORAN, Cast, Colleague
from tests.office_role import as_office

HOUR = timedelta(hours=1)
# The same sequences each time: a database stands behind them, and a failure must be seen again.
LIFE = settings(
    max_examples=60,
    stateful_step_count=12,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@dataclass
class Desk:
    """Acts with the office face's rights, and moves time with the owner's."""

    cast: Cast

    def draft(self, by: Colleague, **changes: object) -> Draft:
        """From an hour hence, for four hours, in Pancoran, for Sari."""
        begins = now() + HOUR
        usual = Draft(
            office_code="JKS",
            purpose="Pengawasan rutin",
            officers=(self.cast.sari.id,),
            area_codes=(PANCORAN,),
            place="Pancoran",
            valid_from=begins,
            valid_until=begins + 4 * HOUR,
            drawn_by=by.id,
        )
        return replace(usual, **changes)  # type: ignore[arg-type]  # a test names the fields that it changes

    def draw_up(self, by: Colleague, **changes: object) -> UUID:
        with as_office():
            return orders.draw_up(self.draft(by, **changes))

    def report(self, by: Colleague) -> UUID:
        with as_office():
            return findings.report(by.id, by.device, letter="c", sentence="Bekerja di warung", place="Rawajati")

    def answer(self, finding: UUID, by: Colleague, *, approve: bool = True) -> None:
        with as_office():
            findings.answer(finding, by=by.id, approve=approve)

    def approve(self, order: UUID, by: Colleague) -> str:
        with as_office():
            return orders.approve(order, by=by.id)

    def refuse(self, order: UUID, by: Colleague) -> None:
        with as_office():
            orders.refuse(order, by=by.id, why="belum jelas")

    def cancel(self, order: UUID, by: Colleague) -> None:
        with as_office():
            orders.cancel(order, by=by.id, why="keadaan berubah")

    def finding(self, finding: UUID, at: datetime | None = None) -> findings.FindingRow:
        with as_office():
            row = findings.one(finding, at=at or now())
        assert row
        return row

    def order(self, order: UUID) -> orders.OrderRow:
        with as_office():
            row = orders.one(order)
        assert row
        return row

    def pass_time(self, span: timedelta, *, of: UUID) -> None:
        """So much time goes by for one order or finding: whatever is known of it happened that much earlier."""
        with connection.cursor() as cursor:
            for table, columns, key in MOVED:
                moved = ", ".join(f"{column} = {column} - make_interval(secs => %s)" for column in columns)
                cursor.execute(f"update {table} set {moved} where {key} = %s", [*[span.total_seconds()] * len(columns), of])


MOVED = (
    ("orders_order", ("valid_from", "valid_until", "drawn_at"), "id"),
    ("orders_finding", ("reported_at", "answer_until"), "id"),
    ("orders_finding_answer", ("answered_at", "order_due_at"), "finding"),
    ("audit_ground", ("valid_from", "valid_until"), "id"),
    ("waiting_notice", ("visible_from", "visible_until"), "subject"),
)


@pytest.fixture
def desk(db: None, cast: Cast) -> Desk:
    """For this test the cast alone works here, and nobody is on the rota: what other tests left would be asked too."""
    with connection.cursor() as cursor:
        cursor.execute("update sign_in_user set is_active = (id = any (%s))", [[one.id for one in cast.everybody()]])
        cursor.execute("delete from orders_rota_end")
        cursor.execute("delete from orders_rota")
    return Desk(cast)


def refusal(act: Callable[[], object]) -> str | None:
    """The code with which the database refused, or None where it did not."""
    try:
        act()
    except OrderProblem as problem:
        return problem.code
    return None
