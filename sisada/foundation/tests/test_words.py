from datetime import date, datetime

import pytest

from sisada.foundation import words

DAY = date(2026, 11, 24)
IN_BOTH = [
    (words.short_date(DAY, language="id"), "24 Nov 2026"),
    (words.short_date(date(2027, 5, 1), language="id"), "1 Mei 2027"),
    (words.short_date(date(2027, 5, 1), language="en"), "1 May 2027"),
    (words.day_month(date(2026, 8, 9), language="id"), "9 Agu"),
    (words.long_date(date(2026, 12, 24), language="id"), "Kamis, 24 Desember 2026"),
    (words.long_date(date(2026, 12, 24), language="en"), "Thursday, 24 December 2026"),
    (words.clock(datetime(2026, 11, 24, 14, 3), language="id"), "14.03"),  # noqa: DTZ001 - a wall clock is what is written
    (words.clock(datetime(2026, 11, 24, 14, 3), language="en"), "14:03"),  # noqa: DTZ001 - as above
    (words.clock_with_seconds(datetime(2026, 11, 24, 14, 3, 22), language="id"), "14.03.22"),  # noqa: DTZ001 - as above
    (words.number(1240, language="id"), "1.240"),
    (words.number(1.84, decimals=1, language="id"), "1,8"),
    (words.number(1240.5, decimals=1, language="en"), "1,240.5"),
    (words.rupiah(4_000_000, language="id"), "Rp 4.000.000"),
    (words.percent(99.3, decimals=1, language="id"), "99,3%"),
    (words.days(1, language="id"), "1 hari"),
    (words.days(0, language="id"), "0 hari"),
    (words.days(108, language="en"), "108 days"),
    (words.days(-1, language="en"), "1 day"),
    (words.ago(2, language="id"), "2 detik lalu"),
    (words.ago(59.9, language="id"), "59 detik lalu"),
    (words.ago(60, language="en"), "1 minute ago"),
    (words.ago(-5, language="id"), "0 detik lalu"),
    (words.span(86399, language="id"), "23 jam"),
]


@pytest.mark.parametrize(("written", "expected"), IN_BOTH)
def test_values_are_written_as_people_here_write_them(written: str, expected: str) -> None:
    assert written.replace(words.NBSP, " ") == expected


def test_no_space_inside_a_date_or_a_sum_can_break() -> None:
    assert " " not in words.short_date(DAY, language="id") + words.rupiah(1_000_000, language="id") + words.days(108, language="id")


def test_any_spelling_of_indonesian_is_indonesian_and_the_rest_english() -> None:
    assert [words.known(tag) for tag in ("id", "id-ID", "ID", "en", "nl")] == ["id", "id", "id", "en", "en"]


BEYOND = [("zh", "2026年12月24日", "星期四"), ("ko", "2026년 12월 24일", "목요일"), ("ja", "2026年12月24日", "木曜日")]


@pytest.mark.parametrize(("language", "day", "weekday"), BEYOND)
def test_a_day_is_worded_in_the_languages_of_an_objection(language: str, day: str, weekday: str) -> None:
    written = day.replace(" ", words.NBSP)
    assert words.short_date(date(2026, 12, 24), language=language) == written
    assert words.long_date(date(2026, 12, 24), language=language) == f"{written}{words.NBSP}{weekday}"
