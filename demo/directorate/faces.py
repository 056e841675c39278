"""Faces drawn by code: flat, friendly, plainly drawings, of nobody. 96 x 120 palette PNG of at most 1,200 bytes.

Everything is drawn four times as large and reduced, so that the edges are smooth; few colours keep the file small.
Looks follow the seed alone, not nationality.
"""

import io
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 96, 120
LARGEST = 1_200  # bytes
_SCALE = 3
_SKINS = ("#f6d7bd", "#efc3a0", "#dda97f", "#c58c62", "#a56c48", "#80502f", "#5e3a24")
_HAIRS = ("#1f1a1a", "#2d211c", "#46301f", "#6b4626", "#a3743c", "#cfae6b", "#8d8d8d", "#c9c9c6", "#8c3d22")
_GROUNDS = ("#dfe7ec", "#e9e4d8", "#dde8df", "#ebdfdf", "#e2dfec", "#e6e9dc")
_CLOTHES = ("#27476e", "#5b3a5e", "#2f6b5c", "#8a4b2f", "#4a4a52", "#a33b46", "#c9a03f", "#3d7f99", "#e8e8e4")


@dataclass(frozen=True, slots=True)
class Looks:
    skin: str
    hair: str
    ground: str
    clothes: str
    style: str
    width: int
    mouth: str
    brow: int
    glasses: bool
    beard: str
    earrings: bool


def draw_faces(count: int, *, seed: int) -> tuple[bytes, ...]:
    """`count` faces: at even places women's hair and ornament, at odd places men's."""
    return tuple(draw_face(looks(Random(f"{seed}/{place}"), woman=place % 2 == 0)) for place in range(count))


def looks(random: Random, *, woman: bool) -> Looks:
    styles = (
        ("long", "long", "bob", "bun", "curls", "scarf", "fringe", "short")
        if woman
        else ("short", "short", "side", "crew", "curls", "bald", "fringe")
    )
    skin = random.choice(_SKINS)
    dark = random.random() < 0.72
    return Looks(
        skin=skin,
        hair=random.choice(_HAIRS[:3] if dark else _HAIRS),
        ground=random.choice(_GROUNDS),
        clothes=random.choice(_CLOTHES),
        style=random.choice(styles),
        width=random.randint(23, 27),
        mouth=random.choice(("smile", "smile", "calm", "open", "crooked")),
        brow=random.randint(-1, 2),
        glasses=random.random() < 0.28,
        beard="none" if woman else random.choice(("none", "none", "none", "full", "moustache")),
        earrings=woman and random.random() < 0.4,
    )


def draw_face(look: Looks) -> bytes:
    """The PNG of one face. Colours are reduced step by step until the file is small enough."""
    picture = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE), look.ground)
    pen = _Pen(ImageDraw.Draw(picture))
    _hair_behind(pen, look)
    _body(pen, look)
    _head(pen, look)
    _hair_before(pen, look)
    _features(pen, look)
    small = picture.resize((WIDTH, HEIGHT), Image.Resampling.BOX)
    for colours in (16, 13, 10, 8, 7, 6):
        image = _png(small, colours)
        if len(image) <= LARGEST:
            break
    return image


def _png(picture: Image.Image, colours: int) -> bytes:
    file = io.BytesIO()
    picture.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(file, "PNG", compress_level=7)
    return file.getvalue()


class _Pen:
    """Draws in the small picture's units on the large one. Boxes are (left, top, right, bottom)."""

    def __init__(self, draw: ImageDraw.ImageDraw) -> None:
        self._draw = draw

    def oval(self, box: tuple[float, float, float, float], colour: str) -> None:
        self._draw.ellipse([edge * _SCALE for edge in box], fill=colour)

    def block(self, box: tuple[float, float, float, float], colour: str, *, radius: float = 0) -> None:
        self._draw.rounded_rectangle([edge * _SCALE for edge in box], radius=radius * _SCALE, fill=colour)

    def ring(self, box: tuple[float, float, float, float], colour: str) -> None:
        self._draw.ellipse([edge * _SCALE for edge in box], outline=colour, width=round(1.3 * _SCALE))

    def arc(self, box: tuple[float, float, float, float], angles: tuple[int, int], colour: str, *, width: float = 1.8) -> None:
        self._draw.arc([edge * _SCALE for edge in box], *angles, fill=colour, width=round(width * _SCALE))

    def slice(self, box: tuple[float, float, float, float], angles: tuple[int, int], colour: str) -> None:
        self._draw.chord([edge * _SCALE for edge in box], *angles, fill=colour)

    def line(self, points: tuple[float, float, float, float], colour: str, *, width: float = 1.8) -> None:
        self._draw.line([edge * _SCALE for edge in points], fill=colour, width=round(width * _SCALE))


def _hair_behind(pen: _Pen, look: Looks) -> None:
    reach = look.width + 5
    if look.style == "long":
        pen.block((48 - reach, 30, 48 + reach, 98), look.hair, radius=22)
    elif look.style == "bob":
        pen.block((48 - reach, 24, 48 + reach, 76), look.hair, radius=20)
    elif look.style == "bun":
        pen.oval((37, 4, 59, 26), look.hair)
    elif look.style == "curls":
        for aside in (-24, -16, -8, 0, 8, 16, 24):
            pen.oval((48 + aside - 9, 15 + abs(aside) * 0.5, 48 + aside + 9, 35 + abs(aside) * 0.7), look.hair)


def _body(pen: _Pen, look: Looks) -> None:
    pen.block((10, 96, 86, 150), look.clothes, radius=24)
    pen.block((39, 78, 57, 100), _darker(look.skin, 0.88), radius=7)
    pen.slice((36, 86, 60, 110), (0, 180), _darker(look.skin, 0.88))


def _head(pen: _Pen, look: Looks) -> None:
    left, right = 48 - look.width, 48 + look.width
    for ear in (left, right):
        pen.oval((ear - 4, 52, ear + 4, 66), _darker(look.skin, 0.92))
    pen.block((left, 24, right, 90), look.skin, radius=look.width - 1)
    if look.earrings:
        pen.oval((left - 3, 65, left + 1, 69), "#d9b13b")
        pen.oval((right - 1, 65, right + 3, 69), "#d9b13b")
    if look.beard == "full":
        pen.slice((left, 40, right, 91), (12, 168), look.hair)


# where the forehead shows below the hair: how far to the side, and from which height
_FOREHEADS = {"crew": (0, 32), "short": (3, 35), "long": (-7, 33), "side": (9, 35), "bun": (0, 31), "curls": (0, 36)}


def _hair_before(pen: _Pen, look: Looks) -> None:
    left, right = 48 - look.width - 1, 48 + look.width + 1
    if look.style == "scarf":
        _scarf(pen, look)
    elif look.style in {"fringe", "bob"}:
        pen.slice((left, 19, right, 69), (180, 360), look.hair)
    elif look.style in _FOREHEADS:
        aside, top = _FOREHEADS[look.style]
        pen.slice((left, 19, right, 83), (180, 360), look.hair)
        inner = look.width - 2 - abs(aside) / 3
        pen.oval((48 + aside / 2 - inner, top, 48 + aside / 2 + inner, top + 44), look.skin)


def _scarf(pen: _Pen, look: Looks) -> None:
    cloth = look.clothes
    pen.oval((48 - look.width - 8, 14, 48 + look.width + 8, 104), cloth)
    pen.block((48 - look.width + 3, 32, 48 + look.width - 3, 88), look.skin, radius=look.width - 4)


def _features(pen: _Pen, look: Looks) -> None:
    ink, shade = "#2a2024", _darker(look.skin, 0.78)
    for eye in (37, 59):
        pen.oval((eye - 2.6, 54.5, eye + 2.6, 60.5), ink)
        pen.arc((eye - 6, 46 - look.brow, eye + 6, 56 - look.brow), (215, 325), look.hair if look.style != "bald" else shade, width=2)
    pen.arc((43, 56, 53, 70), (35, 145), shade)
    if look.glasses:
        for eye in (37, 59):
            pen.ring((eye - 8, 50, eye + 8, 66), ink)
        pen.line((45, 57, 51, 57), ink, width=1.3)
    if look.beard != "none":
        pen.slice((39, 70, 57, 82), (180, 360), look.hair)
    _mouth(pen, look)


def _mouth(pen: _Pen, look: Looks) -> None:
    lip = "#a2464b" if look.beard != "full" else "#e3aaa4"
    if look.mouth == "open":
        pen.slice((41, 68, 55, 84), (0, 180), "#fbf7f2")
    elif look.mouth == "smile":
        pen.arc((40, 65, 56, 81), (25, 155), lip, width=2)
    elif look.mouth == "crooked":
        pen.arc((41, 67, 58, 80), (20, 120), lip, width=2)
    else:
        pen.line((43, 77, 53, 77), lip, width=2)


def _darker(colour: str, factor: float) -> str:
    return "#" + "".join(f"{int(int(colour[place : place + 2], 16) * factor):02x}" for place in (1, 3, 5))
