"""PostgreSQL's text form of COPY: one line a row, tabs between values, `\\N` for null. Pure."""

from collections.abc import Iterable
from typing import Final

from sisada.inside.link.pgoutput import Value

_ESCAPES: Final = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_UNESCAPED: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def lines(rows: Iterable[Iterable[Value]]) -> bytes:
    """These rows for COPY FROM. A value that the source left out has no place here: its column is not named in the statement."""
    return "".join(["\t".join([_written(value) for value in row]) + "\n" for row in rows]).encode()


def row(line: bytes) -> tuple[str | None, ...]:
    """The values of one line of COPY TO."""
    text = line.decode().removesuffix("\n")
    if "\\" not in text:
        return tuple(text.split("\t"))
    return tuple([None if value == "\\N" else _read(value) for value in text.split("\t")])


def _written(value: Value) -> str:
    if value is None:
        return "\\N"
    if not isinstance(value, str):
        raise TypeError("a value that was left out cannot be copied")
    return value.translate(_ESCAPES) if _needs_escape(value) else value


def _needs_escape(value: str) -> bool:
    return "\\" in value or "\n" in value or "\t" in value or "\r" in value


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
