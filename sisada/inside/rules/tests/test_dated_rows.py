"""Which row counts on a day: one table of cases for SQL (`rules_value`) and Python (`in_force`)."""

import uuid
from datetime import date, timedelta

import psycopg
import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from sisada.foundation.clock import office_today
from sisada.inside.rules import read
from sisada.inside.rules.dated_rows import in_force
from sisada.inside.rules.read import NoRuleInForce
from sisada.inside.rules.tests.setting import NAME, Written, empty, write

pytestmark = pytest.mark.django_db
FIRST, NEXT = date(2027, 1, 1), date(2027, 3, 1)
DAY = timedelta(days=1)
SETTER, OTHER = uuid.uuid4(), uuid.uuid4()
OLD, NEW = Written(value=10, valid_from=FIRST), Written(value=15, valid_from=NEXT)
CASES = {
    "before the first row nothing holds": ([OLD], FIRST - DAY, None),
    "a row holds from its first day": ([OLD], FIRST, 10),
    "an old row holds to the day before the new one": ([OLD, NEW], NEXT - DAY, 10),
    "the one that began last counts": ([OLD, NEW], NEXT, 15),
    "the order of writing says nothing": ([NEW, OLD], NEXT, 15),
    "a last day counts": ([Written(value=5, valid_from=FIRST, valid_until=NEXT)], NEXT, 5),
    "after its last day a row is over": ([Written(value=5, valid_from=FIRST, valid_until=NEXT)], NEXT + DAY, None),
    "after a row for a while the older one holds again": ([OLD, Written(value=5, valid_from=NEXT, valid_until=NEXT)], NEXT + DAY, 10),
    "of two that began together the later set counts": ([OLD, Written(value=11, valid_from=FIRST)], FIRST, 11),
    "the office's counts before the release's": ([Written(value=12, valid_from=FIRST, by=SETTER), OLD], FIRST, 12),
    "an unconfirmed row does not count": ([OLD, Written(value=15, valid_from=NEXT, needs_second=True, by=SETTER)], NEXT, 10),
    "a confirmed row counts": ([OLD, Written(value=15, valid_from=NEXT, needs_second=True, by=SETTER, second=OTHER)], NEXT, 15),
    "one person twice is not two": ([OLD, Written(value=15, valid_from=NEXT, needs_second=True, by=SETTER, second=SETTER)], NEXT, 10),
    "a withdrawn row does not count": ([OLD, Written(value=15, valid_from=NEXT, by=SETTER, withdrawn=True)], NEXT, 10),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_sql_and_python_agree_on_which_row_counts(case: str) -> None:
    rows, day, expected = CASES[case]
    empty()
    for row in rows:
        write(row)
    counting = in_force(read.rows(NAME), day)
    assert (counting.value if counting else None) == expected
    assert _by_sql(day) == expected
    if expected is not None:
        assert read.value(NAME, on=day) == expected


def _by_sql(day: date) -> int | None:
    with connection.cursor() as cursor:
        cursor.execute("select rules_value(%s, '', %s)::integer", [NAME, day])
        found: int | None = cursor.fetchone()[0]
        return found


def test_rows_about_different_things_stand_beside_each_other() -> None:
    today = office_today()
    assert [read.value("registry.ending-soon-days", about=kind, on=today) for kind in ("ITAS", "ITK")] == [30, 14]


def test_a_hole_in_the_table_is_an_error_not_a_limit_of_nothing() -> None:
    empty()
    with pytest.raises(NoRuleInForce):
        read.value(NAME, on=office_today())
    with pytest.raises(DatabaseError, match=r"rules\.none-in-force"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select rules_integer(%s)", [NAME])


def test_a_row_that_begins_tomorrow_does_not_hold_today() -> None:
    today = office_today()
    write(Written(value=33, valid_from=today + DAY))
    assert (read.value(NAME, on=today), read.value(NAME, on=today + DAY)) == (10, 33)
    with connection.cursor() as cursor:
        cursor.execute("select rules_integer(%s), rules_integer(%s, %s)", [NAME, NAME, today + DAY])
        assert cursor.fetchone() == (10, 33)


@pytest.mark.parametrize(("zone", "expected"), [("Pacific/Kiritimati", 14), ("Etc/GMT+12", -12)])
def test_the_databases_today_is_the_offices_not_utcs(zone: str, expected: int) -> None:
    """The two ends of the earth's day differ by a date at any instant."""
    with connection.cursor() as cursor:
        cursor.execute("update rules_zone set zone = %s", [zone])
        cursor.execute("select rules_today() = (statement_timestamp() at time zone 'UTC' + %s * interval '1 hour')::date", [expected])
        assert cursor.fetchone() == (True,)


def test_the_databases_today_is_pythons() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select zone, rules_today() from rules_zone")
        assert cursor.fetchone() == ("Asia/Jakarta", office_today())


def test_a_new_row_holds_from_midnight_in_jakarta() -> None:
    """One second before and after, by the expression that rules_today() uses."""
    write(Written(value=33, valid_from=NEXT))
    assert [read.value(NAME, on=_office_day(at)) for at in ("2027-02-28 16:59:59Z", "2027-02-28 17:00:00Z")] == [10, 33]


def _office_day(instant: str) -> date:
    with connection.cursor() as cursor:
        cursor.execute("select (%s::timestamptz at time zone zone)::date from rules_zone", [instant])
        day: date = cursor.fetchone()[0]
        return day


def test_all_rows_come_in_one_query(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]  # pytest-django's fixture has no public type
        assert len(read.rows("registry.")) == 15


def test_the_office_face_asks_by_its_own_right_and_writes_nothing(office_login: "psycopg.Connection[tuple[int, ...]]") -> None:
    assert office_login.execute("select rules_integer('audit.look-minutes'), (select count(*) from rules_row) > 20").fetchone() == (
        10,
        True,
    )
    for statement in ("insert into rules_zone values ('UTC')", "update rules_row set value = '1'", "delete from rules_withdrawal"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            office_login.execute(statement)
