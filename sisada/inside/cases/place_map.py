"""A small map of where something was seen: the borders around, the kelurahan's own, and the reporter's pin. Drawn from what ships with the
code, so no map server learns what the office reads."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from sisada.areas.drawing import Sheet, path, sheet_of
from sisada.areas.shapes import Point, Shape, shapes

WIDTH = 600  # units of the drawing
LEAST_SIDE = 0.012  # degrees around a pin: about 1.3 km
HEIGHT_SHARE = 0.62
DRAWN = (
    '<svg class="place-map" viewBox="0 0 {} {}" role="img" aria-label="{}">'
    '<g class="place-areas">{}</g><g class="place-names">{}</g>{}</svg>'
)
AREA = '<path class="{}" d="{}"/>'
NAME = '<text x="{}" y="{}">{}</text>'
PIN = (
    '<g class="place-pin" transform="translate({} {})"><circle r="46"/>'
    '<path d="M0 0c-20-30-26-40-26-54a26 26 0 0 1 52 0c0 14-6 24-26 54z"/><circle class="place-hole" cy="-54" r="9"/></g>'
)


def place_map(kelurahan: str | None, *, lat: float | None, lon: float | None, label: str) -> SafeString | None:
    """`label` is what a reader hears. None: neither a pin nor a kelurahan whose borders are shipped."""
    own = next((one for one in shapes() if one.code == kelurahan), None)
    pin = (lon, lat) if lat is not None and lon is not None and shapes() else None
    if own is None and pin is None:
        return None
    sheet = _sheet(own, pin)
    height = round(WIDTH * HEIGHT_SHARE)
    near = [one for one in shapes() if _shows(one, sheet, height)]
    areas = format_html_join("", AREA, (("place-own" if one is own else "", path(one, sheet)) for one in near))
    names = format_html_join(
        "", NAME, ((*sheet.place(one.label), one.name) for one in near if one is own or _inside(one.label, sheet, height))
    )
    return format_html(DRAWN, WIDTH, height, label, areas, names, format_html(PIN, *sheet.place(pin)) if pin else "")


def _sheet(own: Shape | None, pin: Point | None) -> Sheet:
    """The pin in the middle; without one the whole kelurahan."""
    corners = [point for ring in own.rings for point in ring] if own and pin is None else [pin] if pin else []
    middle = _middle(corners)
    reach = max(LEAST_SIDE, *(abs(lon - middle[0]) for lon, _ in corners), *(abs(lat - middle[1]) / HEIGHT_SHARE for _, lat in corners))
    down = reach * HEIGHT_SHARE
    return sheet_of([(middle[0] - reach, middle[1] - down), (middle[0] + reach, middle[1] + down)], width=WIDTH, margin=0)


def _middle(points: list[Point]) -> Point:
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2


def _shows(shape: Shape, sheet: Sheet, height: int) -> bool:
    """Whether its box and the sheet's meet."""
    places = [sheet.place(point) for ring in shape.rings for point in ring]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return min(xs) < WIDTH and max(xs) > 0 and min(ys) < height and max(ys) > 0


def _inside(point: Point, sheet: Sheet, height: int) -> bool:
    x, y = sheet.place(point)
    return 60 < x < WIDTH - 60 and 20 < y < height - 10
