"""A stranger's file becomes a photo of our own, or is refused in words."""

import json
from dataclasses import dataclass
from typing import Any

from sisada.foundation.images.child import ChildGone
from sisada.foundation.images.plain_jpeg import is_plain
from sisada.foundation.images.pool import POOL
from sisada.foundation.images.refusals import SENTENCES, NotAnImage
from sisada.foundation.images.sandbox.kinds import MOST_BYTES, kind_of

MOST_BYTES_OUT, LONGEST_SIDE = 300_000, 1600


@dataclass(frozen=True)
class CleanImage:
    """A JPEG that one of our children drew: at most 300 kB, no side over 1600 pixels, upright, without EXIF, profile or comment.

    `place` is what the received file's EXIF said, as latitude and longitude in degrees: to be offered to the reporter, never kept
    unasked. None: it said nothing, or nothing that can be."""

    jpeg: bytes
    width: int
    height: int
    place: tuple[float, float] | None


def clean(raw: bytes) -> CleanImage:
    """Blocks its thread for as long as a child needs, usually 0.05 to 0.5 s, at most 15 s and the wait for a turn. Forget `raw` afterwards.

    Raises: NotAnImage with its reason; Busy when too many photos wait already."""
    _require_worth_a_child(raw)
    try:
        return _read(POOL.answer(raw))
    except ChildGone:
        raise NotAnImage("too-costly") from None


def _require_worth_a_child(raw: bytes) -> None:
    if not raw:
        raise NotAnImage("empty")
    if len(raw) > MOST_BYTES:
        raise NotAnImage("too-large")
    if kind_of(raw) is None:
        raise NotAnImage("unknown-kind")


def _read(answer: bytes) -> CleanImage:
    """The child is not believed either: what it says is checked as if the sender himself had said it."""
    line, _, jpeg = answer.partition(b"\n")
    try:
        told = json.loads(line)
        if "refused" in told:
            reason = told["refused"]
            raise NotAnImage(reason if reason in SENTENCES else "broken")
        image = CleanImage(jpeg, _side(told["width"]), _side(told["height"]), _place(told["place"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        raise NotAnImage("broken") from None
    if len(jpeg) > MOST_BYTES_OUT or not is_plain(jpeg):
        raise NotAnImage("broken")
    return image


def _side(told: Any) -> int:
    if type(told) is not int or not 1 <= told <= LONGEST_SIDE:
        raise ValueError
    return told


def _place(told: Any) -> tuple[float, float] | None:
    if told is None:
        return None
    latitude, longitude = (float(part) for part in told)
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise ValueError
    return latitude, longitude
