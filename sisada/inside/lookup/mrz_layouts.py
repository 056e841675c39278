"""Where each field stands in each kind of machine readable zone. Lines and positions count from 1, as in ICAO's own tables.

Source: ICAO 9303-4 (TD3), -5 (TD1), -6 (TD2), -7 (visas MRV-A, MRV-B)
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple


class MrzKind(StrEnum):
    TD1 = "TD1"
    TD2 = "TD2"
    TD3 = "TD3"
    MRV_A = "MRV-A"
    MRV_B = "MRV-B"


class Place(NamedTuple):
    """Signs of one line, both ends counting."""

    line: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of zone. Number, birth date and expiry have their check digit right behind them; None: this kind has no such digit.
    `opens_with` holds the letters that its first sign may be."""

    kind: MrzKind
    lines: int
    width: int
    opens_with: str
    document_code: Place
    issuer: Place
    name: Place
    number: Place
    nationality: Place
    birth_date: Place
    sex: Place
    expires_on: Place
    optional: tuple[Place, ...]  # the first is where a number longer than its field goes on
    number_may_go_on: bool
    optional_check: Place | None
    composite_over: tuple[Place, ...]
    composite: Place | None

    @property
    def signs(self) -> int:
        return self.lines * self.width


def _two_lines(kind: MrzKind, *, width: int, opens_with: str) -> Layout:
    """The form that passports, cards and visas share; as a visa has it, without a composite."""
    return Layout(
        kind=kind, lines=2, width=width, opens_with=opens_with,
        document_code=Place(1, 1, 2), issuer=Place(1, 3, 5), name=Place(1, 6, width),
        number=Place(2, 1, 9), nationality=Place(2, 11, 13), birth_date=Place(2, 14, 19), sex=Place(2, 21, 21), expires_on=Place(2, 22, 27),
        optional=(Place(2, 29, width),), number_may_go_on=False, optional_check=None, composite_over=(), composite=None,
    )  # fmt: skip


MRV_A = _two_lines(MrzKind.MRV_A, width=44, opens_with="V")
MRV_B = _two_lines(MrzKind.MRV_B, width=36, opens_with="V")
TD3 = replace(
    _two_lines(MrzKind.TD3, width=44, opens_with="P"),
    optional=(Place(2, 29, 42),), optional_check=Place(2, 43, 43),
    composite_over=(Place(2, 1, 10), Place(2, 14, 20), Place(2, 22, 43)), composite=Place(2, 44, 44),
)  # fmt: skip
TD2 = replace(
    _two_lines(MrzKind.TD2, width=36, opens_with="ACI"),
    optional=(Place(2, 29, 35),), number_may_go_on=True,
    composite_over=(Place(2, 1, 10), Place(2, 14, 20), Place(2, 22, 35)), composite=Place(2, 36, 36),
)  # fmt: skip
TD1 = Layout(
    kind=MrzKind.TD1, lines=3, width=30, opens_with="ACI",
    document_code=Place(1, 1, 2), issuer=Place(1, 3, 5), name=Place(3, 1, 30),
    number=Place(1, 6, 14), nationality=Place(2, 16, 18), birth_date=Place(2, 1, 6), sex=Place(2, 8, 8), expires_on=Place(2, 9, 14),
    optional=(Place(1, 16, 30), Place(2, 19, 29)), number_may_go_on=True, optional_check=None,
    composite_over=(Place(1, 6, 30), Place(2, 1, 7), Place(2, 9, 15), Place(2, 19, 29)), composite=Place(2, 30, 30),
)  # fmt: skip

LAYOUTS = (TD3, MRV_A, TD2, MRV_B, TD1)
