"""The calendar: what ships, what the office declares, what counts; and its page."""

import json
import re
import threading
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import psycopg
import pytest
from django.db import connection
from django.test import Client

from conftest import AsOffice
from sisada.foundation.clock import office_today
from sisada.inside.holidays import previews
from sisada.inside.holidays.closed_days import Kind, closed_days, declared
from sisada.inside.holidays.declare import HolidayRefused, declare, withdraw
from sisada.inside.holidays.shipped import days_of, ship
from tests.cast import Cast, Colleague, make_cast

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Colleague], Client]
DECREE = "SKB 1/2027"
SATURDAY = 5


@pytest.fixture
def free_day() -> date:
    """A Wednesday to come on which the office works."""
    day = office_today() + timedelta(days=30)
    while day.weekday() != 2 or declared(day, day):
        day += timedelta(days=1)
    return day


def outgoing() -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute("select body::text from holidays_outgoing where made_at >= now() order by made_at")
        return [json.loads(body) for (body,) in cursor.fetchall()]


def test_the_library_names_public_days_and_cuti_bersama_of_2026() -> None:
    shipped = {day: kind for day, _, kind in days_of(2026)}
    assert shipped[date(2026, 12, 24)] is Kind.CUTI_BERSAMA
    assert shipped[date(2026, 12, 25)] is Kind.PUBLIC
    assert shipped[date(2026, 8, 17)] is Kind.PUBLIC


def test_migrate_shipped_last_year_this_one_and_two_more() -> None:
    this = office_today().year
    for year in range(this - 1, this + 3):
        assert date(year, 8, 17) in closed_days(date(year, 1, 1), date(year, 12, 31))


def test_shipping_again_changes_nothing() -> None:
    count = "select count(*) from holidays_day"
    with connection.cursor() as cursor:
        cursor.execute(count)
        before = cursor.fetchone()
        ship()
        cursor.execute(count)
        assert cursor.fetchone() == before


def test_a_declared_day_counts_from_now_on_and_goes_outside(cast: Cast, free_day: date, as_office: AsOffice) -> None:
    with as_office():
        declare(free_day, name=" Cuti bersama contoh ", kind=Kind.CUTI_BERSAMA, source=DECREE, by=cast.wirawan.id)
    assert closed_days(free_day, free_day) == {free_day}
    (sent,) = [body for body in outgoing() if body["day"] == free_day.isoformat()]
    assert (sent["name"], sent["kind"], sent["withdrawn"]) == ("Cuti bersama contoh", "cuti-bersama", False)


def test_a_withdrawn_day_is_a_working_day_and_stays_readable(cast: Cast, free_day: date, as_office: AsOffice) -> None:
    with as_office():
        declare(free_day, name="Contoh", kind=Kind.PUBLIC, source=DECREE, by=cast.agus.id)
        withdraw(free_day, source="SKB 2/2027", by=cast.wirawan.id)
    assert closed_days(free_day, free_day) == frozenset()
    with connection.cursor() as cursor:
        cursor.execute("select withdrawn, source from holidays_day where day = %s order by set_at", [free_day])
        assert cursor.fetchall() == [(False, DECREE), (True, "SKB 2/2027")]
    assert [body["withdrawn"] for body in outgoing() if body["day"] == free_day.isoformat()] == [False, True]


def test_what_the_office_withdrew_is_not_shipped_again(cast: Cast, as_office: AsOffice) -> None:
    coming = next(one for one in declared(office_today(), office_today() + timedelta(days=400)) if one.set_by is None)
    with as_office():
        withdraw(coming.day, source=DECREE, by=cast.wirawan.id)
    ship()
    assert closed_days(coming.day, coming.day) == frozenset()


@pytest.mark.parametrize("who", ["sari", "ratna", "dimas", "lestari"])
def test_others_declare_nothing(who: str, cast: Cast, free_day: date, as_office: AsOffice) -> None:
    with as_office(), pytest.raises(HolidayRefused) as refused:
        declare(free_day, name="Contoh", kind=Kind.PUBLIC, source=DECREE, by=getattr(cast, who).id)
    assert refused.value.code == "holidays.not-for-this-role"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"day": office_today() - timedelta(days=1)}, "holidays.day-is-past"),
        ({"source": "  "}, "holidays.no-source"),
        ({"name": " "}, "holidays.says-too-little"),
        ({"day": date(office_today().year + 1, 8, 17)}, "holidays.closed-already"),
    ],
)
def test_a_declaration_that_says_too_little_or_too_late_is_refused(
    changed: dict[str, Any], code: str, cast: Cast, free_day: date, as_office: AsOffice
) -> None:
    asked: dict[str, Any] = {"day": free_day, "name": "Contoh", "kind": Kind.PUBLIC, "source": DECREE} | changed
    with as_office(), pytest.raises(HolidayRefused) as refused:
        declare(asked.pop("day"), by=cast.agus.id, **asked)
    assert refused.value.code == code


def test_today_may_still_be_declared(cast: Cast, as_office: AsOffice) -> None:
    today = office_today()
    with as_office():
        if closed_days(today, today):
            withdraw(today, source=DECREE, by=cast.agus.id)
        declare(today, name="Hari pemilihan", kind=Kind.PUBLIC, source=DECREE, by=cast.agus.id)
    assert today in closed_days(today, today)


def test_two_who_declare_the_same_day_at_once_leave_one_row(scratch_url: Callable[[str], str]) -> None:
    day = office_today() + timedelta(days=200)
    with psycopg.connect(scratch_url("sisada_owner"), autocommit=True) as owner:
        head = make_cast(owner).wirawan.id
        owner.execute("delete from holidays_day where day = %s", [day])
        refused: list[str] = []

        def one() -> None:
            with psycopg.connect(scratch_url("sisada_office"), autocommit=True) as office:
                try:
                    office.execute("select holidays_declare(%s, 'Contoh', 'public', 'SKB', %s)", [day, head])
                except psycopg.Error as error:
                    refused.append(str(error.diag.message_primary))

        threads = [threading.Thread(target=one) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert refused == ["holidays.closed-already"] * 3
        assert owner.execute("select count(*) from holidays_day where day = %s", [day]).fetchone() == (1,)


def test_the_office_face_writes_through_the_functions_alone(as_office: AsOffice) -> None:
    with as_office(), connection.cursor() as cursor, pytest.raises(Exception, match="permission denied"):
        cursor.execute("insert into holidays_day (day, name, kind, withdrawn, source) values (current_date, 'x', 'public', false, 'x')")


def typed(day: date, **changed: str) -> dict[str, str]:
    return {"day": day.isoformat(), "name": "Cuti bersama contoh", "kind": "cuti-bersama", "source": DECREE, "langkah": "periksa"} | changed


def test_the_page_says_what_moves_before_a_day_counts(
    cast: Cast, client_of: ClientOf, free_day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(previews, "_previews", [lambda day: f"7 janji bergeser karena {day.isoformat()}"])
    head = client_of(cast.wirawan)
    page = head.post("/aturan/hari-libur/", typed(free_day)).content.decode()
    assert f"7 janji bergeser karena {free_day.isoformat()}" in page
    assert closed_days(free_day, free_day) == frozenset()
    assert head.post("/aturan/hari-libur/", typed(free_day, langkah="simpan")).status_code == 302
    assert closed_days(free_day, free_day) == {free_day}
    assert DECREE in head.get("/aturan/hari-libur/").content.decode()


def test_what_was_typed_comes_back_with_what_is_wrong(cast: Cast, client_of: ClientOf) -> None:
    answer = client_of(cast.wirawan).post("/aturan/hari-libur/", typed(office_today() - timedelta(days=3)))
    assert answer.status_code == 400
    assert "Hari yang lewat tidak diubah" in answer.content.decode()
    assert "Cuti bersama contoh" in answer.content.decode()


def test_a_closed_day_becomes_a_working_day_on_its_own_page(cast: Cast, client_of: ClientOf, free_day: date) -> None:
    head = client_of(cast.wirawan)
    head.post("/aturan/hari-libur/", typed(free_day, langkah="simpan"))
    own = f"/aturan/hari-libur/{free_day.isoformat()}/"
    assert own in head.get("/aturan/hari-libur/").content.decode()
    assert head.post(own, {"source": ""}).status_code == 400
    assert head.post(own, {"source": "SKB 2/2027"}).status_code == 302
    assert closed_days(free_day, free_day) == frozenset()
    assert head.get(own).status_code == 404


def test_a_day_that_is_no_day_is_not_found(cast: Cast, client_of: ClientOf) -> None:
    head = client_of(cast.wirawan)
    assert {head.get(f"/aturan/hari-libur/{day}/").status_code for day in ("kemarin", "2020-01-01", "9999-12-31")} == {404}


def test_a_weekend_is_offered_no_working_day_and_the_list_ends_with_next_year(cast: Cast, client_of: ClientOf) -> None:
    page = client_of(cast.wirawan).get("/aturan/hari-libur/").content.decode()
    offered = [date.fromisoformat(day) for day in re.findall(r"/aturan/hari-libur/(\d{4}-\d\d-\d\d)/", page)]
    assert offered
    assert all(day.weekday() < SATURDAY for day in offered)
    assert max(offered).year <= office_today().year + 1
    assert "Kalender bawaan, menurut SKB tiga menteri" in page
