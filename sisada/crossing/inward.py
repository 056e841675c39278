"""Carry in what the public sent: taken inside first, then marked outside. A kill between the two carries a letter again, and the inside
takes it once, since its id was made with the form and is kept inside for ever.

Nothing here is opened: letter and photos were sealed outside to a key that the worker alone reads.
"""

import logging
from collections.abc import Iterator
from typing import Any, Final
from uuid import UUID

import psycopg
from psycopg import Connection

from sisada.crossing.aside import Aside, is_the_rows_fault

logger = logging.getLogger("sisada.crossing")
LETTERS_AT_ONCE: Final = 100
TRIES_BEFORE_ALARM: Final = 3
CHANNEL: Final = "letterbox_letter"
Side = Connection[Any]

# By id and never by a watermark: letters become visible in the order of commits, not of instants.
WAITING: Final = "select id from letterbox_letter where carried_at is null and id <> all(%s) order by received_at, id limit %s"
WEIGH: Final = """
select coalesce(octet_length(held.sealed), 0)
    + coalesce((select sum(octet_length(part.sealed)) from letterbox_part as part where part.letter = held.id), 0)
from letterbox_letter as held where id = %s"""
MOST_BYTES: Final = 8_000_000  # the longest letter and five photos are half of it; more was put there by no face of ours
# One at a time, since a letter may weigh as much as its photos.
READ: Final = """
select id, thread, digest, sealed, array(select part.sealed from letterbox_part as part where part.letter = held.id order by part.place),
    received_at
from letterbox_letter as held where id = %s"""
TAKE: Final = "select cases_take(%s, %s, %s, %s, %s, %s)"
DIFFERS: Final = "differs"  # another letter of this id stands inside: the admins are told by the function, and this one stays where it lies
MARK: Final = "select letterbox_carried(%s)"
ALARM: Final = "select cases_hold_poison(%s, %s)"


class TooHeavyError(psycopg.DataError):
    """It is not even read, so that whoever rules the outside cannot burst this process."""


def fetch(inside: Side, outside: Side, *, aside: Aside) -> int:
    """Carry in what waits outside, at most 100 letters; how many now stand inside. Both connections in autocommit.

    Raises: psycopg.OperationalError when a side is away; then nothing is marked, and all of it comes again."""
    waiting = [row for (row,) in outside.execute(WAITING, [aside.now(), LETTERS_AT_ONCE]).fetchall()]
    if not waiting:
        return 0
    with inside.transaction():
        taken = list(_take_all(waiting, inside, outside, aside))
    outside.execute(MARK, [taken])  # they are durable inside now
    return len(taken)


def _take_all(waiting: list[UUID], inside: Side, outside: Side, aside: Aside) -> Iterator[UUID]:
    """The ids of those that the inside has. One that it does not take is told of and must not hold up the others."""
    for letter in waiting:
        try:
            with inside.transaction():
                answer = _take(letter, inside, outside)
        except psycopg.Error as error:
            if not is_the_rows_fault(error):
                raise
            _hold(letter, type(error).__name__, inside, aside)
        else:
            if answer == DIFFERS:
                aside.put(letter)
            else:
                aside.forget(letter)
                yield letter


def _take(letter: UUID, inside: Side, outside: Side) -> str | None:
    """What the inside says to it. None: it was swept meanwhile, so another passage had carried it.

    Raises: TooHeavyError; psycopg.Error."""
    weight = outside.execute(WEIGH, [letter]).fetchone()
    if weight and weight[0] > MOST_BYTES:
        raise TooHeavyError
    row = outside.execute(READ, [letter]).fetchone()
    answer = inside.execute(TAKE, row).fetchone() if row else None
    return answer[0] if answer else None


def _hold(letter: UUID, why: str, inside: Side, aside: Aside) -> None:
    """It stays outside, sealed and uncarried. From the third time on people are told, since no machine knows what is wrong with it."""
    tries = aside.put(letter)
    logger.error("Letter %s cannot be taken inside: %s.", letter, why)
    if tries >= TRIES_BEFORE_ALARM:
        inside.execute(ALARM, [letter, why])


def sweep(outside: Side) -> None:
    """Delete outside what was carried in over a week ago, and the content of threads that have ended."""
    outside.execute("select letterbox_sweep()")
