"""Reads the machine readable zone of a travel document or visa, as pasted or read by a camera: all of it, or exactly where it is wrong.

Begin with `read_mrz`. Kinds and their places stand in mrz_layouts.py, check digits in mrz_check_digits.py, single fields in mrz_fields.py.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from sisada.inside.lookup.birth_dates import BirthDate
from sisada.inside.lookup.mrz_check_digits import FILLER, check_digit
from sisada.inside.lookup.mrz_fields import MrzFault, Reading, Wrong
from sisada.inside.lookup.mrz_layouts import LAYOUTS, TD1, TD3, Layout, MrzKind, Place

SHORTEST_ATTEMPT = TD1.width  # one whole line of the narrowest kind
BEGINNING = re.compile("[PACIV]<[A-Z]{3}")  # kind, filler, issuer: nobody types a name so


@dataclass(frozen=True, slots=True)
class Mrz:
    """What a zone says. Names have blanks between their parts; fields that the document leaves empty are empty texts."""

    kind: MrzKind
    document_code: str
    issuer: str
    number: str  # never empty
    nationality: str
    birth_date: BirthDate | None  # None: the document does not say the year
    sex: str | None  # M or F; None: not stated
    expires_on: date | None  # None: the document has no end
    primary_name: str
    secondary_name: str
    name_is_cut: bool  # a letter at the last position: the name may go on, so its last part is only a beginning
    single_name: bool  # no part is told from the other: one name only, or an issuer who does not know which is which
    optional: str


def looks_like_mrz(text: str) -> bool:
    """Whether somebody tried to give an MRZ: fillers in it, and at least one line's length of signs or the way that a zone begins."""
    signs = _signs("".join(text.split()))
    return FILLER in signs and (len(signs) >= SHORTEST_ATTEMPT or bool(BEGINNING.match(signs)))


def read_mrz(text: str, today: date) -> Mrz | tuple[MrzFault, ...]:
    """The zone in `text`, or every fault in the order of their places. Blanks, small letters, and lines joined or broken elsewhere
    do not matter; « counts as two fillers. `today` settles the century: no birth to come, no expiry far away.

    Source: ICAO 9303-3 §4"""
    lines = [_signs("".join(line.split())) for line in text.splitlines() if line.strip()]
    layout = _layout_of("".join(lines))
    if isinstance(layout, MrzFault):
        return (layout,)
    if layout is None:
        return _faults_of_length(lines)
    reading = Reading(layout, "".join(lines), today)
    foreign = reading.foreign_signs()
    if foreign:  # no check digit can be told from such signs
        return foreign
    mrz = _read(reading)
    return tuple(sorted(reading.faults, key=lambda fault: (fault.line, fault.position))) or mrz


def _signs(line: str) -> str:
    return unicodedata.normalize("NFKC", line).upper().replace("«", FILLER * 2).replace("‹", FILLER)


def _layout_of(signs: str) -> Layout | MrzFault | None:
    """The kind by length and first letter; a fault when no kind of that length opens so; None when no kind has that length."""
    of_length = [layout for layout in LAYOUTS if layout.signs == len(signs)]
    if not of_length:
        return None
    fitting = next((layout for layout in of_length if signs[0] in layout.opens_with), None)
    return fitting or MrzFault(1, 1, Wrong.DOCUMENT_CODE)


def _faults_of_length(lines: list[str]) -> tuple[MrzFault, ...]:
    """Where each line begins to miss signs or to have too many, by the kind it comes nearest to."""
    nearest = _nearest(lines)
    if len(lines) == 1:
        lines = _broken("".join(lines), nearest)
    width = nearest.width
    wrong = [MrzFault(number, min(len(line), width) + 1, Wrong.LENGTH) for number, line in enumerate(lines, start=1) if len(line) != width]
    missing = [MrzFault(number, 1, Wrong.LENGTH) for number in range(len(lines) + 1, nearest.lines + 1)]
    return tuple(wrong + missing) or (MrzFault(nearest.lines + 1, 1, Wrong.LENGTH),)


def _nearest(lines: list[str]) -> Layout:
    total = sum(map(len, lines))
    longest = max(map(len, lines), default=0)
    if len(lines) == 1 and longest > TD3.width + SHORTEST_ATTEMPT // 2:  # the lines were joined
        return min(LAYOUTS, key=lambda layout: abs(layout.signs - total))
    return TD1 if len(lines) >= TD1.lines else min(LAYOUTS, key=lambda layout: abs(layout.width - longest))


def _broken(joined: str, layout: Layout) -> list[str]:
    """Lines that were joined into one, broken again; what is left over stays with the last."""
    starts = [start for start in range(0, layout.signs, layout.width) if start < len(joined)]
    return [joined[start : start + layout.width] for start in starts[:-1]] + [joined[starts[-1] :]] if starts else []


def _read(reading: Reading) -> Mrz:
    layout = reading.layout
    number, optional = _number(reading)
    birth_date = reading.birth_date()
    expires_on = reading.expires_on()
    _check_optional_and_composite(reading)
    name = reading.text(layout.name)
    primary, _, secondary = name.rstrip(FILLER).partition(FILLER * 2)
    if not re.fullmatch("[A-Z][A-Z<]*", name):
        reading.fault(layout.name, Wrong.NAME, at=_first_not_in_a_name(name))
    return Mrz(
        kind=layout.kind, document_code=reading.trimmed(layout.document_code), issuer=reading.state(layout.issuer, Wrong.ISSUER),
        number=number, nationality=reading.state(layout.nationality, Wrong.NATIONALITY), birth_date=birth_date, sex=reading.sex(),
        expires_on=expires_on, primary_name=_words(primary), secondary_name=_words(secondary),
        name_is_cut=name[-1] != FILLER, single_name=not secondary, optional=optional,
    )  # fmt: skip


def _number(reading: Reading) -> tuple[str, str]:
    """The number and what is left of the optional fields. A number longer than its field has a filler where its check digit would be and
    goes on in the optional field, check digit last. Source: ICAO 9303-5 §4.2.2 note j, 9303-6 §4.2.2 note j"""
    field, optional = reading.layout.number, [reading.text(place) for place in reading.layout.optional]
    head, digit = reading.text(field), reading.text(Place(field.line, field.last + 1, field.last + 1))
    rest = optional[0].partition(FILLER)[0]
    place = Place(field.line, field.last + 1, field.last + 1)
    number = head
    if digit == FILLER and reading.layout.number_may_go_on and rest:
        number, digit, optional[0] = head + rest[:-1], rest[-1], optional[0][len(rest) :]
        place = reading.layout.optional[0]._replace(first=reading.layout.optional[0].first + len(rest) - 1)
    if not number.strip(FILLER):  # fillers alone: every document has a number, and without one a search would go by name
        reading.fault(field, Wrong.NUMBER)
    elif check_digit(number) != digit:
        reading.fault(place, Wrong.NUMBER_CHECK)
    return _trimmed(number), " ".join(words for words in map(_words, optional) if words)


def _check_optional_and_composite(reading: Reading) -> None:
    layout = reading.layout
    if layout.optional_check:
        signs, digit = reading.text(layout.optional[0]), reading.text(layout.optional_check)
        left_empty = digit == FILLER and not signs.strip(FILLER)
        if check_digit(signs) != digit and not left_empty:
            reading.fault(layout.optional_check, Wrong.OPTIONAL_CHECK)
    if layout.composite and check_digit("".join(map(reading.text, layout.composite_over))) != reading.text(layout.composite):
        reading.fault(layout.composite, Wrong.COMPOSITE_CHECK)


def _first_not_in_a_name(name: str) -> int:
    found = re.search("[^A-Z<]", name)
    return found.start() if found else 0


def _trimmed(field: str) -> str:
    return field.rstrip(FILLER)


def _words(field: str) -> str:
    return " ".join(part for part in field.split(FILLER) if part)
