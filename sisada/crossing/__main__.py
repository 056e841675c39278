"""`python -m sisada.crossing` carries out what the inside publishes, until it is asked to end (SIGTERM, Ctrl-C).

Needs DATABASE_URL (the worker's role inside) and CARRIER_DATABASE_URL (the carrier's role outside).
"""

import logging
import signal
import sys
import time
from types import FrameType
from typing import Final, Never

import psycopg

from sisada.crossing.outward import ROWS_AT_ONCE, carry, sweep
from sisada.foundation.environment import required
from sisada.foundation.logs import LineFormatter

logger = logging.getLogger("sisada.crossing")
ASK_EVERY_S: Final = 1.0
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
    while True:
        try:
            with psycopg.connect(inside_url, autocommit=True) as inside, psycopg.connect(outside_url, autocommit=True) as outside:
                _keep_carrying(inside, outside)
        except psycopg.OperationalError as error:
            logger.warning("A side is away (%s).", type(error).__name__)
            time.sleep(ASK_EVERY_S)


def _keep_carrying(inside: psycopg.Connection, outside: psycopg.Connection) -> Never:
    swept_at = 0.0
    while True:
        if time.monotonic() - swept_at > SWEEP_EVERY_S:
            sweep(inside)
            swept_at = time.monotonic()
        if carry(inside, outside) < ROWS_AT_ONCE:
            time.sleep(ASK_EVERY_S)


def _end(_: int, __: FrameType | None) -> Never:
    """At once: what was carried and not yet marked is carried again, and taken once."""
    raise SystemExit(0)


if __name__ == "__main__":
    sys.exit(main())
