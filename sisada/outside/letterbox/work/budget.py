"""What everybody who sends no proof of work may send together in ten minutes: those without script, and whoever pretends to be one."""

from datetime import datetime
from enum import StrEnum

from django.db import connection

from sisada.foundation.clock import now
from sisada.outside.letterbox.work.refusals import MustWait


class Lane(StrEnum):
    """Things that cost us something, counted apart, so that a flood of one does not close the others."""

    LETTER = "letter"
    PHOTO = "photo"
    CODE = "code"  # opening a thread derives a key, which costs memory


IN_TEN_MINUTES = {Lane.LETTER: 30, Lane.PHOTO: 60, Lane.CODE: 60}
# What this process knows of windows that are used up: a flood then asks no database.
_used_up_until: dict[Lane, datetime] = {}


def take(lane: Lane) -> None:
    """Raises: MustWait, which says when the next ten minutes begin."""
    known = _used_up_until.get(lane)
    if known is not None and now() < known:
        raise MustWait(known)
    again_at = _asked(lane)
    if again_at is not None:
        _used_up_until[lane] = again_at
        raise MustWait(again_at)


def looks_used_up() -> bool:
    """Whether any lane is, as far as this process knows without asking anybody."""
    return any(now() < until for until in _used_up_until.values())


def forget() -> None:
    """Ask the database again, whatever is known. For tests, and after an operator gave more."""
    _used_up_until.clear()


def _asked(lane: Lane) -> datetime | None:
    with connection.cursor() as cursor:
        cursor.execute("select letterbox_take_share(%s, %s)", [lane.value, IN_TEN_MINUTES[lane]])
        again_at: datetime | None = cursor.fetchone()[0]
    return again_at
