"""The street puts letters in and the office words, all the time, each remembering exactly what it was told is stored."""

import os
import random
import threading
import uuid
from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import psycopg
from psycopg import Connection
from psycopg.types.json import Jsonb

from tests.crossing.house import Letter
from tests.proofs.crossing.count import STILL_INSIDE, STILL_OUTSIDE, Row, one
from tests.proofs.crossing.places import Places

LONGEST_PAUSE_S = 0.08
MOST_WAITING = 20  # so that a blow at the end of a round need not wait for the whole backlog


class Writer(ABC):
    """Writes until the block ends. `stored`: by id, what must stand on the other side. `waiting`: a count of what waits on this side."""

    waiting: str

    def __init__(self, url: str, admin: str, *, seed: int) -> None:
        self.url = url
        self.admin = admin
        self.chance = random.Random(seed)  # noqa: S311 - seeded on purpose, so that a run can be repeated; not a secret
        self.stored: dict[uuid.UUID, Row] = {}
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._write)

    def __enter__(self) -> "Writer":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._thread.join()

    def _write(self) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection, psycopg.connect(self.admin, autocommit=True) as admin:
            while not self._stopping.wait(self.chance.uniform(0, LONGEST_PAUSE_S)):
                if one(admin, self.waiting) < MOST_WAITING:
                    self.write_one(connection)

    @abstractmethod
    def write_one(self, connection: "Connection[Any]") -> None: ...


class Street(Writer):
    """Letters of up to three photos; every fifth is one that was sent before, as a phone does that heard no answer."""

    waiting = STILL_OUTSIDE

    def __init__(self, places: Places, *, seed: int) -> None:
        super().__init__(places.outside.url("sisada_public"), places.outside.admin, seed=seed)
        self._sent: list[Letter] = []

    def write_one(self, connection: "Connection[Any]") -> None:
        again = self._sent and self.chance.random() < 0.2
        letter = self.chance.choice(self._sent) if again else self._new()
        received_at = letter.put_in(connection)
        self._sent.append(letter)
        self.stored[letter.id] = (letter.thread, letter.digest, letter.sealed, list(letter.parts), received_at)

    def _new(self) -> Letter:
        photos = [os.urandom(self.chance.randint(500, 5_000)) for _ in range(self.chance.randint(0, 3))]
        return Letter(sealed=os.urandom(self.chance.randint(100, 2_000)), parts=tuple(photos))


class Office(Writer):
    """Words to reporters; among them threads made at the desk, ends of threads, closed days, and what the seal publishes."""

    waiting = STILL_INSIDE

    def __init__(self, places: Places, *, seed: int) -> None:
        super().__init__(places.inside.admin, places.inside.admin, seed=seed)
        self._kinds = self._turns()

    def write_one(self, connection: "Connection[Any]") -> None:
        table, kind, key, row = next(self._kinds)
        body = {name: rf"\x{value.hex()}" if isinstance(value, bytes) else str(value) for name, value in row.items()}
        connection.execute(f"insert into {table} (id, kind, body) values (gen_random_uuid(), %s, %s)".encode(), [kind, Jsonb(body)])
        self.stored[key] = (kind, *row.values())

    def _turns(self) -> Iterator[tuple[str, str, uuid.UUID, dict[str, Any]]]:
        """For ever: table, kind, key, and the row that must stand outside."""
        while True:
            for _ in range(6):
                box, at = uuid.uuid4(), datetime.now(UTC)
                words = os.urandom(self.chance.randint(50, 800))
                yield (
                    "cases_outgoing",
                    "letterbox-box",
                    box,
                    {"id": box, "thread": uuid.uuid4(), "author": "office", "sealed": words, "made_at": at},
                )
            thread = uuid.uuid4()
            yield "cases_outgoing", "letterbox-thread", thread, {"id": thread, "code_index": os.urandom(32), "reporter_key": os.urandom(32)}
            ended = uuid.uuid4()
            yield "cases_outgoing", "letterbox-thread-end", ended, {"thread": ended, "ended_at": datetime.now(UTC)}
            holiday, at = uuid.uuid4(), datetime.now(UTC)
            day = date(2030, 1, 1) + timedelta(days=self.chance.randrange(9_000))
            shut = {"id": holiday, "day": day, "name": "Libur", "kind": "public", "withdrawn": False, "set_at": at}
            yield "holidays_outgoing", "letterbox-holiday", holiday, shut
            key = uuid.uuid4()
            yield "audit_outgoing", "audit-key", key, {"key_id": str(key), "public_key": key.bytes}
