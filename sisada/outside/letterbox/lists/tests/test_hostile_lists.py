"""Files made to hurt: each is refused in words, soon, and without being unpacked."""

import time
import zipfile
from io import BytesIO

import pytest

from sisada.outside.letterbox.lists.reading import read_list
from sisada.outside.letterbox.lists.tables import ListProblem
from sisada.outside.letterbox.lists.tests import files
from sisada.outside.letterbox.lists.tests.test_reading import TODAY

GOOD = files.xlsx(["Anna", "Utopia", "X1", "03/02/2026", None])
SHEET = "xl/worksheets/sheet1.xml"
NAMED = '<row r="1"><c r="A1" t="inlineStr"><is><t>Nama</t></is></c></row>'
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
OF_OTHERS = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet>&a;</worksheet>'


def packed(content: bytes, *, times: int = 1) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(times):
            archive.writestr(f"xl/{number}.xml", content)
    return written.getvalue()


def lying(raw: bytes) -> bytes:
    """Says of its parts that they are small."""
    at = raw.index(b"PK\x01\x02")
    return raw[: at + 24] + (10).to_bytes(4, "little") + raw[at + 28 :]


def deep(levels: int) -> bytes:
    return files.with_part(GOOD, SHEET, b"<a>" * levels + b"</a>" * levels)


HOSTILE = {
    "a bomb of zeros": packed(b"0" * 50_000_000),
    "many bombs": packed(b" " * 1_000_000, times=150),
    "more parts than a spreadsheet has": packed(b"", times=500),
    "sizes that lie": lying(packed(b"<a/>" * 1_000_000)),
    "millions of short tags": files.with_part(GOOD, "xl/sharedStrings.xml", b"<sst>" + b"<si/>" * 1_500_000 + b"</sst>"),
    "tags hidden by an encoding": files.with_part(GOOD, SHEET, b'<?xml version="1.0" encoding="cp037"?>' + b"L" * 1000),
    "tags in UTF-16": files.with_part(GOOD, SHEET, "<worksheet/>".encode("utf-16")),
    "entities that grow": files.with_part(GOOD, SHEET, LAUGHS),
    "entities of others": files.with_part(GOOD, SHEET, OF_OTHERS),
    "tags within tags within tags": deep(100_000),
    "no sheet": files.with_part(GOOD, "xl/workbook.xml", b"<workbook/>"),
    "broken XML": files.with_part(GOOD, SHEET, b"<worksheet><sheetData>"),
    "half a file": GOOD[: len(GOOD) // 2],
    "nothing but a beginning": b"PK\x03\x04",
    "another packed file": packed(b"<a/>"),
    "a cell beyond all rows": files.with_part(GOOD, SHEET, files.sheet_of('<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>')),
    "a text that is not there": files.with_part(GOOD, SHEET, files.sheet_of('<row r="1"><c r="A1" t="s"><v>99999</v></c></row>')),
    "a place that is none": files.with_part(GOOD, SHEET, files.sheet_of('<row r="x"><c r="?"><v>1</v></c></row>')),
    "the Excel of before 2007": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "a photo": b"\xff\xd8\xff\xe0" + b"\0" * 600,
    "a paper": b"%PDF-1.7\n",
    "a page": b"<html><table><tr><td>Nama</td></tr></table></html>",
    "half a sign": b"\xff\xfeN\0a\0m\0a\0\n\0\xd8",
    "UTF-32": files.csv("Anna;;;;", encoding="utf-32"),
    "one endless cell": b'Nama;Masuk\n"' + b"a" * 1_900_000,
    "one endless line": b"Nama" + b";" * 1_900_000,
    "too many lines": b"Nama\n" * 300_000,
    "more than two megabytes": b"Nama\n" + b"a\n" * 1_000_001,
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_in_words_and_soon(raw: bytes) -> None:
    began = time.process_time()
    with pytest.raises(ListProblem) as refused:
        read_list(raw, today=TODAY)
    assert str(refused.value.sentence)
    assert time.process_time() - began < 2


def test_a_sheet_that_says_it_is_endless_is_read_as_far_as_it_goes() -> None:
    cells = f'{NAMED}<row r="2"><c r="A2" t="inlineStr"><is><t>Anna</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    raw = files.with_part(GOOD, SHEET, files.sheet_of(cells).replace(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>'))
    assert [person.name for person in read_list(raw, today=TODAY)] == ["Anna"]


def test_a_refusal_never_repeats_what_the_file_held_beyond_the_cell_it_is_about() -> None:
    with pytest.raises(ListProblem) as refused:
        read_list(files.csv("Rahasia Namanya;;;besok;"), today=TODAY)
    assert "Rahasia" not in "".join(map(str, refused.value.sentences)) + repr(refused.value)
