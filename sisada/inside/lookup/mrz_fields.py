"""Single fields of a machine readable zone, and the faults found while reading them."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sisada.inside.lookup.birth_dates import BirthDate, born_not_later_than
from sisada.inside.lookup.mrz_check_digits import FILLER, check_digit
from sisada.inside.lookup.mrz_layouts import Layout, Place

EXPIRY_AHEAD_YEARS = 50  # an expiry is read in the century that puts it at most this far ahead: golden permits run ten years


class Wrong(StrEnum):
    LENGTH = "length"
    SIGN = "sign"
    DOCUMENT_CODE = "document-code"
    ISSUER = "issuer"
    NAME = "name"
    NUMBER = "number"
    NUMBER_CHECK = "number-check-digit"
    NATIONALITY = "nationality"
    BIRTH_DATE = "birth-date"
    BIRTH_DATE_CHECK = "birth-date-check-digit"
    SEX = "sex"
    EXPIRY = "expiry"
    EXPIRY_CHECK = "expiry-check-digit"
    OPTIONAL_CHECK = "optional-check-digit"
    COMPOSITE_CHECK = "composite-check-digit"


@dataclass(frozen=True, slots=True)
class MrzFault:
    """What does not fit, and where an eye should look: line and position count from 1. For LENGTH the position is that of the
    first sign missing or too many; for a check digit that of the digit, though the sign it guards may be the one misread."""

    line: int
    position: int
    what: Wrong


@dataclass(slots=True)
class Reading:
    """One zone while it is read: its signs in one row, and the faults so far."""

    layout: Layout
    signs: str
    today: date
    faults: list[MrzFault] = field(default_factory=list)

    def text(self, place: Place) -> str:
        start = (place.line - 1) * self.layout.width
        return self.signs[start + place.first - 1 : start + place.last]

    def trimmed(self, place: Place) -> str:
        return self.text(place).rstrip(FILLER)

    def fault(self, place: Place, what: Wrong, *, at: int = 0) -> None:
        self.faults.append(MrzFault(place.line, place.first + at, what))

    def foreign_signs(self) -> tuple[MrzFault, ...]:
        """Signs that no zone has, each with its place."""
        width = self.layout.width
        return tuple(
            MrzFault(place // width + 1, place % width + 1, Wrong.SIGN)
            for place, sign in enumerate(self.signs)
            if not re.match("[A-Z0-9<]", sign)
        )

    def state(self, place: Place, what: Wrong) -> str:
        """The code of a state or organisation. A code that no table knows is not a fault: tables age."""
        if not re.fullmatch("[A-Z]+<*", self.text(place)):
            self.fault(place, what)
        return self.trimmed(place)

    def sex(self) -> str | None:
        """M, F, or None for unspecified, which is the filler; X, its form on the page, is seen here too and read as such."""
        said = self.text(self.layout.sex)
        if said not in ("M", "F", "X", FILLER):
            self.fault(self.layout.sex, Wrong.SEX)
        return said if said in ("M", "F") else None

    def birth_date(self) -> BirthDate | None:
        """None when the year is unknown. Unknown parts are fillers; 00 is seen for them as well."""
        place = self.layout.birth_date
        self._check(place, Wrong.BIRTH_DATE_CHECK)
        found = re.fullmatch(r"(?P<year>\d\d|<<)(?P<month>\d\d|<<)(?P<day>\d\d|<<)", self.text(place))
        if not found:
            self.fault(place, Wrong.BIRTH_DATE)
            return None
        year, month, day = (_known(found[part]) for part in ("year", "month", "day"))
        if found["year"].startswith(FILLER):
            return None
        born = born_not_later_than(self.today, two_digit_year=year or 0, month=month, day=day if month else None)
        if born is None:
            self.fault(place, Wrong.BIRTH_DATE)
        return born

    def expires_on(self) -> date | None:
        """None when the document has no end."""
        place = self.layout.expires_on
        self._check(place, Wrong.EXPIRY_CHECK)
        said = self.text(place)
        if said == FILLER * len(said):
            return None
        try:
            return date(_year_in_window(int(said[:2]), self.today), int(said[2:4]), int(said[4:]))
        except ValueError:
            self.fault(place, Wrong.EXPIRY)
            return None

    def _check(self, place: Place, what: Wrong) -> None:
        digit = Place(place.line, place.last + 1, place.last + 1)
        if check_digit(self.text(place)) != self.text(digit):
            self.fault(digit, what)


def _known(two_signs: str) -> int | None:
    """The number, or None when this part of a date is unknown."""
    return None if two_signs in (FILLER * 2, "00") else int(two_signs)


def _year_in_window(two_digits: int, today: date) -> int:
    latest = today.year + EXPIRY_AHEAD_YEARS
    return latest - (latest - two_digits) % 100
