"""PostgreSQL's text form of COPY: one line a row, tabs between values, `\\N` for null. Pure."""

from collections.abc import Iterable, Sequence
from typing import Final

from sisada.inside.link.pgoutput import Value

_UNESCAPED: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def lines(rows: Iterable[Sequence[Value]]) -> bytes:
    """These rows for COPY FROM.

    Raises: TypeError for a value that the source left out: its column must not be named in the statement.
    """
    return "".join([_line(values) for values in rows]).encode()


def row(line: bytes) -> tuple[str | None, ...]:
    """The values of one line of COPY TO."""
    text = line.decode().removesuffix("\n")
    if "\\" not in text:
        return tuple(text.split("\t"))
    return tuple([None if value == "\\N" else _read(value) for value in text.split("\t")])


def _line(values: Sequence[Value]) -> str:
    """Nearly every row needs no escape: one look at the whole line says so, instead of one at each value."""
    line = "\t".join(["\\N" if value is None else value for value in values])  # type: ignore[misc]  # join refuses what was left out
    plain = line.count("\\") == values.count(None) and line.count("\t") == len(values) - 1 and "\n" not in line and "\r" not in line
    return line + "\n" if plain else "\t".join([_written(value) for value in values]) + "\n"


def _written(value: Value) -> str:
    if not isinstance(value, str):
        return "\\N"
    return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def _read(value: str) -> str:
    if "\\" not in value:
        return value
    first, *rest = value.split("\\")
    parts, literal = [first], False
    for part in rest:
        if literal:  # the backslash before was itself escaped
            parts.append(part)
            literal = False
        elif part == "":
            parts.append("\\")
            literal = True
        else:
            parts.append(_UNESCAPED.get(part[0], part[0]) + part[1:])
    return "".join(parts)
