"""A session's searches, by number. No typed text and no look id stands in a URL: results live under a number of the session."""

from collections.abc import MutableMapping
from typing import Any
from uuid import UUID

KEPT = 5
SEARCHES = "searches"  # the session's key


def keep(session: MutableMapping[str, Any], look_id: UUID, *, purpose: str) -> int:
    """Remember the look of a search or list; its number goes into the URL. The oldest are forgotten."""
    kept = session.get(SEARCHES, {})
    number = 1 + max(map(int, kept), default=0)
    newest = sorted(kept, key=int)[-(KEPT - 1) :]
    session[SEARCHES] = {key: kept[key] for key in newest} | {str(number): [str(look_id), purpose]}
    return number


def find(session: MutableMapping[str, Any], number: int, *, purpose: str) -> UUID | None:
    """The look kept under that number. None: this session has no such search (any more)."""
    look_id, kept_purpose = session.get(SEARCHES, {}).get(str(number), (None, None))
    return UUID(look_id) if look_id and kept_purpose == purpose else None


def newest(session: MutableMapping[str, Any]) -> tuple[int, str] | None:
    """Number and purpose of the latest search or list: where the way back from a card leads. None: nothing was searched."""
    kept = session.get(SEARCHES, {})
    number = max(map(int, kept), default=None)
    return (number, kept[str(number)][1]) if number else None
