"""Which nationalities stay in South Jakarta, how often, and how their documents are numbered (nationalities.csv).

Weights are a plausible guess, Korea, China and Japan first as the office says; they are no statistics.
Used to draw a demo only: nothing in SISADA weighs a person by nationality.
"""

import csv
from bisect import bisect
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
SHELTERED = frozenset({"AFG", "SOM", "YEM", "MMR", "XXB"})  # whom a UNHCR card is drawn for, so that the demo reads plausibly


@dataclass(frozen=True, slots=True)
class Nation:
    """`code` as ICAO writes it (Germany is D); `entry` tells how a visitor comes in: visa-free, visa-on-arrival or none of the two."""

    code: str
    weight: int
    culture: str
    style: str
    passports: tuple[str, ...]
    female: float
    entry: str
    cities: tuple[str, ...]


@cache
def all_nations() -> tuple[Nation, ...]:
    with (HERE / "nationalities.csv").open(encoding="utf-8") as lines:
        return tuple(
            Nation(
                code=row["code"],
                weight=int(row["weight"]),
                culture=row["culture"],
                style=row["style"],
                passports=tuple(row["passport"].split("|")),
                female=float(row["female"]),
                entry=row["entry"],
                cities=tuple(row["cities"].split("|")),
            )
            for row in csv.DictReader(lines)
        )


@cache
def pool(kind: str) -> tuple[tuple[Nation, ...], tuple[int, ...]]:
    """The nations of one pool with their summed weights: `any`, `sheltered`, `namesake`, or how they enter (`visa-free`, …)."""
    chosen = tuple(nation for nation in all_nations() if _belongs(nation, kind))
    return chosen, tuple(accumulate(nation.weight for nation in chosen))


def _belongs(nation: Nation, kind: str) -> bool:
    if kind == "any":
        return nation.code != "XXB"
    if kind == "sheltered":
        return nation.code in SHELTERED
    if kind == "namesake":
        return nation.style in {"korean", "chinese", "arab"}
    if kind == "visa-on-arrival":
        return nation.entry != "none"
    return nation.entry == kind


def draw(random: Random, kind: str) -> Nation:
    nations, summed = pool(kind)
    return nations[bisect(summed, random.random() * summed[-1])]


@cache
def of(code: str) -> Nation:
    """The nation with this code (of two cultures the first). Raises: KeyError for a code that the demo does not draw."""
    for nation in all_nations():
        if nation.code == code:
            return nation
    raise KeyError(code)
