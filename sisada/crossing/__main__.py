"""`python -m sisada.crossing` carries letters in and words out until it is asked to end (SIGTERM, Ctrl-C).

Needs DATABASE_URL (the worker's role inside) and CARRIER_DATABASE_URL (the carrier's role outside).
"""

import logging
import signal
import sys
import time
from types import FrameType
from typing import Final, Never

import psycopg

from sisada.crossing import inward, outward
from sisada.crossing.aside import Aside
from sisada.foundation.environment import required
from sisada.foundation.logs import LineFormatter

logger = logging.getLogger("sisada.crossing")
AGAIN_AFTER_S: Final = 1.0
ASK_EVERY_S: Final = 0.4
SWEEP_EVERY_S: Final = 3600.0


def main() -> int:
    handler = logging.StreamHandler()
    handler.setFormatter(LineFormatter())
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    signal.signal(signal.SIGTERM, _end)
    inside_url, outside_url = required("DATABASE_URL"), required("CARRIER_DATABASE_URL")
    try:
        keep_on(inside_url, outside_url)
    except KeyboardInterrupt:
        return 0


def keep_on(inside_url: str, outside_url: str) -> Never:
    """Carry for ever; a side that went away is asked again each second."""
    aside = Aside()
    while True:
        try:
            with psycopg.connect(inside_url, autocommit=True) as inside, psycopg.connect(outside_url, autocommit=True) as outside:
                _keep_carrying(inside, outside, aside)
        except psycopg.OperationalError as error:
            logger.warning("A side is away (%s).", type(error).__name__)
            time.sleep(AGAIN_AFTER_S)


def _keep_carrying(inside: psycopg.Connection, outside: psycopg.Connection, aside: Aside) -> Never:
    outside.execute(f"listen {inward.CHANNEL}")  # before the first look, so that no letter comes in between
    swept_at = float("-inf")
    while True:
        if time.monotonic() - swept_at > SWEEP_EVERY_S:
            outward.sweep(inside)
            inward.sweep(outside)
            swept_at = time.monotonic()
        if not inward.fetch(inside, outside, aside=aside) + outward.carry(inside, outside, aside=aside):
            _wait_for_a_letter(outside)


def _wait_for_a_letter(outside: psycopg.Connection) -> None:
    """Until the outside says that one came, and never long: nobody says when the inside has something to go out."""
    for _ in outside.notifies(timeout=ASK_EVERY_S, stop_after=1):
        return


def _end(_: int, __: FrameType | None) -> Never:
    """At once: what was carried and not yet marked is carried again, and taken once."""
    raise SystemExit(0)


if __name__ == "__main__":
    sys.exit(main())
