"""`python -m sisada.inside.link` keeps the mirror; `python -m sisada.inside.link copy-anew` first copies everything again.

Ends with 0 when asked to (SIGTERM, Ctrl-C), and with 2 and one sentence when it may not go on by itself.
Needs DATABASE_URL (the link's own role) and UPSTREAM_DATABASE_URL (the Directorate's).
"""

import logging
import signal
import sys
from types import FrameType
from typing import Final, Never

import psycopg

from sisada.foundation.environment import required
from sisada.foundation.logs import LineFormatter
from sisada.inside.link import freshness, stream
from sisada.inside.link.standstill import HaltError, Reason

logger = logging.getLogger("sisada.link")
HALTED: Final = 2


def main(words: list[str]) -> int:
    _log_lines()
    signal.signal(signal.SIGTERM, _end)
    addresses = stream.Addresses(inside_url=required("DATABASE_URL"), upstream_url=required("UPSTREAM_DATABASE_URL"))
    try:
        if words == ["copy-anew"]:
            stream.forget(addresses)
        stream.run(addresses)
    except KeyboardInterrupt:
        return 0
    except HaltError as halt:
        logger.error("%s: %s", halt.reason, halt.sentence)  # noqa: TRY400 - the sentence says it all; a trace would only hide it
        _tell_pages(addresses.inside_url, halt)
        return HALTED


def _log_lines() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(LineFormatter())
    logging.basicConfig(level=logging.INFO, handlers=[handler])


def _end(_: int, __: FrameType | None) -> Never:
    """At once, wherever we are: what is not committed is read again at the next start."""
    raise SystemExit(0)


def _tell_pages(inside_url: str, halt: HaltError) -> None:
    with psycopg.connect(inside_url, autocommit=True) as mirror:
        if halt.reason is Reason.SECOND_LINK:
            freshness.stands_still_if_nobody_writes(mirror, halt)
        else:
            freshness.stands_still(mirror, halt)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
