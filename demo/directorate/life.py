"""The living demo: `python -m demo.directorate.life` lets the synthetic Directorate work until it is told to stop.

About one act every three seconds, and a heartbeat every second. Environment: DIRECTORATE_DATABASE_URL (its owner's address),
DEMO_RHYTHM (a factor: 2 is twice as fast, 0 only the heartbeat). The acts are drawn from the seed that the Directorate was built with
and counted there, so that the day goes on after a restart where it stopped. The cast never changes by itself.
"""

import logging
import os
import signal
import sys
import time
from random import Random
from types import FrameType
from typing import NoReturn

import psycopg

from demo.directorate import clerk

PAUSE_S = 3.0
BEAT_S = 1.0
_LOG = logging.getLogger("demo.life")


def main() -> NoReturn:
    """Reconnects when the server goes away. Ends at once on SIGTERM and SIGINT: an act that was not finished never happened."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGINT, _leave)
    address, rhythm = os.environ["DIRECTORATE_DATABASE_URL"], _rhythm(os.environ.get("DEMO_RHYTHM", "1"))
    while True:
        try:
            with psycopg.connect(address, autocommit=True, connect_timeout=3, application_name="demo life") as connection:
                _LOG.info("the synthetic Directorate is at work")
                live(connection, rhythm=rhythm)
        except psycopg.OperationalError as problem:
            _LOG.info("the Directorate's database does not answer (%s); trying again", type(problem).__name__)
            time.sleep(BEAT_S)


def live(connection: psycopg.Connection, *, rhythm: float) -> NoReturn:
    """Beats and acts until the connection fails. Raises: psycopg.OperationalError then."""
    chance = Random()
    due = time.monotonic() + _pause(chance, rhythm)
    while True:
        beat_ends = time.monotonic() + BEAT_S
        connection.execute("update denyut set waktu = now()")
        while due < beat_ends:
            time.sleep(max(0.0, due - time.monotonic()))
            clerk.do_next(connection)
            due += _pause(chance, rhythm)
        time.sleep(max(0.0, beat_ends - time.monotonic()))


def _pause(chance: Random, rhythm: float) -> float:
    return PAUSE_S / rhythm * chance.uniform(0.4, 1.6) if rhythm else float("inf")


def _rhythm(text: str) -> float:
    """Stops the start with a sentence when the factor is no number from 0 to 1,000."""
    try:
        rhythm = float(text)
    except ValueError:
        rhythm = -1.0
    if not 0 <= rhythm <= 1000:
        sys.exit("DEMO_RHYTHM must be a number from 0 to 1000, for example 1 or 0.5")
    return rhythm


def _leave(_signal: int, _frame: FrameType | None) -> NoReturn:
    os._exit(0)  # not sys.exit: nothing may wait for a server that hangs; it rolls back what was open


if __name__ == "__main__":
    main()
