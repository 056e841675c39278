"""Over 200 files that no honest phone sends. Made here, the same ones every time; nobody's photo is among them.

Each either becomes a plain JPEG of ours or is refused; `MARK` stands in all that carry a payload.
"""

import gzip
import io
import random
import struct
import zipfile
from collections.abc import Iterator

from sisada.foundation.images.sandbox.kinds import MOST_BYTES
from sisada.foundation.images.tests import bombs
from sisada.foundation.images.tests import pictures as made_of
from sisada.foundation.images.tests.pictures import HONEST, MARK, MARKED, chunk, drawn, exif, jpeg, png, saved, segment, webp

Named = Iterator[tuple[str, bytes]]
SVG = f"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'>{MARKED}</svg>"
ENTITIES = f"<?xml version='1.0'?><!DOCTYPE s [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;{MARKED}</svg>"
HTML = f"<!doctype html><html><body>{MARKED}</body></html>"


def all_files() -> dict[str, bytes]:
    sources = (cut_off, damaged, of_another_kind, only_a_beginning, two_in_one, carrying, moving, bombs.pixels, bombs.packed, bombs.parsers)
    return {name: raw for source in sources for name, raw in source()}


def cut_off() -> Named:
    for kind, made in HONEST.items():
        whole = made()
        for twentieth in range(1, 20):
            yield f"{kind} cut at {twentieth}/20", whole[: len(whole) * twentieth // 20]


def damaged() -> Named:
    for kind, made in HONEST.items():
        whole = made()
        for seed in range(20):
            chance, bad = random.Random(seed), bytearray(whole)  # noqa: S311 - the same damage every time
            for _ in range(1 + seed):
                bad[chance.randrange(4, len(bad))] = chance.randrange(256)
            yield f"{kind} damaged {seed}", bytes(bad)


def of_another_kind() -> Named:
    yield from {
        "svg": SVG.encode(),
        "svg with entities": ENTITIES.encode(),
        "svgz": gzip.compress(SVG.encode()),
        "svg with a byte order mark": b"\xef\xbb\xbf" + SVG.encode(),
        "html": HTML.encode(),
        "html after spaces": b" \n\t" + HTML.encode(),
        "html in utf-16": HTML.encode("utf-16"),
        "script": b"//\xff\xd8\xff\nalert(1)",
        "php": b"<?php system($_GET['x']); ?>" + MARK,
        "pdf with a script": b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj" + MARK,
        "pdf around a jpeg": b"%PDF-1.4\nstream\n" + jpeg() + b"\nendstream",
        "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(%pipe%id) (w) file" + MARK,
        "windows program": b"MZ" + bytes(62) + MARK,
        "linux program": b"\x7fELF" + bytes(60) + MARK,
        "zip": zipped(),
        "zip in zip": zipped(zipped()),
        "gif": saved(drawn("P"), "GIF"),
        "moving gif": saved(drawn("P"), "GIF", save_all=True, append_images=[drawn("P").rotate(90)] * 5),
        "gif as script": b"GIF89a/*" + bytes(20) + b"*/=1;" + MARK,
        "bmp": saved(drawn(), "BMP"),
        "ico": saved(drawn(size=(64, 64)), "ICO"),
        "tiff": saved(drawn(), "TIFF"),
        "tiff with a comment": saved(drawn(), "TIFF", description=MARKED),
        "jpeg 2000": saved(drawn(), "JPEG2000"),
        "avif": saved(drawn(), "AVIF"),
        "heic": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + MARK,
        "jpeg xl": b"\xff\x0a" + MARK,
        "mp4": b"\x00\x00\x00\x18ftypmp42" + bytes(40) + MARK,
        "pcx": saved(drawn(), "PCX"),
        "ppm": saved(drawn(), "PPM"),
        "tga": saved(drawn(), "TGA"),
        "xbm": saved(drawn("1"), "XBM"),
        "psd": b"8BPS\x00\x01" + bytes(20) + MARK,
        "riff that is sound": b"RIFF\x24\x00\x00\x00WAVEfmt " + MARK,
        "text": b"foto.jpg",
    }.items()


def only_a_beginning() -> Named:
    yield "nothing", b""
    yield "one byte", b"\xff"
    yield "zeros", bytes(4096)
    yield "ones", b"\xff" * 4096
    yield "larger than any", jpeg() + bytes(MOST_BYTES)
    for kind, made in HONEST.items():
        for length in (3, 8, 12, 33):
            yield f"first {length} bytes of {kind}", made()[:length]
        yield f"beginning of {kind}, then html", made()[:33] + HTML.encode()


def two_in_one() -> Named:
    trailers = {"zip": zipped(), "html": HTML.encode(), "pdf": b"%PDF-1.4\n" + MARK, "script": b"*/alert(1)//" + MARK, "jpeg": jpeg()}
    for kind, made in HONEST.items():
        for name, trailer in trailers.items():
            yield f"{kind} and {name}", made() + trailer
    yield "jpeg whose comment is html", made_of.with_segments(segment(0xFE, HTML.encode()))
    yield "jpeg whose comment is a script", made_of.with_segments(segment(0xFE, b"*/=alert(1);/*" + MARK))
    yield "jpeg with html between its parts", jpeg()[:20] + HTML.encode() + jpeg()[20:]
    yield "webp with html in a part of its own", in_riff(webp()[12:] + b"HTML" + struct.pack("<I", len(HTML)) + HTML.encode())
    yield "png with php in its text", made_of.with_chunks(chunk(b"tEXt", b"Comment\0<?php echo 1 ?>" + MARK))
    yield "png with an unknown part", made_of.with_chunks(chunk(b"prIv", MARK * 50))


def carrying() -> Named:
    told = exif(6, gps={1: "S", 2: (6.0, 10.0, 30.5), 3: "E", 4: (106.0, 49.0, 0.0)})
    for kind, made in HONEST.items():
        yield f"{kind} with exif", made(exif=told)
        yield f"{kind} with a profile that is none", made(icc_profile=MARK * 10)
        yield f"{kind} with a huge profile", made(icc_profile=MARK * 20_000)
    yield "jpeg with xmp", made_of.with_segments(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + MARK))
    yield "jpeg with iptc", made_of.with_segments(segment(0xED, b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0\0\0\0\x40" + MARK))
    yield "jpeg with every kind of segment", made_of.with_segments(*(segment(0xE0 + number, MARK) for number in range(1, 16)))
    yield "jpeg with a preview", made_of.with_segments(segment(0xE0, b"JFXX\0\x10" + jpeg()))
    yield "jpeg with 300 segments", made_of.with_segments(*[segment(0xE5, MARK * 100)] * 300)
    yield "png with xmp", made_of.with_chunks(chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + MARK))
    yield "png with 20,000 texts", made_of.with_chunks(*[chunk(b"tEXt", b"k\0" + MARK)] * 20_000)


def moving() -> Named:
    frames = [drawn().rotate(angle) for angle in (30, 60, 90)]
    yield "moving webp", webp(save_all=True, append_images=frames, duration=100)
    yield "moving webp of 30", webp(save_all=True, append_images=frames * 10, duration=10)
    yield "moving png", png(save_all=True, append_images=frames, duration=100)
    yield "moving png of 30", png(save_all=True, append_images=frames * 10, duration=10)
    yield "many pictures in a jpeg", saved(drawn(), "MPO", save_all=True, append_images=frames)


def zipped(inner: bytes = MARK) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../etc/cron.d/x", inner)
    return out.getvalue()


def in_riff(body: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body
