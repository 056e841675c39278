"""Borders as paths on a sheet: where a place on the ground lies in a drawing. North is up; no projection, which a city does not need."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from sisada.areas.shapes import Point, Shape


@dataclass(frozen=True)
class Sheet:
    """Where the drawing lies on the ground. `across` and `down`: units for a degree of longitude and of latitude."""

    west: float
    north: float
    across: float
    down: float
    height: int

    def place(self, point: Point) -> tuple[int, int]:
        return round((point[0] - self.west) * self.across), round((self.north - point[1]) * self.down)


def sheet_of(points: Sequence[Point], *, width: int, margin: float) -> Sheet:
    """A sheet of `width` units on which all these points lie, with so many degrees of open ground around."""
    west, east = min(lon for lon, _ in points) - margin, max(lon for lon, _ in points) + margin
    south, north = min(lat for _, lat in points) - margin, max(lat for _, lat in points) + margin
    across = width / (east - west)
    down = across / math.cos(math.radians((south + north) / 2))  # away from the equator degrees of longitude are shorter
    return Sheet(west, north, across, down, height=round((north - south) * down))


def path(shape: Shape, sheet: Sheet) -> str:
    """Every ring as steps from point to point, which are shorter to write than places."""
    drawn = []
    for ring in shape.rings:
        places = [place for place, _ in groupby(sheet.place(point) for point in ring)]
        steps = (f"{x - last_x} {y - last_y}" for (last_x, last_y), (x, y) in pairwise(places))
        drawn.append(f"M{places[0][0]} {places[0][1]}l{' '.join(steps)}z")
    return "".join(drawn)
