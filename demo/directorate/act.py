"""One act by hand: `python -m demo.directorate.act extend N0000000102`, for tours, documents and browser tests.

Words: extend, move (within the office's area), move-away, depart, rename, new-passport, cancel.
The person is named by NIORA; the cast's are N0000000101 and following.
Address of the database: DIRECTORATE_DATABASE_URL.
"""

import argparse
import os
import sys
from random import Random

import psycopg

from demo.directorate import acts, clerk
from demo.directorate.acts import Act
from demo.directorate.possible import What, is_possible

BY_HAND = (What.EXTEND, What.MOVE, What.MOVE_AWAY, What.DEPART, What.RENAME, What.NEW_PASSPORT, What.CANCEL)


class ImpossibleError(Exception):
    """Nobody has this NIORA, or the act does not fit the person's file now."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m demo.directorate.act", description="One act of the synthetic Directorate.")
    parser.add_argument("what", choices=[what.value for what in BY_HAND])
    parser.add_argument("niora")
    asked = parser.parse_args()
    try:
        with psycopg.connect(os.environ["DIRECTORATE_DATABASE_URL"]) as connection:
            act = do(connection, What(asked.what), niora=asked.niora)
    except ImpossibleError as problem:
        sys.exit(str(problem))
    for change in act.changes:
        print(change.table, ", ".join(f"{name}={value}" for name, value in change.values.items()))


def do(connection: psycopg.Connection, what: What, *, niora: str) -> Act:
    """Writes the act in the caller's transaction and returns it. Raises: ImpossibleError."""
    info = clerk.next_number(connection)
    found = connection.execute("select id_orang from orang where niora = %s", (niora,)).fetchone()
    snapshot = clerk.read_snapshot(connection, found[0]) if found else None
    if snapshot is None:
        raise ImpossibleError(f"Nobody has the NIORA {niora}.")
    if not is_possible(what, snapshot):
        raise ImpossibleError(f"“{what}” does not fit this person's file now.")
    act = acts.make(what, Random(f"{info.seed}/by-hand/{info.acts}"), snapshot)
    clerk.write(connection, act)
    return act


if __name__ == "__main__":
    main()
