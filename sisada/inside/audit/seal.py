"""`python -m sisada.inside.audit.seal` seals what was looked at, and signs each minute. `… seal rotate-key` has the sealer that is at work
hand over to a new key; `… seal take-new-key` begins with another key where the old one is lost.

Ends with 0 when asked to (SIGTERM, Ctrl-C), and with 2 and one sentence when it may not go on by itself.
Needs DATABASE_URL (the sealer's own role) and SISADA_SEAL_KEY_FILE, which no other process is given. docs/seal.md tells the rest.
"""

import logging
import os
import signal
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from types import FrameType
from typing import Final, Never

import psycopg

from sisada.foundation.clock import now
from sisada.foundation.environment import required
from sisada.foundation.logs import LineFormatter
from sisada.inside.audit import seal_key, seal_rotation, seal_round
from sisada.inside.audit.seal_key import Key, KeyRefused
from sisada.inside.audit.seal_round import EVER, Database

logger = logging.getLogger("sisada.seal")
STOPPED: Final = 2
NARROW_EVERY_S: Final = 1.0
SIGN_EVERY_S: Final = 60.0
EVERYTHING_EVERY_S: Final = 24 * 3600.0
WIDE = timedelta(hours=2)  # longer than any transaction of ours may live
RESTS_FOR_EACH_S: Final = 6.0  # six seconds' rest for one of work: looks come first, and a backlog can wait
LONGEST_REST_S: Final = 6.0  # a round of 2000 rows may take a second on a busy machine and still keep to that
TAKEN_WITHIN_S: Final = 90.0


class AnotherSealer(SystemExit):
    """Two would number the same rows."""


def main(words: list[str]) -> int:
    _log_lines()
    signal.signal(signal.SIGTERM, _end)
    path = Path(required("SISADA_SEAL_KEY_FILE"))
    try:
        if words == ["rotate-key"]:
            return rotate(path)
        url = required("DATABASE_URL")
        os.nice(5)  # an officer who waits goes before the seal
        if words == ["take-new-key"]:
            with psycopg.connect(url, autocommit=True) as connection:
                seal_key.take(connection, seal_key.read_or_make(path))
        keep_on(url, path)
    except KeyboardInterrupt:
        return 0
    except (KeyRefused, AnotherSealer) as refusal:
        logger.error("%s", refusal)  # noqa: TRY400 - the sentence says it all; a trace would only hide it
        return STOPPED


def rotate(path: Path) -> int:
    """Lay a new key beside the old one and wait until the sealer at work has taken it."""
    _tell(seal_rotation.ask(path))
    until = time.monotonic() + TAKEN_WITHIN_S
    while seal_rotation.is_asked(path):
        if time.monotonic() > until:
            logger.error("No sealer took the new key yet; the next one that starts with this file will.")
            return STOPPED
        time.sleep(0.2)
    logger.info("The old key has endorsed it; it signs from now on.")
    return 0


def keep_on(url: str, path: Path) -> Never:
    """Seal for ever; a server that went away is asked again each second."""
    while True:
        try:
            with psycopg.connect(url, autocommit=True, application_name="sisada-seal") as connection:
                keep_sealing(connection, path)
        except psycopg.OperationalError as error:
            logger.warning("The database is away (%s).", type(error).__name__)
            time.sleep(1)


def keep_sealing(connection: Database, path: Path) -> Never:
    """Narrow rounds each second, a wide one and a signature each minute, everything at the start and each night. Once a new key is
    asked for, the next signature is the old one's last.

    Raises: AnotherSealer; KeyRefused; psycopg.OperationalError when the server goes away.
    """
    if not seal_round.open_for_sealing(connection):
        raise AnotherSealer("Another sealer works on this database.")
    _tell(key := seal_rotation.key_in_force(connection, path))
    everything_at = 0.0
    while True:
        began = time.monotonic()
        everything = began >= everything_at
        complete_until = seal_round.seal_all(connection, since=EVER if everything else seal_round.clock(connection) - WIDE, rest=rest)
        if everything:
            everything_at = began + EVERYTHING_EVERY_S
        seal_round.sign(connection, key, complete_until=complete_until, now=now())
        key = seal_rotation.change_if_asked(connection, key, path)
        _seal_narrowly(connection, since=complete_until - seal_round.A_LATE_COMMIT, until=began + SIGN_EVERY_S, path=path)


def _tell(key: Key) -> None:
    logger.info("Public key %s, id %s: write both on the auditor's sheet.", key.public.hex(), key.id)


def _seal_narrowly(connection: Database, *, since: datetime, until: float, path: Path) -> None:
    """Until the minute is over, or a new key is asked for."""
    while (started := time.monotonic()) < until and not seal_rotation.is_asked(path):
        done = seal_round.seal_round(connection, since=since)
        since = done.next_since
        rest(time.monotonic() - started)
        if done.caught_up:
            time.sleep(NARROW_EVERY_S)


def rest(worked_s: float) -> None:
    time.sleep(min(worked_s * RESTS_FOR_EACH_S, LONGEST_REST_S))


def _log_lines() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(LineFormatter())
    logging.basicConfig(level=logging.INFO, handlers=[handler])


def _end(_: int, __: FrameType | None) -> Never:
    """At once, wherever we are: what is not committed has no seal yet, and gets one at the next start."""
    raise SystemExit(0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
