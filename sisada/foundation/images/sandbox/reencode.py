"""One photo in, one photo of our own out: its first picture, upright, on white, small, and with nothing that came along with it."""

import math
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, JpegImagePlugin, MpoImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin

from .kinds import MOST_PASSES, MOST_PIXELS, MOST_PIXELS_IN_PASSES, kind_of

# Loaded now: once the walls stand, no file can be opened. (A JPEG of many pictures is an MPO; EXIF is a TIFF.)
LOADED = (JpegImagePlugin, MpoImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin)
LONGEST_SIDE = 1600
MOST_BYTES_OUT = 300_000
QUALITIES = (82, 64, 46)
BEGIN_OF_PASS = b"\xff\xda"
ORIENTATION, GPS = 0x0112, 0x8825
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
Image.MAX_IMAGE_PIXELS = None  # ours are stricter, and told before anything is decoded


class Refused(Exception):  # noqa: N818 - an answer, not an error
    """The file is no photo for us; its one argument says why, in a code."""


@dataclass(frozen=True)
class Photo:
    jpeg: bytes
    width: int
    height: int
    place: tuple[float, float] | None  # latitude, longitude; None: it carried none that can be


def reencode(raw: bytes) -> Photo:
    """Raises: Refused; whatever else Pillow raises on a broken file."""
    kind = kind_of(raw)
    if kind is None:
        raise Refused("unknown-kind")
    if kind == "JPEG" and raw.count(BEGIN_OF_PASS) > MOST_PASSES:
        raise Refused("too-costly")
    with Image.open(BytesIO(raw), formats=[kind]) as image:
        _require_bearable(image, kind)
        place, turn = _place_and_turn(image)
        flat = _on_white(_small(image))
    upright = flat.transpose(turn) if turn is not None else flat
    jpeg, width, height = _encoded(upright)
    return Photo(jpeg, width, height, place)


def _require_bearable(image: Image.Image, kind: str) -> None:
    pixels = image.width * image.height
    if pixels > MOST_PIXELS[kind] or (image.info.get("progressive") and pixels > MOST_PIXELS_IN_PASSES):
        raise Refused("too-many-pixels")


def _small(image: Image.Image) -> Image.Image:
    """Within the longest side; a JPEG is decoded smaller from the start."""
    if image.mode.startswith(("I", "F")):  # 16 bits of grey: Pillow would cut, not scale
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    elif image.mode in {"1", "P", "PA"}:
        image = image.convert("RGBA")
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return image


def _on_white(image: Image.Image) -> Image.Image:
    """Nothing but pixels passes from the received picture to this one: no profile, comment or text."""
    page = Image.new("RGB", image.size, "white")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        page.paste(image, mask=image.getchannel("A"))
    else:
        page.paste(image.convert("RGB"))
    return page


def _encoded(image: Image.Image) -> tuple[bytes, int, int]:
    """At the best quality that fits; a picture that fits at none becomes smaller."""
    while True:
        for quality in QUALITIES:
            out = BytesIO()
            image.save(out, "JPEG", quality=quality, optimize=True)
            if out.tell() <= MOST_BYTES_OUT:
                return out.getvalue(), image.width, image.height
        smaller = 0.95 * math.sqrt(MOST_BYTES_OUT / out.tell())
        image = image.resize((max(1, int(image.width * smaller)), max(1, int(image.height * smaller))), Image.Resampling.LANCZOS)


def _place_and_turn(image: Image.Image) -> tuple[tuple[float, float] | None, Image.Transpose | None]:
    """A photo whose EXIF cannot be read is a photo without EXIF."""
    try:
        exif = image.getexif()
        return _place(exif.get_ifd(GPS)), UPRIGHT.get(exif.get(ORIENTATION, 1))
    except MemoryError:
        raise
    except Exception:  # whatever a stranger's bytes bring about in a parser of TIFF
        return None, None


def _place(gps: dict[int, Any]) -> tuple[float, float] | None:
    """Latitude and longitude in degrees; None also for 0, 0, which cameras write when they do not know."""
    latitude, longitude = _degrees(gps.get(2), south_or_west=gps.get(1) == "S"), _degrees(gps.get(4), south_or_west=gps.get(3) == "W")
    if latitude is None or longitude is None or (latitude, longitude) == (0, 0):
        return None
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def _degrees(parts: Any, *, south_or_west: bool) -> float | None:
    if not isinstance(parts, tuple) or len(parts) != 3:
        return None
    degrees = sum(float(part) / sixties for part, sixties in zip(parts, (1, 60, 3600), strict=True))
    if not math.isfinite(degrees):
        return None
    return round(-degrees if south_or_west else degrees, 6)
