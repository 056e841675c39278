"""Numbers are equal when only signs differ that people leave out, alike when a sign is easily misread, and otherwise neither."""

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from sisada.inside.lookup.document_numbers import DocumentNumber, folded, reads_alike

parse = DocumentNumber.parse


@pytest.mark.parametrize("written", ["L898902C3", "l898902c3", " L 898-902/C.3 ", "L898902C3<<", "Ｌ898902C3", "L898–902C3"])
def test_blanks_dots_hyphens_slashes_and_case_do_not_matter(written: str) -> None:
    assert parse(written) == parse("L898902C3")


@pytest.mark.parametrize("written", ["", "  ", "-./", "<<<"])
def test_nothing_is_no_number(written: str) -> None:
    with pytest.raises(ValueError, match="at least one sign"):
        parse(written)


def test_a_number_cannot_be_made_past_its_parser() -> None:
    with pytest.raises(ValueError, match="upper case"):
        DocumentNumber("l898-902")


@pytest.mark.parametrize(("sign", "read_as"), [*zip("OQDILBSZG", "000118526", strict=True)])
def test_signs_easily_misread_fold_alike_and_are_never_equal(sign: str, read_as: str) -> None:
    printed, misread = parse(f"X{sign}7"), parse(f"X{read_as}7")
    assert folded(printed) == folded(misread) == misread.folded
    assert reads_alike(printed, misread)
    assert printed != misread


def test_equal_numbers_do_not_read_alike_since_they_are_equal() -> None:
    assert not reads_alike(parse("A-1"), parse("a1"))


def test_other_signs_are_not_alike() -> None:
    assert not reads_alike(parse("L898902C3"), parse("L898902C4"))


@given(st.text())
def test_parsing_twice_changes_nothing(written: str) -> None:
    try:
        number = parse(written)
    except ValueError:
        return
    assert parse(number.exact) == number
    assert parse(f" {number.exact[:1]}-{number.exact[1:]} ") == number


WRITTEN = [
    "L898902C3",
    " l 898-902/C.3 ",
    "L898902C3<<",
    "\uff2c898902C3",
    "L898\u2013902C3",
    "X\t12\n34",
    "a\u22121\u20102",
    "",
    " -./ ",
    "\u00bd b",
]


@pytest.mark.django_db
@pytest.mark.parametrize("written", WRITTEN)
def test_the_database_compares_a_written_number_by_the_same_rule(written: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select lookup_exact_number(%s)", [written])
        (exact,) = cursor.fetchone()
    try:
        assert exact == parse(written).exact
    except ValueError:
        assert exact == ""
