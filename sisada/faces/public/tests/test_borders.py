"""In which kelurahan a point lies, and what the map weighs."""

import gzip

import pytest

from sisada.areas.names import DATA
from sisada.areas.shapes import shape_at, shapes
from sisada.faces.public.borders.drawing import svg
from sisada.faces.public.steps.place import pair

PLACES = [(-6.2545, 106.8535, "Rawajati"), (-6.2338, 106.85564, "Tebet Timur")]


@pytest.mark.parametrize(("lat", "lon", "name"), PLACES)
def test_a_point_is_found_in_its_kelurahan(lat: float, lon: float, name: str) -> None:
    found = shape_at(lat, lon)
    assert found is not None
    assert found.name == name


def test_every_label_lies_in_its_own_kelurahan() -> None:
    assert [shape.name for shape in shapes() if shape_at(shape.label[1], shape.label[0]) != shape] == []


def test_a_point_elsewhere_lies_in_none() -> None:
    assert shape_at(-6.17, 106.82) is None  # Monas
    assert shape_at(0, 0) is None


def test_the_map_is_small_enough_for_a_phone() -> None:
    drawn = svg()
    assert drawn is not None
    assert len(gzip.compress(drawn.encode())) < 15_000
    assert drawn.count("<path") == len(shapes()) == 65
    assert list(DATA.glob("kelurahan-*.geojson"))


@pytest.mark.parametrize("text", ["", "x", "1,2", "91.0,10.0", "-6.2,181.0", "-6.2,106.8,1.0", "<b>,1.0"])
def test_what_is_no_place_on_the_ground_is_none(text: str) -> None:
    assert pair(text) is None


def test_a_photos_place_is_read() -> None:
    assert pair("-6.25450,106.85350") == (-6.2545, 106.8535)
