"""`python -m sisada.verify [--key HEX …]`: one sentence for each finding; ends with 1 when there is any, else with 0.

Reads DATABASE_URL (the sealer's role inside, or whoever may read what it reads) and, if set, WITNESS_DATABASE_URL (a face's role
outside). `--key`: a public key from the auditor's sheet, 64 hexadecimal digits. The first is enough where each key endorsed the next; give
the others too where one was lost.
"""

import argparse
import os
import sys
from contextlib import ExitStack
from typing import Any

import psycopg
from psycopg import Connection, IsolationLevel

from sisada.verify import chain, checkpoints, erasures, keys, names, rows, witness
from sisada.verify.findings import Report
from sisada.verify.tables import AUDITED

NO_WITNESS = (
    "Tanpa saksi dari luar: ujung yang dipotong, salinan lama dan sejarah yang ditulis ulang tidak terlihat. / "
    "No witness was asked: a cut end, an old copy and a rewritten history are not seen."
)


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m sisada.verify", description=__doc__)
    parser.add_argument(
        "--key", action="append", default=[], type=bytes.fromhex, metavar="HEX", help="a public key from the auditor's sheet"
    )
    given = parser.parse_args(words).key
    if "DATABASE_URL" not in os.environ:
        parser.error("DATABASE_URL is not set.")
    report = verify(os.environ["DATABASE_URL"], os.environ.get("WITNESS_DATABASE_URL"), given)
    for note in report.notes:
        print(f"  {note}")
    for finding in report.findings:
        print(f"! {finding.sentence}")
    found = len(report.findings)
    print(f"{found} temuan. / {found} findings." if found else "Semua masih seperti saat disegel. / Everything is as it was sealed.")
    return 1 if report.findings else 0


def verify(inside_url: str, outside_url: str | None, given: list[bytes]) -> Report:
    """Everything that is off. `outside_url` None: without the witness; docs/seal.md says what is not seen then."""
    with ExitStack() as stack:
        # The outside first: what the inside signs meanwhile must not seem to be missing inside.
        outside = stack.enter_context(_snapshot(outside_url)) if outside_url else None
        inside = stack.enter_context(_snapshot(inside_url))
        return examine(inside, outside, given)


def examine(inside: "Connection[Any]", outside: "Connection[Any] | None", given: list[bytes]) -> Report:
    """The same on connections that are open, each in a transaction that sees one state."""
    report = Report()
    believed = keys.to_be_believed(given, inside, outside, report)
    timeline = checkpoints.check(inside, believed, report)
    chain.check(inside, report)
    waiting = sum(rows.check(inside, table, timeline, report) for table in AUDITED)
    erasures.check(inside, timeline, report)
    names.check(inside, report)
    report.note(f"{waiting} baris menunggu segel. / {waiting} rows wait for their seal.")
    if outside:
        witness.check(outside, believed, timeline, report)
    else:
        report.note(NO_WITNESS)
    return report


def _snapshot(url: str) -> "Connection[Any]":
    """One state of the whole database, read only; values spelled as they were when they were sealed."""
    connection = psycopg.connect(url)
    connection.isolation_level = IsolationLevel.REPEATABLE_READ
    connection.read_only = True
    for setting in ("timezone to 'UTC'", "datestyle to 'ISO, YMD'", "bytea_output to 'hex'", "extra_float_digits to 1"):
        connection.execute(f"set {setting}".encode())
    connection.execute("select pg_current_snapshot()")  # from here on nothing changes before our eyes
    return connection


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
