"""The kelurahan as one SVG, which a script puts into the page and moves under a pin. What a unit is on the ground stands on it as data."""

from functools import cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from sisada.areas.drawing import path, sheet_of
from sisada.areas.shapes import shapes

WIDTH = 2000  # units of the drawing; where a city is 20 km wide a unit is 10 m, finer than a border is known
MARGIN = 0.02  # degrees of open ground around
DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" data-west="{}" data-north="{}" data-across="{}" data-down="{}">{}{}</svg>'
)


@cache
def svg() -> SafeString | None:
    """None: no borders are shipped for this office."""
    if not shapes():
        return None
    sheet = sheet_of([point for shape in shapes() for ring in shape.rings for point in ring], width=WIDTH, margin=MARGIN)
    rows = ((shape.code, f"{shape.name}, {shape.around}", path(shape, sheet)) for shape in shapes())
    paths = format_html_join("", '<path data-code="{}" data-name="{}" d="{}"/>', rows)
    labels = format_html_join("", '<text x="{}" y="{}">{}</text>', ((*sheet.place(shape.label), shape.name) for shape in shapes()))
    return format_html(DRAWN, WIDTH, sheet.height, sheet.west, sheet.north, sheet.across, sheet.down, paths, labels)
