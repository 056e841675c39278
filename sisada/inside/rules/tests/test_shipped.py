"""What comes with a release: loaded once, never edited, and all of it declared and read by its owner."""

import dataclasses
from collections import Counter

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from sisada.inside.rules import shipped
from sisada.inside.rules.declared import all_rules, capabilities
from sisada.inside.rules.readings import WholeNumber

pytestmark = pytest.mark.django_db


def test_loading_again_changes_nothing() -> None:
    before = _all_rows()
    call_command("load_rules")
    assert _all_rows() == before


def _all_rows() -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute("select * from rules_row order by id")
        rows: list[tuple[object, ...]] = cursor.fetchall()
        return rows


@pytest.mark.parametrize("edit", [{"value": 11}, {"source": "lain"}])
def test_an_edited_row_stops_the_migration(edit: dict[str, object]) -> None:
    first = shipped.read_all()[0]
    with pytest.raises(CommandError, match="later start"):
        shipped.load(all_rules(), [dataclasses.replace(first, **edit)])  # type: ignore[arg-type]  # a test's own fields


def test_every_subject_has_a_row_and_every_row_a_subject_that_takes_its_value() -> None:
    subjects = {(one.rule.name, one.about): one.rule for capability in capabilities() for one in capability.subjects()}
    rows = shipped.read_all()
    assert {(row.name, row.about) for row in rows} == set(subjects)
    for row in rows:
        reading = subjects[row.name, row.about].reading
        assert reading.value(reading.typed(row.value)) == row.value
        if isinstance(reading, WholeNumber):
            assert reading.least <= row.value <= reading.most, row.name


def test_names_say_whose_they_are() -> None:
    assert [name for name, times in Counter(rule.name for rule in all_rules()).items() if times > 1] == []
    assert {rule.name.partition(".")[0] for rule in all_rules()} >= {"audit", "orders", "registry"}
