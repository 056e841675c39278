"""Where a canary is heard, however it is wrapped: case, accents, escapes of URL, HTML and JSON, base64, hex, a packed session, a PDF."""

import base64
import binascii
import contextlib
import html
import re
import unicodedata
import zlib
from collections.abc import Iterator
from datetime import date
from functools import cache
from urllib.parse import unquote

from sisada.foundation.words import MONTHS, WHOLE_MONTHS
from tests.canaries.person import NUMBERS, SONG, Canary

HEARD = re.compile(rf"{SONG}[a-z]{{8}}|(?<!\d){NUMBERS}\d{{9}}|[0-9a-f]{{8}}(?:-?[0-9a-f]{{4}}){{3}}-?[0-9a-f]{{12}}")
ISO_DAY = re.compile(r"\b18[7-9]\d-\d\d-\d\d")
WORDED_DAY = re.compile(r"\b(\d{1,2})\s(\w+)\s(18[7-9]\d)\b")
WRAPPED = re.compile(r"[A-Za-z0-9+/_-]{16,}")
HEX = re.compile(r"(?:[0-9a-fA-F]{2}){8,}")
PACKED = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
MARKS = re.compile(r"[\u0300-\u036f]")
MONTH_NUMBERS = {name.lower(): month for names in (*MONTHS.values(), *WHOLE_MONTHS.values()) for month, name in enumerate(names, start=1)}


def heard(canary: Canary, said: bytes | str) -> set[str]:
    """The columns whose values are in it, in whatever wrapping."""
    return {column for text in _readings(said) for word in _words(text) if (column := canary.columns.get(word))}


def _words(text: str) -> Iterator[str]:
    yield from HEARD.findall(text)
    yield from ISO_DAY.findall(text)
    for day, month, year in WORDED_DAY.findall(text):
        if number := MONTH_NUMBERS.get(month):
            with contextlib.suppress(ValueError):
                yield date(int(year), number, int(day)).isoformat()


def _readings(said: bytes | str) -> Iterator[str]:
    raw = said if isinstance(said, bytes) else said.encode(errors="replace")
    for packed in PACKED.findall(raw):
        with contextlib.suppress(zlib.error):
            yield _folded(zlib.decompress(packed).decode("latin-1"))
    text = raw.decode(errors="replace")
    yield _folded(text)
    for wrapped in set(WRAPPED.findall(text)):
        yield from _unwrapped(wrapped)
    for digits in HEX.findall(text):
        yield _folded(bytes.fromhex(digits).decode(errors="replace"))


@cache
def _unwrapped(run: str) -> tuple[str, ...]:
    """Base64 of either alphabet, from each of four places; and what is packed in it, as Django packs a session."""
    bare = [_decoded(run[place:]) for place in range(4)]
    return tuple(_folded(one.decode(errors="replace")) for one in (*bare, *map(_unpacked, bare)) if one)


def _decoded(piece: str) -> bytes:
    try:
        return base64.b64decode(piece[: len(piece) // 4 * 4].replace("-", "+").replace("_", "/"))
    except binascii.Error:
        return b""


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed)
    except zlib.error:
        return b""


def _folded(text: str) -> str:
    for _ in range(2):
        text = html.unescape(unquote(ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)))
    return MARKS.sub("", unicodedata.normalize("NFKD", text)).lower()
