from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sisada.outside.letterbox.lists.days import NotADay, read_day

DAY = date(2026, 2, 3)
WRITTEN = [
    *("03/02/2026", "3/2/2026", "3-2-26", "3.2.2026", "03 02 2026", "2026-02-03", "2026-02-03 00:00:00"),
    *("3 Februari 2026", "3 Feb 26", "03-Peb-2026", "46056", " 46056.0 "),
]


@pytest.mark.parametrize("written", WRITTEN)
def test_a_day_is_read_as_people_write_it(written: str) -> None:
    assert read_day(written) == DAY


@pytest.mark.parametrize(
    "written", ["31/02/26", "14/13/2026", "", "kemarin", "3 Foo 2026", "2026", "12345", "٣/٢/٢٠٢٦", "=TODAY()", "0/0/0000", "1e5"]
)
def test_what_is_no_day_is_not_guessed(written: str) -> None:
    with pytest.raises(NotADay):
        read_day(written)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back_in_each_way(day: date) -> None:
    serial = str((day - date(1899, 12, 30)).days)
    for written in (day.isoformat(), f"{day:%d/%m/%Y}", f"{day:%d.%m.%y}", f"{day.day} {day:%B} {day.year}", serial):
        assert read_day(written) == day


@given(st.text(max_size=60))
def test_any_text_is_a_day_or_none(written: str) -> None:
    with suppress(NotADay):
        assert isinstance(read_day(written), date)
