"""Rows of a CSV file, whatever program wrote it: its encoding and its separator are found out from the file itself."""

import codecs
import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final

from sisada.outside.letterbox.lists.tables import MOST_COLUMNS, MOST_LINES, NOT_A_LIST, TOO_LARGE, ListProblem, TableRow

SEPARATORS: Final = ";,\t|"
MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
TELLING: Final = 10  # lines from which the separator is guessed
MOST_IN_A_CELL: Final = 10_000


def rows_of(raw: bytes) -> Iterator[TableRow]:
    """Raises: ListProblem for what is no text, and for a table larger than any list."""
    text = text_of(raw)
    lines, separator = lines_of(text)
    try:
        for number, cells in enumerate(csv.reader(lines, delimiter=separator), start=1):
            if number > MOST_LINES:
                raise ListProblem(TOO_LARGE)
            yield TableRow(number, [cell[:MOST_IN_A_CELL] for cell in cells[:MOST_COLUMNS]])
    except csv.Error:
        raise ListProblem(NOT_A_LIST) from None


def text_of(raw: bytes) -> str:
    """By its mark; without one UTF-16 shows by its empty bytes, and what is no UTF-8 was written by an old Windows."""
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _decoded(raw.removeprefix(mark), encoding)
    if b"\0" in raw[:200]:
        return _decoded(raw, "utf-16-le" if raw[1:2] == b"\0" else "utf-16-be")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(raw, "windows-1252")


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        raise ListProblem(NOT_A_LIST) from None
    if "\0" in text:
        raise ListProblem(NOT_A_LIST)
    return text


def lines_of(text: str) -> tuple[Iterator[str], str]:
    """The lines, and what separates cells: as Excel's own first line says ("sep=;"), else what most of the first lines agree on."""
    lines = text.splitlines(keepends=True)
    first = lines[0].strip().lower() if lines else ""
    if first.startswith("sep=") and len(first) == 5:
        return iter(["\n", *lines[1:]]), first[4]  # an empty line in its stead: rows keep their numbers
    return iter(lines), _separator(list(islice(lines, TELLING)))


def _separator(lines: list[str]) -> str:
    """The sign that stands in most lines; of two, the one that stands there more often."""
    in_lines = {sign: Counter(line.count(sign) for line in lines if sign in line) for sign in SEPARATORS}
    return max(SEPARATORS, key=lambda sign: (in_lines[sign].total(), sum(count * times for count, times in in_lines[sign].items())))
