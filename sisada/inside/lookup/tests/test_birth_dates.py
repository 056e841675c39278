"""What people type as a birth date is read day first, in two languages, and never as a day to come."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sisada.inside.lookup.birth_dates import BirthDate, born_not_later_than, read_birth_date, take_birth_date

TODAY = date(2026, 11, 24)

BY_TEXT = [
    ("1990", (1990, None, None)),
    ("3/12/90", (1990, 12, 3)),
    ("03-12-1990", (1990, 12, 3)),
    ("3.12.1990", (1990, 12, 3)),
    ("3 12 1990", (1990, 12, 3)),
    ("12 mar 1990", (1990, 3, 12)),
    ("12 Maret 1990", (1990, 3, 12)),
    ("12mar90", (1990, 3, 12)),
    ("12-MEI-90", (1990, 5, 12)),
    ("1 Agustus 1990", (1990, 8, 1)),
    ("1 ags 1990", (1990, 8, 1)),
    ("1 August 1990", (1990, 8, 1)),
    ("1 okt. 1990", (1990, 10, 1)),
    ("1 Nopember 1990", (1990, 11, 1)),
    ("March 12, 1990", (1990, 3, 12)),
    ("Maret 1990", (1990, 3, None)),
    ("12/1990", (1990, 12, None)),
    ("19901203", (1990, 12, 3)),
    ("20121990", (1990, 12, 20)),
    ("1990-12-03", (1990, 12, 3)),
    ("1990/12/3", (1990, 12, 3)),
    (" 1990 ", (1990, None, None)),
    ("24/11/26", (2026, 11, 24)),  # born today
    ("25/11/26", (1926, 11, 25)),  # tomorrow is a century ago
    ("29/2/00", (2000, 2, 29)),
]
NO_DATE = [
    "",
    "budi",
    "31/2/1990",
    "29/2/23",
    "13/13/1990",
    "12 foo 1990",
    "12 ma 1990",
    "2030",
    "25-11-2026",
    "1066",
    "90",
    "1234567",
    "12.345.678",
    "1990 AUS",
]


@pytest.mark.parametrize(("text", "expected"), BY_TEXT)
def test_a_birth_date_is_read_as_people_type_it(text: str, expected: tuple[int, int | None, int | None]) -> None:
    assert read_birth_date(text, TODAY) == BirthDate(*expected)


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_no_day_of_birth_is_not_read_as_one(text: str) -> None:
    assert read_birth_date(text, TODAY) is None


@given(
    st.dates(min_value=TODAY - timedelta(days=36_000), max_value=TODAY),
    st.sampled_from(["%d/%m/%y", "%d-%m-%Y", "%Y%m%d", "%Y-%m-%d", "%d %b %Y", "%d %B %Y"]),
)
def test_every_day_of_a_long_life_is_read_back_in_every_form(born: date, form: str) -> None:
    assert read_birth_date(born.strftime(form), TODAY) == BirthDate(born.year, born.month, born.day)


@given(st.text())
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    read_birth_date(text, TODAY)
    take_birth_date(text, TODAY)


def test_a_birth_date_is_taken_out_of_the_words_around_it() -> None:
    taken = take_birth_date("budi 3/12/90 AUS", TODAY)
    assert taken == (BirthDate(1990, 12, 3), "budi ", " AUS")


@pytest.mark.parametrize("text", ["Chen Mei 1990", "June 1990"])
def test_a_months_name_without_a_day_stays_a_name(text: str) -> None:
    taken = take_birth_date(text, TODAY)
    assert taken is not None
    assert taken.birth_date == BirthDate(1990)


@pytest.mark.parametrize(
    ("month", "day", "expected"), [(None, None, 2026), (11, None, 2026), (12, None, 1926), (11, 24, 2026), (11, 25, 1926)]
)
def test_two_digits_of_a_year_mean_the_latest_that_is_not_to_come(month: int | None, day: int | None, expected: int) -> None:
    read = born_not_later_than(TODAY, two_digit_year=26, month=month, day=day)
    assert read is not None
    assert read.year == expected


def test_a_day_without_its_month_is_no_birth_date() -> None:
    with pytest.raises(ValueError, match="month"):
        BirthDate(1990, None, 3)


def test_a_birth_date_is_written_day_first() -> None:
    assert [BirthDate(1990, 12, 3).written(), BirthDate(1990, 12).written(), BirthDate(1990).written()] == ["3-12-1990", "12-1990", "1990"]
