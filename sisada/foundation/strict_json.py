"""JSON from a stranger, read strictly: no unknown, missing or doubled name, nothing of another type, nothing longer than it may be.

A reader of some format raises its own error; here everything that does not fit is a `DoesNotFit` with the name of the place and never
with what stood there."""

import json
from base64 import b64decode
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Never, TypeVar
from uuid import UUID

Read = TypeVar("Read")


class DoesNotFit(ValueError):  # noqa: N818 - it says what is so
    """The place that does not fit, as it is named in the format."""


def object_of(raw: bytes, *, at_most: int) -> dict[str, Any]:
    """The JSON object in `raw`, at most so many bytes.

    Raises: DoesNotFit."""
    if len(raw) > at_most:
        raise DoesNotFit("size")
    try:
        read = json.loads(raw.decode("utf-8"), object_pairs_hook=_once_each, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise DoesNotFit("json") from None
    if not isinstance(read, dict):
        raise DoesNotFit("json")
    return read


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = dict(pairs)
    if len(names) != len(pairs):
        raise DoesNotFit("json")
    return names


def _no_number(_: str) -> Never:
    raise DoesNotFit("json")  # NaN and Infinity are no JSON, though Python reads them


class Fields:
    """The fields of one object, each to be taken by its kind."""

    def __init__(self, row: object, names: Sequence[str]) -> None:
        """Raises: DoesNotFit when it is no object with exactly these names."""
        if not isinstance(row, dict) or set(row) != set(names):
            raise DoesNotFit("names")
        self._row = row

    def text(self, name: str, *, at_most: int) -> str:
        """Text of at most so many characters, without signs that a database refuses."""
        found = self._row[name]
        if not isinstance(found, str) or len(found) > at_most or "\0" in found or not _is_unicode(found):
            raise DoesNotFit(name)
        return found

    def one_of(self, name: str, allowed: Sequence[str]) -> str:
        found = self._row[name]
        if not isinstance(found, str) or found not in allowed:
            raise DoesNotFit(name)
        return found

    def yes_or_no(self, name: str) -> bool:
        found = self._row[name]
        if not isinstance(found, bool):
            raise DoesNotFit(name)
        return found

    def number(self, name: str, *, least: float, most: float) -> float:
        found = self._row[name]
        if isinstance(found, bool) or not isinstance(found, int | float) or not least <= found <= most:
            raise DoesNotFit(name)
        return float(found)

    def id(self, name: str) -> UUID:
        return self._parsed(name, UUID, str)

    def day(self, name: str) -> date:
        return self._parsed(name, date.fromisoformat, date.isoformat)

    def instant(self, name: str) -> datetime:
        """An instant that knows its zone."""
        found = self._parsed(name, datetime.fromisoformat, datetime.isoformat)
        if found.tzinfo is None:
            raise DoesNotFit(name)
        return found

    def key(self, name: str) -> bytes:
        """32 bytes in base64."""
        found = self._parsed(name, lambda text: b64decode(text, validate=True), None)
        if len(found) != 32:
            raise DoesNotFit(name)
        return found

    def objects(self, name: str, read: Callable[[object], Read], *, at_most: int) -> tuple[Read, ...]:
        found = self._row[name]
        if not isinstance(found, list) or len(found) > at_most:
            raise DoesNotFit(name)
        return tuple(read(one) for one in found)

    def object(self, name: str, read: Callable[[object], Read]) -> Read:
        return read(self._row[name])

    def or_none(self, name: str, take: Callable[[str], Read]) -> Read | None:
        """None: the field stands there and is empty. `take` is one of the methods above."""
        return None if self._row[name] is None else take(name)

    def _parsed(self, name: str, parse: Callable[[str], Read], write: Callable[[Read], str] | None) -> Read:
        """Read by `parse`, and only in the one form that `write` gives."""
        found = self._row[name]
        try:
            parsed = parse(found)
        except (TypeError, ValueError, AttributeError):
            raise DoesNotFit(name) from None
        if write is not None and write(parsed) != found:
            raise DoesNotFit(name)
        return parsed


def _is_unicode(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # half a sign, which JSON can write and UTF-8 cannot
        return False
    return True
