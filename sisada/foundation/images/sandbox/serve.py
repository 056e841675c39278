"""The child's life: import, wall itself in, say so; then photo by photo until the channel closes.

On the channel (its standard input, a socket) each message is four bytes of length and so many bytes. An answer is one line of JSON and,
for a photo, the JPEG behind it.
"""

import json
import os
import struct
from io import BytesIO

from PIL import Image

from .confine import allow_one_photo, confine
from .kinds import MOST_BYTES
from .reencode import Refused, reencode

CHANNEL = 0


def main() -> None:
    _warm_up()
    _say(json.dumps({"walls": confine()}).encode())
    while (raw := _heard()) is not None:
        allow_one_photo()
        _say(_answer(raw))


def _warm_up() -> None:
    """One picture of each kind, so that whatever is loaded at first use is loaded before the walls stand."""
    for kind in ("JPEG", "PNG", "WEBP"):
        out = BytesIO()
        exif = Image.Exif()
        exif[0x0112] = 6
        Image.new("RGB", (8, 8), "white").save(out, kind, exif=exif)
        reencode(out.getvalue())


def _answer(raw: bytes) -> bytes:
    try:
        photo = reencode(raw)
    except Refused as refused:
        return json.dumps({"refused": refused.args[0]}).encode()
    except MemoryError:
        return json.dumps({"refused": "too-costly"}).encode()
    except Exception:  # a decoder raises whatever it likes on a stranger's bytes
        return json.dumps({"refused": "broken"}).encode()
    told = {"width": photo.width, "height": photo.height, "place": photo.place}
    return json.dumps(told).encode() + b"\n" + photo.jpeg


def _heard() -> bytes | None:
    """None: the parent closed the channel, or is gone."""
    length = _read(4)
    if length is None:
        return None
    (size,) = struct.unpack(">I", length)
    return _read(size) if size <= MOST_BYTES else None


def _read(size: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < size:
        part = os.read(CHANNEL, min(size - len(parts), 1 << 20))
        if not part:
            return None
        parts += part
    return bytes(parts)


def _say(message: bytes) -> None:
    rest = memoryview(struct.pack(">I", len(message)) + message)
    while rest:
        rest = rest[os.write(CHANNEL, rest) :]
