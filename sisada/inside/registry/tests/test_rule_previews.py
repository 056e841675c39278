"""What a new row of law would change: figures of this office that name nobody, and worked examples."""

import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection

from sisada.foundation.clock import office_today
from sisada.foundation.office import office
from sisada.inside.registry import law
from sisada.inside.rules.declared import Draft, subject

pytestmark = pytest.mark.django_db
AsOffice = Callable[[], AbstractContextManager[None]]
TODAY = office_today()
BEGINS = TODAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def law_of_this_test() -> None:
    law.forget()


def preview(key: str, value: Any) -> str:
    """What the page would say, each blank a plain one."""
    asked = subject(key)
    assert asked is not None
    assert asked.rule.preview is not None
    draft = Draft(rule=asked.rule, about=asked.about, value=value, valid_from=BEGINS, valid_until=None, source="uji")
    return " ".join(asked.rule.preview(draft)).replace("\N{NO-BREAK SPACE}", " ")


def soon(days: int) -> str:
    return preview("registry.ending-soon-days:ITAS", days)


def test_permits_that_would_change_state_are_counted(as_office: AsOffice) -> None:
    for days in (20, 25, 26, 30, 31):
        permit(BEGINS + timedelta(days=days))
    with as_office():
        assert "Segera habis: 4 menurut aturan sekarang, 2 menurut yang baru." in soon(25)


def test_a_permit_that_a_later_one_follows_changes_nothing() -> None:
    person = permit(BEGINS + timedelta(days=28))
    permit(BEGINS + timedelta(days=300), person=person)
    assert "Segera habis: 0 menurut aturan sekarang, 0 menurut yang baru." in soon(25)


def test_another_offices_permits_are_not_counted() -> None:
    permit(BEGINS + timedelta(days=28), office_code="LAIN")
    assert "Segera habis: 0 menurut" in soon(25)


def test_a_new_limit_says_how_many_stand_on_either_side() -> None:
    for over in (1, 59, 60, 89):
        permit(TODAY - timedelta(days=over))
    said = preview("registry.fee-limit-days", 90)
    assert "lewat kurang dari 60 hari, sehingga biaya beban dapat dihitung: 2." in said
    assert "lewat kurang dari 90 hari, sehingga biaya beban dapat dihitung: 4." in said


def test_a_tariff_comes_with_a_worked_example() -> None:
    said = preview("registry.fee-per-day", 1_200_000)
    assert "10 hari lewat sejak" in said
    assert "Rp 10.000.000 menurut tarif sekarang, Rp 12.000.000 menurut yang baru." in said


def test_a_window_comes_with_a_worked_example() -> None:
    said = preview("registry.filing-window:ITAS-extension", {"opens_months_before": 4, "closes": "last-working-day-before"})
    assert "Contoh: izin ITAS yang berakhir" in said
    assert said.count("dapat diajukan dari") == 2


def permit(until: date, *, person: uuid.UUID | None = None, office_code: str | None = None) -> uuid.UUID:
    """An ITAS that ends on a day; of nobody in particular."""
    holder = person or uuid.uuid4()
    with connection.cursor() as cursor:
        cursor.execute(
            """insert into registry_stay_permit (id, upstream_key, version, source_at, person_id, number, kind, index_code, extension,
                   valid_from, valid_until, office_code)
               values (gen_random_uuid(), -random(1, 1000000000), 1, now(), %s, 'X', 'ITAS', 'E23', 0, '2026-01-01', %s, %s)""",
            [holder, until, office_code or office().code],
        )
    return holder
