"""Small files that want to be large: in pixels, in what they unpack to, in the time that reading them takes."""

import io
import struct
import zlib
from collections.abc import Iterator

from PIL import Image

from sisada.foundation.images.tests.pictures import MARK, chunk, drawn, jpeg, png, saved, segment, webp, with_chunks, with_segments

Named = Iterator[tuple[str, bytes]]


def pixels() -> Named:
    for width, height in ((65_535, 65_535), (2**31 - 1, 1), (2**31 - 1, 2**31 - 1), (0, 0), (30_000, 30_000), (24_001, 1_000)):
        yield f"png that says {width} x {height}", png_that_says(width, height)
    for width, height in ((65_535, 65_535), (65_500, 1_000), (0, 240), (320, 0), (40_000, 40_000)):
        yield f"jpeg that says {width} x {height}", jpeg_that_says(width, height)
    yield "webp that says 16383 x 16383", webp_that_says(16_383, 16_383)
    yield "webp canvas of 2^24", webp_canvas(2**24 - 1, 2**24 - 1)
    yield "webp canvas of 16000", webp_canvas(16_000, 16_000)
    yield "black page of 25 million", saved(Image.new("1", (5_000, 5_000)), "PNG")
    yield "progressive of 33 million", jpeg_that_says(6_000, 5_500, progressive=True)


def packed() -> Named:
    zeros = zlib.compress(bytes(20_000_000))
    yield "png text of 20 MB", with_chunks(chunk(b"zTXt", b"Comment\0\0" + zeros))
    yield "png international text of 20 MB", with_chunks(chunk(b"iTXt", b"Comment\0\1\0\0\0" + zeros))
    yield "png with 90 texts of 1 MB", with_chunks(*[chunk(b"zTXt", b"k\0\0" + zlib.compress(bytes(1_000_000)))] * 90)
    yield "png profile of 20 MB", with_chunks(chunk(b"iCCP", b"p\0\0" + zeros))
    yield "png whose picture unpacks to 20 MB", png_that_says(320, 240, body=zeros)
    yield "png whose picture unpacks to nothing", png_that_says(320, 240, body=zlib.compress(b""))
    yield "png whose exif is 2 MB", with_chunks(chunk(b"eXIf", b"II*\0" + bytes(2_000_000)))


def parsers() -> Named:
    yield "jpeg of 2,000 passes", jpeg_of_many_passes(2_000)
    yield "jpeg with a megabyte of filling", jpeg()[:2] + b"\xff" * 1_000_000 + jpeg()[2:]
    yield "jpeg with 255 colours", with_frame(struct.pack(">BHHB", 8, 240, 320, 255) + bytes(255 * 3))
    yield "jpeg of 12 bits", with_frame(struct.pack(">BHHB", 12, 240, 320, 1) + b"\x01\x11\x00")
    yield "lossless jpeg", with_frame(struct.pack(">BHHB", 8, 240, 320, 1) + b"\x01\x11\x00", marker=0xC3)
    yield "arithmetic jpeg", with_frame(struct.pack(">BHHB", 8, 240, 320, 1) + b"\x01\x11\x00", marker=0xC9)
    yield "jpeg with a table beyond its end", with_segments(segment(0xC4, b"\x00" + b"\xff" * 16))
    yield "jpeg whose segment has no length", jpeg()[:2] + b"\xff\xe1\x00\x00" + jpeg()[2:]
    yield "exif that points at itself", with_segments(segment(0xE1, b"Exif\0\0" + directory(pointer=8)))
    yield "exif of 65,535 entries", with_segments(segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + MARK * 100))
    yield "exif 2,000 directories deep", with_segments(segment(0xE1, b"Exif\0\0" + deep_directories(2_000)))
    yield "png with 100,000 empty parts", with_chunks(*[chunk(b"prIv", b"")] * 100_000)
    yield "png whose part says 2 GB", png()[:33] + struct.pack(">I", 2**31 - 1) + b"tEXt" + MARK
    yield "png with two headers", with_chunks(png()[8:33])
    yield "png whose sum is wrong", png()[:29] + b"\0\0\0\0" + png()[33:]
    yield "png with a palette too long", with_chunks(chunk(b"PLTE", bytes(3 * 5_000)))
    yield "webp that says it is longer", webp()[:4] + b"\xff\xff\xff\x7f" + webp()[8:]


def png_that_says(width: int, height: int, *, body: bytes | None = None) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    data = zlib.compress(bytes(10_000)) if body is None else body
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def jpeg_that_says(width: int, height: int, *, progressive: bool = False) -> bytes:
    whole = jpeg(progressive=progressive)
    frame = whole.index(b"\xff\xc2" if progressive else b"\xff\xc0")
    return whole[: frame + 5] + struct.pack(">HH", height, width) + whole[frame + 9 :]


def with_frame(frame: bytes, *, marker: int = 0xC0) -> bytes:
    whole = jpeg()
    begin = whole.index(b"\xff\xc0")
    length = int.from_bytes(whole[begin + 2 : begin + 4], "big")
    return whole[:begin] + segment(marker, frame) + whole[begin + 2 + length :]


def jpeg_of_many_passes(passes: int) -> bytes:
    """Each pass is a few bytes long and has the decoder walk over all 24 million pixels."""
    whole = saved(Image.new("L", (6_000, 4_000)), "JPEG", progressive=True)
    last = whole.rindex(b"\xff\xda")
    return whole[:last] + whole[last:-2] * passes + b"\xff\xd9"


def webp_that_says(width: int, height: int) -> bytes:
    whole = saved(drawn(), "WEBP")
    start = whole.index(b"\x9d\x01\x2a") + 3
    return whole[:start] + struct.pack("<HH", width, height) + whole[start + 4 :]


def webp_canvas(width: int, height: int) -> bytes:
    """An extended WebP whose page is this large, with a small picture on it."""
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + sides + webp()[12:]
    return b"RIFF" + struct.pack("<I", len(body)) + body


def directory(*, pointer: int) -> bytes:
    """TIFF of one directory whose next one stands at `pointer`."""
    return b"II*\0\x08\0\0\0" + struct.pack("<HHHII", 1, 0x0112, 3, 1, 6) + struct.pack("<I", pointer)


def deep_directories(depth: int) -> bytes:
    out = io.BytesIO(b"II*\0\x08\0\0\0")
    out.seek(8)
    for level in range(depth):
        out.write(struct.pack("<HHHII", 1, 0x8769, 4, 1, 8 + 18 * (level + 1)) + struct.pack("<I", 0))
    return out.getvalue()
