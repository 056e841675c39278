"""A row that one side refuses is put aside, so that it holds up no other: it is tried again ever more seldom, and never given up.

In this process's memory alone: after a start everything is tried at once. A side that is away is nobody's fault and puts nothing aside.
"""

import time
from collections.abc import Callable
from typing import Final
from uuid import UUID

import psycopg

FIRST_PAUSE_S: Final = 1.0
LONGEST_PAUSE_S: Final = 600.0
# Classes of SQLSTATE that say how the server fares: connection, serialization, resources, locks, shut down by somebody, disk.
OF_THE_SERVER: Final = ("08", "40", "53", "55", "57", "58")


class Aside:
    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._tries: dict[UUID, int] = {}
        self._until: dict[UUID, float] = {}

    def now(self) -> list[UUID]:
        """Those whose next try is still to come."""
        moment = self._clock()
        return [row for row, until in self._until.items() if until > moment]

    def put(self, row: UUID) -> int:
        """It was refused; how often by now."""
        tries = self._tries[row] = self._tries.get(row, 0) + 1
        self._until[row] = self._clock() + min(FIRST_PAUSE_S * 2.0 ** (tries - 1), LONGEST_PAUSE_S)
        return tries

    def forget(self, row: UUID) -> None:
        """It passed."""
        self._tries.pop(row, None)
        self._until.pop(row, None)


def is_the_rows_fault(error: psycopg.Error) -> bool:
    """Whether another row may pass where this one did not. What psycopg itself finds wrong with a value has no SQLSTATE, as a lost
    connection has none."""
    if error.sqlstate is None:
        return isinstance(error, psycopg.DataError)
    return not error.sqlstate.startswith(OF_THE_SERVER)
