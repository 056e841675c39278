"""What an area code is called, and what lies inside it. Codes are Kemendagri's and stay text: their dots matter.

Never join by name: Setiabudi (31.74.02) contains Setia Budi (31.74.02.1001), and Menteng Dalam lies in Tebet.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Area:
    code: str
    level: str  # provinsi, kota, kabupaten, kecamatan, kelurahan
    name: str
    parent: str


@cache
def _all() -> dict[str, Area]:
    rows: dict[str, Area] = {}
    for path in sorted(DATA.glob("wilayah-*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows |= {row["code"]: Area(row["code"], row["level"], row["name"], row["parent"]) for row in csv.DictReader(file)}
    return rows


def area(code: str) -> Area | None:
    """The area of that code. None: not among the areas that this installation ships."""
    return _all().get(code)


def name_of(code: str | None) -> str:
    """Its name; for a place of another office, that of the city or regency around it. The code itself where we have neither;
    empty for no code."""
    found = next(filter(None, (area(wider) for wider in _from_narrow_to_wide(code or ""))), None)
    return found.name if found else code or ""


def _from_narrow_to_wide(code: str) -> list[str]:
    parts = code.split(".")
    return [".".join(parts[:length]) for length in range(len(parts), 0, -1)]


def smallest_within(codes: Iterable[str]) -> dict[str, list[Area]]:
    """The narrowest areas inside these codes that this installation ships, by what lies around them: kelurahan by kecamatan, or, where
    neither is shipped, cities and regencies by province."""
    own, divided = tuple(codes), {one.parent for one in _all().values()}
    around: dict[str, list[Area]] = {}
    for one in _all().values():
        if one.code not in divided and any(one.code == code or one.code.startswith(f"{code}.") for code in own):
            around.setdefault(one.parent, []).append(one)
    return around
