"""One person of a list: what was written, and what of it cannot be so. The same rule reads a row of a file and the fields of a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from sisada.outside.letterbox.lists.columns import Column
from sisada.outside.letterbox.lists.days import NotADay, read_day

AT_MOST: Final = {Column.NAME: 160, Column.NATIONALITY: 80, Column.NUMBER: 40, Column.SINCE: 40, Column.UNTIL: 40}


@dataclass(frozen=True)
class Person:
    name: str
    nationality: str = ""
    document_number: str = ""
    since: date | None = None  # None: not known
    until: date | None = None  # None: stays on


@dataclass(frozen=True)
class Wrong:
    """What cannot be so in one column. `said` is half a sentence, without a capital: a row's number may stand before it."""

    column: Column
    said: "str | Promise"


class NotAPerson(ValueError):  # noqa: N818 - it says what is so
    def __init__(self, wrong: list[Wrong]) -> None:
        super().__init__(len(wrong))  # never what was written
        self.wrong = wrong


def read_person(written: Mapping[Column, str], *, today: date) -> Person:
    """`written`: text by column, as typed; what is missing is empty.

    Raises: NotAPerson, with everything that is wrong."""
    text = {column: tidy(written.get(column, "")) for column in Column}
    days, wrong = {}, [*_wrong_texts(text)]
    for column in (Column.SINCE, Column.UNTIL):
        try:
            days[column] = read_day(text[column]) if text[column] else None
        except NotADay:
            wrong.append(Wrong(column, _unreadable(column) % {"written": text[column][:40]}))
    wrong += _wrong_days(days.get(Column.SINCE), days.get(Column.UNTIL), today=today)
    if wrong:
        raise NotAPerson(wrong)
    return Person(text[Column.NAME], text[Column.NATIONALITY], text[Column.NUMBER], days[Column.SINCE], days[Column.UNTIL])


def tidy(text: str) -> str:
    """One line of signs that can be read; signs for machines go. What begins like a formula is text like any other."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _wrong_texts(text: Mapping[Column, str]) -> Iterator[Wrong]:
    if not text[Column.NAME]:
        yield Wrong(Column.NAME, _("nama kosong"))
    for column in (Column.NAME, Column.NATIONALITY, Column.NUMBER):
        if len(text[column]) > AT_MOST[column]:
            yield Wrong(column, _too_long(column) % {"most": AT_MOST[column]})


def _wrong_days(since: date | None, until: date | None, *, today: date) -> Iterator[Wrong]:
    if since and since > today:
        yield Wrong(Column.SINCE, _("tanggal masuk belum terjadi"))
    if since and since.year < 1950:
        yield Wrong(Column.SINCE, _("tahun masuk terlalu lama lalu"))
    if since and until and until < since:
        yield Wrong(Column.UNTIL, _("tanggal keluar lebih awal daripada tanggal masuk"))


def _unreadable(column: Column) -> str:
    if column is Column.SINCE:
        return _("tanggal masuk tidak terbaca: “%(written)s”")
    return _("tanggal keluar tidak terbaca: “%(written)s”")


def _too_long(column: Column) -> str:
    by_column = {
        Column.NAME: _("nama lebih dari %(most)s huruf"),
        Column.NATIONALITY: _("kewarganegaraan lebih dari %(most)s huruf"),
    }
    return by_column.get(column) or _("nomor lebih dari %(most)s huruf")
