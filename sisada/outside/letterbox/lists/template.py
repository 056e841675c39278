"""The list to fill in, as CSV and as a spreadsheet: our titles and nothing else, so that what comes back is read without guessing."""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Font

from sisada.outside.letterbox.lists.columns import TITLES, Column

WIDTHS: Final = {Column.NAME: 34, Column.NATIONALITY: 20, Column.NUMBER: 26, Column.SINCE: 16, Column.UNTIL: 16}
WRITTEN_AS: Final = {Column.NUMBER: "@", Column.SINCE: "dd/mm/yyyy", Column.UNTIL: "dd/mm/yyyy"}  # a number keeps its zeros


def as_csv() -> bytes:
    """With the mark and the separator by which a spreadsheet set to Indonesia opens it in columns."""
    text = StringIO()
    csv.writer(text, delimiter=";").writerow([str(title) for title in TITLES.values()])
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(*, sheet: str, notes_sheet: str, notes: Sequence[str]) -> bytes:
    """`notes`: how to fill it in, on a second sheet that nobody reads back."""
    book = Workbook()
    book.remove(book.worksheets[0])
    listed = book.create_sheet(sheet)
    for place, (column, title) in enumerate(TITLES.items(), start=1):
        listed.cell(1, place, str(title)).font = Font(bold=True)
        of_column = listed.column_dimensions["ABCDE"[place - 1]]
        of_column.width = WIDTHS[column]
        of_column.number_format = WRITTEN_AS.get(column, "General")
    listed.freeze_panes = "A2"
    told = book.create_sheet(notes_sheet)
    told.column_dimensions["A"].width = 90
    for note in notes:
        told.append([note])
    written = BytesIO()
    book.save(written)
    return written.getvalue()
