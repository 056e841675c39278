"""Forks one process for each attempt, so that a kill -9 hits a client and nothing else.

    python -m tests.proofs.looks.clients        (PROOF_URL: the office role's address, through the tap)

Reads attempts, one a line, on standard input; answers each with the process id of its client. A process of its own
without threads: a fork of the proof itself would copy its tap.
"""

import contextlib
import logging
import os
import signal
import sys
from typing import Any

import psycopg
from psycopg import Connection

from tests.proofs.looks.attempt import Attempt
from tests.proofs.looks.tricks import PLAYED, Play


def main() -> None:
    logging.getLogger("psycopg").setLevel(logging.CRITICAL)  # it warns of connections that were cut, which is what we do
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for a client: its end shows when its id is gone
    for line in sys.stdin:
        client = os.fork()
        if client == 0:
            try:
                play(Attempt.from_line(line))
            finally:
                os._exit(0)
        sys.stdout.write(f"{client}\n")
        sys.stdout.flush()


def play(attempt: Attempt) -> None:
    """Refusals and cut connections are what an attempt is about: it ends with them, without a word."""
    with contextlib.suppress(psycopg.Error), connect(attempt) as writer, connect(attempt) as reader:
        PLAYED[attempt.trick](Play(attempt, writer=writer, reader=reader))


def connect(attempt: Attempt) -> Connection[Any]:
    isolation = attempt.isolation.replace(" ", "\\ ")
    return psycopg.connect(
        os.environ["PROOF_URL"],
        application_name=f"attempt-{attempt.number}",
        options=f"-c default_transaction_isolation={isolation} -c synchronous_commit={attempt.synchronous_commit}",
        autocommit=True,
        sslmode="disable",
        gssencmode="disable",
        connect_timeout=5,
    )


if __name__ == "__main__":
    main()
