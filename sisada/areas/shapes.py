"""Kelurahan as polygons. An office whose borders are not shipped has none, and its pages show the list alone."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sisada.areas.names import DATA
from sisada.foundation.office import office

Point = tuple[float, float]  # longitude, latitude, as GeoJSON has them
Ring = tuple[Point, ...]


@dataclass(frozen=True)
class Shape:
    code: str
    name: str
    around: str  # the kecamatan's name
    label: Point
    rings: tuple[Ring, ...]  # outer ones and holes alike: a point inside an odd number of them is inside


@cache
def shapes() -> tuple[Shape, ...]:
    """All of this office's kelurahan."""
    return tuple(shape for path in sorted(DATA.glob("kelurahan-*.geojson")) for shape in _read(path.read_text(encoding="utf-8")))


def _read(text: str) -> Iterator[Shape]:
    for feature in json.loads(text)["features"]:
        about = feature["properties"]
        if office().covers(about["code"]):
            label = (about["label_lon"], about["label_lat"])
            yield Shape(about["code"], about["name"], about["kecamatan"], label, tuple(_rings(feature["geometry"])))


def _rings(geometry: dict[str, Any]) -> Iterator[Ring]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        for ring in polygon:
            yield tuple((lon, lat) for lon, lat in ring)


def shape_at(lat: float, lon: float) -> Shape | None:
    """The kelurahan in which the point lies. None: in none of ours."""
    return next((shape for shape in shapes() if sum(_inside(ring, lon, lat) for ring in shape.rings) % 2), None)


def _inside(ring: Ring, lon: float, lat: float) -> bool:
    """Whether a line from the point to the east crosses the ring an odd number of times."""
    crossings = 0
    for (lon_1, lat_1), (lon_2, lat_2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (lat_1 > lat) != (lat_2 > lat) and lon < lon_1 + (lat - lat_1) * (lon_2 - lon_1) / (lat_2 - lat_1):
            crossings += 1
    return bool(crossings % 2)
