"""The law as edges ask for it: from the table of rules, the same that shipped, and one query for many askings."""

import dataclasses

import pytest

from sisada.inside.registry import law

pytestmark = pytest.mark.django_db


def test_the_law_in_the_table_is_the_law_that_shipped() -> None:
    law.forget()
    for field in dataclasses.fields(law.LawRows):
        assert set(getattr(law.rows(), field.name)) == set(getattr(law.shipped_rows(), field.name)), field.name


def test_the_law_is_asked_once_in_ten_seconds(django_assert_num_queries: object) -> None:
    law.forget()
    with django_assert_num_queries(1):  # type: ignore[operator]  # pytest-django's fixture has no public type
        first = law.rows()
        assert law.rows() is first
