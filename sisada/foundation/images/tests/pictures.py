"""Honest photos as a phone makes them, and the parts from which hostile ones are put together. Invented: a gradient with noise in it."""

import random
import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image

MARK = b"<script>alert('SISADA-MUATAN-0xC0FFEE')</script>"  # what must never come out again
MARKED = MARK.decode()


def drawn(mode: str = "RGB", size: tuple[int, int] = (320, 240)) -> Image.Image:
    noise = random.Random(7).randbytes(48 * 36 * 3)  # noqa: S311 - the same picture every time
    return Image.frombytes("RGB", (48, 36), noise).resize(size).convert(mode)


def saved(image: Image.Image, kind: str, **how: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def jpeg(**how: Any) -> bytes:
    return saved(drawn(), "JPEG", **how)


def png(**how: Any) -> bytes:
    return saved(drawn(), "PNG", **how)


def webp(**how: Any) -> bytes:
    return saved(drawn(), "WEBP", **how)


HONEST = {"jpeg": jpeg, "png": png, "webp": webp}


def segment(marker: int, body: bytes) -> bytes:
    """A part of a JPEG."""
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def with_segments(*parts: bytes) -> bytes:
    """A JPEG with these right behind its first two bytes."""
    whole = jpeg()
    return whole[:2] + b"".join(parts) + whole[2:]


def chunk(name: bytes, body: bytes) -> bytes:
    """A part of a PNG, its sum right."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def with_chunks(*parts: bytes) -> bytes:
    """A PNG with these behind its header."""
    whole = png()
    return whole[:33] + b"".join(parts) + whole[33:]


def exif(orientation: int = 1, *, gps: dict[int, Any] | None = None) -> Image.Exif:
    """`gps` by the numbers of EXIF: 1 N or S, 2 latitude, 3 E or W, 4 longitude."""
    told = Image.Exif()
    told[0x0112] = orientation
    told[0x010E] = MARKED
    if gps:
        told[0x8825] = gps
    return told
