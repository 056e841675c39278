"""The kelurahan as one SVG, which a script puts into the page and moves under a pin. What a unit is on the ground stands on it as data."""

import math
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from sisada.faces.public.borders.shapes import Point, Shape, shapes

WIDTH = 2000  # units of the drawing; where a city is 20 km wide a unit is 10 m, finer than a border is known
MARGIN = 0.02  # degrees of open ground around
DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" data-west="{}" data-north="{}" data-across="{}" data-down="{}">{}{}</svg>'
)


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


@cache
def svg() -> SafeString | None:
    """None: no borders are shipped for this office."""
    if not shapes():
        return None
    sheet = sheet_of([point for shape in shapes() for ring in shape.rings for point in ring])
    rows = ((shape.code, f"{shape.name}, {shape.around}", path(shape, sheet)) for shape in shapes())
    paths = format_html_join("", '<path data-code="{}" data-name="{}" d="{}"/>', rows)
    labels = format_html_join("", '<text x="{}" y="{}">{}</text>', ((*sheet.place(shape.label), shape.name) for shape in shapes()))
    return format_html(DRAWN, WIDTH, sheet.height, sheet.west, sheet.north, sheet.across, sheet.down, paths, labels)


def sheet_of(points: list[Point]) -> Sheet:
    west, east = min(lon for lon, _ in points) - MARGIN, max(lon for lon, _ in points) + MARGIN
    south, north = min(lat for _, lat in points) - MARGIN, max(lat for _, lat in points) + MARGIN
    across = WIDTH / (east - west)
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
