"""Faces by code: small, distinct, the right size."""

import io

from PIL import Image

from demo.directorate.build import FACES, SEED
from demo.directorate.faces import HEIGHT, LARGEST, WIDTH, draw_faces


def test_the_faces_of_the_demo_are_small_distinct_palette_pictures() -> None:
    drawn = draw_faces(FACES, seed=SEED)
    assert len(set(drawn)) == FACES
    assert max(map(len, drawn)) <= LARGEST
    for image in drawn:
        picture = Image.open(io.BytesIO(image))
        assert (picture.format, picture.mode, picture.size) == ("PNG", "P", (WIDTH, HEIGHT))


def test_the_same_seed_draws_the_same_faces() -> None:
    assert draw_faces(4, seed=3) == draw_faces(4, seed=3) != draw_faces(4, seed=4)
