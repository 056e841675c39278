"""Rows of the first sheet of an XLSX file. Its size is known before anything is unpacked whole, its XML may declare nothing, and its
formulas are text that is not worked out."""

import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from openpyxl import DEFUSEDXML, load_workbook
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell

from sisada.outside.letterbox.lists.tables import MOST_COLUMNS, MOST_LINES, NOT_A_LIST, TOO_LARGE, ListProblem, TableRow

ZIP: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0"  # the Excel of before 2007, and a newer one with a password
MOST_PARTS: Final = 200
MOST_UNPACKED: Final = 8_000_000
MOST_TAGS: Final = 250_000  # in all parts; each costs microseconds and memory however short it is
OTHER_ENCODING = re.compile(rb"""encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)
NO_SHEET = _("Berkas ini tidak berisi lembar yang terlihat.")

warnings.filterwarnings("ignore", module="openpyxl")  # they would write cells into the log

if not DEFUSEDXML:
    raise ImportError("openpyxl reads strangers' XML without defusedxml")


def rows_of(raw: bytes) -> Iterator[TableRow]:
    """Raises: ListProblem for whatever is no spreadsheet, is larger than any list, or was made to hurt."""
    require_small(raw)
    try:
        book = load_workbook(BytesIO(raw), read_only=True, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        rows = list(sheets[0].iter_rows(max_row=MOST_LINES + 1, max_col=MOST_COLUMNS)) if sheets else None
    except Exception:  # a stranger's file: the library raises whatever it stumbles over, and its messages quote the file
        raise ListProblem(NOT_A_LIST) from None
    if rows is None:
        raise ListProblem(NO_SHEET)
    filled = [TableRow(number, [text_of(cell) for cell in row], formulas_in(row)) for number, row in enumerate(rows, start=1)]
    if any(any(row.cells) for row in filled[MOST_LINES:]):
        raise ListProblem(TOO_LARGE)
    yield from filled[:MOST_LINES]


def require_small(raw: bytes) -> None:
    """Every part, in sum and one after another: none is unpacked beyond the size that it tells."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as packed:
            parts = packed.infolist()
            small = len(parts) <= MOST_PARTS and sum(part.file_size for part in parts) <= MOST_UNPACKED
            tags = sum(tags_in(packed.read(part)) for part in parts) if small else 0
    except Exception:  # as above: zipfile, zlib and struct each raise their own
        raise ListProblem(NOT_A_LIST) from None
    if not small or tags > MOST_TAGS:
        raise ListProblem(TOO_LARGE)


def tags_in(part: bytes) -> int:
    """At most how many elements. Raises: ValueError for XML in another encoding, where they could not be counted, and for a document
    type, which no spreadsheet has."""
    if part.startswith((b"\xff\xfe", b"\xfe\xff", b"\0<", b"<\0")) or OTHER_ENCODING.search(part[:200]) or b"<!DOCTYPE" in part:
        raise ValueError
    return part.count(b"<")


def text_of(cell: ReadOnlyCell | EmptyCell) -> str:
    """As a person would have typed it: a day without its midnight, a whole number without its point."""
    value: Any = cell.value
    match value:
        case None | bool():
            return ""
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
    return str(value)


def formulas_in(row: tuple[ReadOnlyCell | EmptyCell, ...]) -> frozenset[int]:
    return frozenset(place for place, cell in enumerate(row) if getattr(cell, "data_type", "") == "f")
