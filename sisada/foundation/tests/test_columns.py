"""columns.toml is the grant: what is moved to another class is taken back by the next migrate."""

from pathlib import Path

import psycopg
import pytest
from django.db import connection

from sisada.foundation import columns

pytestmark = pytest.mark.django_db
OPEN = '[thing]\nopen = ["id", "state"]\npersonal = ["name"]\nclosed = ["key"]\n'


@pytest.fixture
def thing(tmp_path: Path) -> Path:
    """A table and its file, in this test alone."""
    with connection.cursor() as cursor:
        cursor.execute("create table thing (id int, state text, name text, key text)")
    path = tmp_path / "columns.toml"
    path.write_text(OPEN)
    columns.grant_open_columns(path, ("sisada_office",))
    return path


def readable() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            """select attname from pg_attribute
               where attrelid = 'thing'::regclass and attnum > 0 and has_column_privilege('sisada_office', 'thing', attname, 'select')"""
        )
        return {name for (name,) in cursor.fetchall()}


def test_open_columns_are_granted_and_no_other(thing: Path) -> None:
    assert readable() == {"id", "state"}


def test_a_column_that_becomes_personal_is_taken_back(thing: Path) -> None:
    thing.write_text(OPEN.replace('"id", "state"', '"id"').replace('"name"', '"name", "state"'))
    columns.grant_open_columns(thing, ("sisada_office",))
    assert readable() == {"id"}


def test_a_grant_on_the_whole_table_is_taken_back_too(thing: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("grant select on thing to sisada_office")
    columns.grant_open_columns(thing, ("sisada_office",))
    assert readable() == {"id", "state"}


def test_a_column_that_is_not_there_stops_the_migrate(thing: Path) -> None:
    thing.write_text(OPEN.replace('"name"', '"nama"'))
    with pytest.raises(Exception, match="nama") as raised:
        columns.grant_open_columns(thing, ("sisada_office",))
    assert isinstance(raised.value.__cause__, psycopg.errors.UndefinedColumn)
