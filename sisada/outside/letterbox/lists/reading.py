"""From a file to persons. The file is one of ours or of a hotel's own program; it is told by what it holds, never by its name."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sisada.outside.letterbox.lists import csv_tables, xlsx_tables
from sisada.outside.letterbox.lists.columns import Column, columns_of
from sisada.outside.letterbox.lists.people import NotAPerson, Person, read_person
from sisada.outside.letterbox.lists.tables import (
    MOST_BYTES,
    MOST_ROWS,
    NOT_A_LIST,
    OLD_OR_LOCKED,
    TOO_LARGE,
    ListProblem,
    TableRow,
)

TITLES_WITHIN: Final = 15  # rows: a hotel's name and address may stand above them
SHOWN_AT_MOST: Final = 12  # sentences at once: nobody mends more in one go


def read_list(raw: bytes, *, today: date) -> tuple[Person, ...]:
    """Everybody in the file, in its order; one wrong row and none is taken.

    Raises: ListProblem, with a sentence for each wrong row."""
    if len(raw) > MOST_BYTES:
        raise ListProblem(TOO_LARGE)
    rows = [row for row in table_of(raw) if any(cell.strip() for cell in row.cells)]
    place, columns = titles_in(rows)
    below = rows[place + 1 :]
    if not below:
        raise ListProblem(_("Daftar ini tidak berisi satu orang pun di bawah judul kolomnya."))
    if len(below) > MOST_ROWS:
        raise ListProblem(TOO_LARGE)
    return _all_or_none(below, columns, today=today)


def table_of(raw: bytes) -> Iterator[TableRow]:
    if raw.startswith(xlsx_tables.ZIP):
        return xlsx_tables.rows_of(raw)
    if raw.startswith(xlsx_tables.OLE):
        raise ListProblem(OLD_OR_LOCKED)
    if raw.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"<")):
        raise ListProblem(NOT_A_LIST)
    return csv_tables.rows_of(raw)


def titles_in(rows: Sequence[TableRow]) -> tuple[int, dict[Column, int]]:
    """Where the titles stand, and each column's place among them."""
    for place, row in enumerate(rows[:TITLES_WITHIN]):
        if columns := columns_of(row.cells):
            return place, columns
    raise ListProblem(
        _("Judul kolomnya tidak kami kenali: harus ada satu baris dengan judul “Nama”. Paling mudah: pakai templat di halaman ini.")
    )


def _all_or_none(rows: Sequence[TableRow], columns: dict[Column, int], *, today: date) -> tuple[Person, ...]:
    people, wrong = list[Person](), list[str]()
    for row in rows:
        written = {column: row.cells[place] for column, place in columns.items() if place < len(row.cells)}
        if any(place in row.formulas for place in columns.values()):
            wrong.append(_in_row(row, _("berisi rumus. Ganti rumus itu dengan hasilnya")))
            continue
        try:
            people.append(read_person(written, today=today))
        except NotAPerson as problem:
            wrong += [_in_row(row, one.said) for one in problem.wrong]
    if wrong:
        raise ListProblem(*wrong[:SHOWN_AT_MOST], *_and_more(len(wrong) - SHOWN_AT_MOST))
    return tuple(people)


def _in_row(row: TableRow, said: "str | Promise") -> str:
    return _("Baris %(row)s: %(said)s.") % {"row": row.number, "said": said}


def _and_more(count: int) -> list[str]:
    return [ngettext("Dan %(count)s kesalahan lagi.", "Dan %(count)s kesalahan lagi.", count) % {"count": count}] if count > 0 else []
