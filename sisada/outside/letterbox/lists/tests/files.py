"""Lists as people and their enemies write them."""

import zipfile
from io import BytesIO
from typing import Any

from openpyxl import Workbook

TITLES = ["Nama", "Kewarganegaraan", "Nomor paspor atau izin", "Tanggal masuk", "Tanggal keluar"]


def xlsx(*rows: list[Any], titles: list[Any] | None = None) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in [titles or TITLES, *rows]:
        sheet.append(row)
    return saved(book)


def saved(book: Workbook) -> bytes:
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def csv(*rows: str, titles: str = ";".join(TITLES), encoding: str = "utf-8", end: str = "\r\n") -> bytes:
    return (end.join([titles, *rows]) + end).encode(encoding)


def with_part(raw: bytes, name: str, content: bytes) -> bytes:
    """The same packed file with one part replaced or added."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return written.getvalue()


def sheet_of(cells: str) -> bytes:
    """A sheet's XML around these rows."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>'.encode()
