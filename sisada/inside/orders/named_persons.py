"""Whom the next order of this officer names: chosen on their cards, kept in the session as ids, never by name."""

from collections.abc import MutableMapping
from typing import Any
from uuid import UUID

NAMED = "order_persons"  # the session's key
MOST = 50  # an order about more people than that is about an area


def chosen(session: MutableMapping[str, Any]) -> tuple[UUID, ...]:
    """In the order in which they were chosen."""
    return tuple(map(UUID, session.get(NAMED, [])))


def add(session: MutableMapping[str, Any], person: UUID) -> None:
    """Once, however often one asks; beyond `MOST` the first are forgotten."""
    others = [kept for kept in session.get(NAMED, []) if kept != str(person)]
    session[NAMED] = [*others, str(person)][-MOST:]


def let_go(session: MutableMapping[str, Any], person: str) -> None:
    session[NAMED] = [kept for kept in session.get(NAMED, []) if kept != person]


def forget(session: MutableMapping[str, Any]) -> None:
    session.pop(NAMED, None)
