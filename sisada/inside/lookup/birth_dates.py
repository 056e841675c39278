"""Birth dates as people type and documents print them: some parts may be unknown, the day comes first, nobody is born tomorrow."""

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

OLDEST_AGE = 130  # years; no known person reached it, so an earlier year is a slip of the hand


@dataclass(frozen=True, slots=True)
class BirthDate:
    """A birth date of which at least the year is known. None means that this part is not known; a day needs its month.

    Raises: ValueError for a day that no calendar has."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("A day of birth needs its month.")
        date(self.year, self.month or 1, self.day or 1)  # raises for the 30th of February

    def written(self) -> str:
        """As the office writes it, day first: 3-12-1990, 12-1990, 1990."""
        return "-".join(str(part) for part in (self.day, self.month, self.year) if part is not None)


class Taken(NamedTuple):
    """A birth date and the text around it. `before` says whether the rest has words in front of the date."""

    birth_date: BirthDate
    before: str
    after: str


def read_birth_date(text: str, today: date) -> BirthDate | None:
    """The birth date that `text` is, as a whole, or None. Understood: 1990 · 3/12/90 · 03-12-1990 · 3.12.1990 · 3 12 1990 · 12/1990 ·
    12 mar 1990 · 12 Maret 1990 · March 12, 1990 · Maret 1990 · 1990-12-03 · 19901203 · 03121990, months in Indonesian or English.
    Two-digit years are the latest that make the date not later than `today`."""
    stripped = text.strip()
    for pattern in (*_IN_TEXT, _MONTH_WORD_AND_YEAR):
        found = pattern.fullmatch(stripped)
        read = _dated(found, today) if found else None
        if read:
            return read
    return None


def take_birth_date(text: str, today: date) -> Taken | None:
    """The first birth date inside `text`, with what stands before and after it; None when there is none.
    A month's name needs a day beside it here: Mei and June are also names of persons."""
    for pattern in _IN_TEXT:
        for found in pattern.finditer(text):
            read = _dated(found, today)
            if read:
                return Taken(read, text[: found.start()], text[found.end() :])
    return None


def born_not_later_than(today: date, *, two_digit_year: int, month: int | None, day: int | None) -> BirthDate | None:
    """The latest century that makes the date not later than `today`; None for a day that this year does not have.
    A person over a hundred is read a century too young: two digits cannot tell them from a child.
    Source: ICAO 9303-3 §4.8 (dates in the MRZ have two digits of the year)."""
    year = today.year - today.year % 100 + two_digit_year
    if (year, month or 1, day or 1) > (today.year, today.month, today.day):
        year -= 100
    return _real(year, month, day)


def _dated(found: re.Match[str], today: date) -> BirthDate | None:
    parts = found.groupdict()
    day = int(parts["day"]) if parts.get("day") else None
    month = _month(parts.get("month"))
    if parts.get("month") and month is None:
        return None
    if len(parts["year"]) == 2:
        return born_not_later_than(today, two_digit_year=int(parts["year"]), month=month, day=day)
    read = _real(int(parts["year"]), month, day)
    return read if read and _is_plausible(read, today) else None


def _is_plausible(read: BirthDate, today: date) -> bool:
    return today.year - OLDEST_AGE <= read.year and date(read.year, read.month or 1, read.day or 1) <= today


def _real(year: int, month: int | None, day: int | None) -> BirthDate | None:
    try:
        return BirthDate(year, month, day)
    except ValueError:
        return None


def _month(written: str | None) -> int | None:
    if not written:
        return None
    if written.isdigit():
        return int(written)
    word = written.casefold()
    return next((number for name, number in _MONTHS if name.startswith(word)), None)


_MONTHS = tuple(
    (name, number)
    for number, names in enumerate(
        ("januari january", "februari february pebruari", "maret march", "april", "mei may", "juni june", "juli july",
         "agustus august ags agt", "september", "oktober october", "november nopember", "desember december"), start=1)
    for name in names.split()
)  # fmt: skip

_SEPARATOR = r"[-/. ]"
_YEAR, _ANY_YEAR = r"(?P<year>\d{4})", r"(?P<year>\d{4}|\d{2})"
_MONTH, _DAY = r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})"
_MONTH_WORD = r"(?P<month>[a-z]{3,10})"


def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.-]){written}(?![\w/-]|\.\w)", re.IGNORECASE | re.ASCII)


_IN_TEXT = (  # the fullest forms first: a bare year is tried when nothing around it belongs to it
    _pattern(rf"{_YEAR}{_SEPARATOR}{_MONTH}{_SEPARATOR}{_DAY}"),
    _pattern(rf"{_DAY}{_SEPARATOR}{_MONTH}{_SEPARATOR}{_ANY_YEAR}"),
    _pattern(rf"{_DAY}[-/. ]*{_MONTH_WORD}[-/., ]*{_ANY_YEAR}"),
    _pattern(rf"{_MONTH_WORD}[. ]*{_DAY}[, ]+{_YEAR}"),
    _pattern(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"),
    _pattern(r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4})"),
    _pattern(rf"{_MONTH}[-/.]{_YEAR}"),
    _pattern(_YEAR),
)
_MONTH_WORD_AND_YEAR = _pattern(rf"{_MONTH_WORD}[-/., ]*{_YEAR}")
