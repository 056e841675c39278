"""One attempt to read personal data: who tries, by which trick, in which way, and what is killed meanwhile. Drawn from a seed."""

import json
import math
from dataclasses import asdict, dataclass
from enum import StrEnum
from random import Random
from typing import Any, Self


class Purpose(StrEnum):
    CARD = "card"
    PHOTO = "photo"  # read under a look of purpose card
    SEARCH = "search"
    AREA_LIST = "area-list"

    @property
    def of_the_look(self) -> str:
        return "card" if self is Purpose.PHOTO else self.value


class Trick(StrEnum):
    """How the look comes about. Only the first four leave a durable one before the read."""

    COMMITTED = "look committed, then read"
    PIPELINED = "look, commit and read sent in one go"
    COMMIT_IN_BLOCK = "look, commit and read inside one DO block"
    SHOWN_MEANWHILE = "shown row committed while the read is under way"
    OWN_TRANSACTION = "read in the look's own transaction"
    SHOWN_IN_OWN_TRANSACTION = "look committed, shown row in the read's own transaction"
    SAVEPOINT_RELEASED = "look in a released savepoint"
    SAVEPOINT_AROUND_READ = "read in a savepoint after the look"
    SAVEPOINT_ROLLED_BACK = "look in a savepoint that was rolled back"
    CAUGHT_IN_BLOCK = "look in a DO block whose exception was caught"
    ROLLBACK_IN_BLOCK = "look, rollback and read inside one DO block"
    ONE_STATEMENT = "look and read in one statement"
    UNSYNCED_PIPELINE = "look and read in one pipeline without a commit"
    PREPARED = "look in a prepared transaction"
    HELD_OPEN = "look in another transaction, held open"
    OLDER_SNAPSHOT = "read under a snapshot older than the look"
    ANOTHERS_LOOK = "read under another officer's look"
    WRONG_PURPOSE = "read under a look of another purpose"
    INVENTED = "read under an invented look"


class Reading(StrEnum):
    ROWS = "rows"
    BINARY = "binary rows"
    COPY = "copy"
    CURSOR = "cursor"
    CURSOR_WITH_HOLD = "cursor with hold"
    NOTICE = "notice"
    ERROR = "error text"


class Fault(StrEnum):
    """What is struck at a random moment, or in the moment of disclosure."""

    ROLLBACK = "rollback"  # by the client itself, after everything
    CLIENT_KILLED = "client killed -9"
    CANCELLED = "statement cancelled"
    TERMINATED = "connection terminated"
    BACKEND_KILLED = "server process killed -9"
    IMMEDIATE_SHUTDOWN = "server shut down immediately"
    SERVER_KILLED = "whole server killed -9"


OF_ONE_CLIENT = (Fault.ROLLBACK, Fault.CLIENT_KILLED, Fault.CANCELLED, Fault.TERMINATED)
OF_THE_SERVER = (Fault.BACKEND_KILLED, Fault.IMMEDIATE_SHUTDOWN, Fault.SERVER_KILLED)
DISCLOSING = (Trick.COMMITTED, Trick.COMMITTED, Trick.COMMITTED, Trick.SHOWN_MEANWHILE)
DISCLOSING_SHARE = 0.5  # of the attempts: only what discloses something can disclose too much
NEVER = math.inf
LATEST_FAULT_S = 0.1  # after the client connected: an attempt that nobody disturbs takes about half as long
AT_DISCLOSURE_SHARE = 0.5  # of the faults: the moment in which most is at stake


@dataclass(frozen=True)
class Attempt:
    """`number` is also the number of the officer who tries; `person` the number of the one whom the look names."""

    number: int
    person: int
    purpose: Purpose
    trick: Trick
    reading: Reading
    isolation: str
    synchronous_commit: str
    commits: bool  # whether the client ends by a commit; a rollback else
    fault: Fault
    fault_after_s: float | None  # None: in the moment of disclosure; NEVER: another attempt of its round brings it
    seed: int

    def to_line(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_line(cls, line: str) -> Self:
        row: dict[str, Any] = json.loads(line)
        return cls(
            **{
                **row,
                "purpose": Purpose(row["purpose"]),
                "trick": Trick(row["trick"]),
                "reading": Reading(row["reading"]),
                "fault": Fault(row["fault"]),
            }
        )


def draw(chance: Random, number: int, *, fault: Fault, persons: int) -> Attempt:
    trick = chance.choice(DISCLOSING if chance.random() < DISCLOSING_SHARE else list(Trick))
    return Attempt(
        number=number,
        person=chance.randrange(persons),
        purpose=chance.choice(list(Purpose)),
        trick=trick,
        reading=chance.choice(list(Reading)),
        isolation=chance.choice(["read committed", "repeatable read", "serializable"]),
        synchronous_commit=chance.choice(["on", "off", "off", "local", "remote_write"]),
        commits=chance.random() < 0.3,
        fault=fault,
        fault_after_s=None if chance.random() < AT_DISCLOSURE_SHARE else chance.uniform(0, LATEST_FAULT_S),
        seed=chance.getrandbits(32),
    )
