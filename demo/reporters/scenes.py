"""Photos of places that do not exist, drawn by code: a wall, a door, a light; never a face."""

import io
from random import Random

from PIL import Image, ImageDraw

SIZE = (1200, 900)


def scene(seed: int) -> bytes:
    """A JPEG, the same for the same seed."""
    chance = Random(seed)
    picture = Image.new("RGB", SIZE, _grey(chance, 150, 200))
    draw = ImageDraw.Draw(picture)
    floor = SIZE[1] * chance.uniform(0.62, 0.75)
    draw.rectangle((0, floor, *SIZE), fill=_grey(chance, 90, 130))
    for _ in range(chance.randint(2, 4)):
        left, width = chance.uniform(0, SIZE[0] * 0.8), chance.uniform(110, 240)
        draw.rectangle(
            (left, floor - chance.uniform(320, 480), left + width, floor), fill=_grey(chance, 60, 180), outline=(50, 50, 55), width=6
        )
    for _ in range(chance.randint(1, 3)):
        x, y = chance.uniform(60, SIZE[0] - 60), chance.uniform(40, 160)
        draw.ellipse((x - 34, y - 20, x + 34, y + 20), fill=(252, 240, 200))
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=72)
    return written.getvalue()


def _grey(chance: Random, darkest: int, lightest: int) -> tuple[int, int, int]:
    level = chance.randint(darkest, lightest)
    return (level, level - chance.randint(0, 12), level - chance.randint(0, 24))
