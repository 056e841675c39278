"""How one value of the Directorate's becomes one of ours, as PostgreSQL writes values in text (dates ISO, instants UTC). Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

Convert = Callable[[str], str]


class BadValueError(ValueError):
    """A value that has no place on our side. Says which rule it breaks, never what it is."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A type on their side, the types it may have on ours, and what happens between. `convert` None: nothing."""

    theirs: str
    ours: tuple[str, ...]
    convert: Convert | None = None


def words(translations: Mapping[str, str]) -> Kind:
    """A closed set of their words, each with ours."""

    def translated(word: str) -> str:
        try:
            return translations[word]
        except KeyError:
            raise BadValueError("unknown-word") from None

    return Kind("text", ("text", "character varying"), translated)


def _day(value: str) -> str:
    """PostgreSQL also knows days before Christ, after 9999 and `infinity`: whoever reads our pages in Python does not."""
    if len(value) != 10 or value[4] != "-":
        raise BadValueError("day-outside-calendar")
    return value


def _instant(value: str) -> str:
    if value[4:5] != "-" or not value.endswith("+00"):
        raise BadValueError("instant-outside-calendar")
    return value


TEXT: Final = Kind("text", ("text", "character varying"))
INTEGER: Final = Kind("bigint", ("bigint",))
SMALL: Final = Kind("smallint", ("smallint",))
DAY: Final = Kind("date", ("date",), _day)
INSTANT: Final = Kind("timestamp with time zone", ("timestamp with time zone",), _instant)
PICTURE: Final = Kind("bytea", ("bytea",))

TYPE_OIDS: Final = {"text": 25, "bigint": 20, "smallint": 21, "date": 1082, "timestamp with time zone": 1184, "bytea": 17}
