"""A day as people here write it. Pure: no clock."""

import re
from datetime import date, timedelta
from typing import Final

# The first three letters tell months apart in both languages; Mei and May, Agu(stus) and Aug(ust), Okt and Oct, Des and Dec are the same.
MONTHS: Final = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "mei": 5,
    "jun": 6,
    "jul": 7,
    "agu": 8,
    "sep": 9,
    "okt": 10,
    "nov": 11,
    "des": 12,
    "peb": 2,
    "may": 5,
    "ags": 8,
    "aug": 8,
    "oct": 10,
    "nop": 11,
    "dec": 12,
}
DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})", re.ASCII)
YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00)?(?:\.0+)?)?", re.ASCII)
IN_WORDS = re.compile(r"(\d{1,2})[\s./-]*([A-Za-z]{3,10})\.?[\s./-]*(\d{4}|\d{2})", re.ASCII)
SERIAL = re.compile(r"[2-7]\d{4}(?:\.0+)?", re.ASCII)
SERIAL_DAY_NULL: Final = date(1899, 12, 30)  # as Excel counts from March 1900 on


class NotADay(ValueError):  # noqa: N818 - it says what is so
    """No day, or one that the calendar lacks."""


def read_day(text: str) -> date:
    """03/02/2026 (the third of February: days come first here), 3-2-26, 2026-02-03, 3 Februari 2026, or the number by which spreadsheets
    count days. A year of two digits is of this century.

    Raises: NotADay."""
    written = text.strip()
    if SERIAL.fullmatch(written):
        return SERIAL_DAY_NULL + timedelta(days=int(float(written)))
    try:
        return _in_figures(written)
    except ValueError:
        raise NotADay from None


def _in_figures(written: str) -> date:
    if found := YEAR_FIRST.fullmatch(written):
        year, month, day = (int(part) for part in found.groups())
        return date(year, month, day)
    if found := DAY_FIRST.fullmatch(written):
        return date(_year(found[3]), int(found[2]), int(found[1]))
    if found := IN_WORDS.fullmatch(written):
        return date(_year(found[3]), MONTHS.get(found[2][:3].lower(), 0), int(found[1]))  # month 0: the calendar lacks it
    raise ValueError


def _year(written: str) -> int:
    return int(written) + (2000 if len(written) == 2 else 0)
