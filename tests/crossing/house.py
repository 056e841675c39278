"""Both sides for one test: the street puts letters in, the passage carries, an administrator looks. Time is told, never waited for."""

import hashlib
import os
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

import psycopg
from psycopg import Connection
from psycopg.types.json import Jsonb

from sisada.crossing import inward, outward
from sisada.crossing.aside import Aside
from tests.databases import Side

RECEIVE = "select letterbox_receive(%s, %s, %s, %s, %s, %s, %s, %s)"


@dataclass(frozen=True)
class Letter:
    """What only the public face and the inside know of it: bytes that nobody between them can read."""

    id: uuid.UUID = field(default_factory=uuid.uuid4)
    thread: uuid.UUID = field(default_factory=uuid.uuid4)
    sealed: bytes = field(default_factory=lambda: os.urandom(200))
    parts: tuple[bytes, ...] = ()
    code_index: bytes = field(default_factory=lambda: os.urandom(32))
    reporter_key: bytes = field(default_factory=lambda: os.urandom(32))
    own_box: bytes = field(default_factory=lambda: os.urandom(80))

    @property
    def digest(self) -> bytes:
        return hashlib.sha256(self.id.bytes + self.thread.bytes).digest()

    def put_in(self, street: "Connection[Any]") -> datetime:
        """As the public face does. When it was received."""
        values = [self.id, self.thread, self.code_index, self.reporter_key, self.sealed, list(self.parts), self.own_box, self.digest]
        row = street.execute(RECEIVE, values).fetchone()
        assert row
        received_at: datetime = row[0]
        return received_at


@dataclass
class House:
    """Databases `name` on both sides, each process with its own role."""

    inside: Side
    outside: Side
    name: str
    clock: float = 0.0
    aside: Aside = field(init=False)

    def __post_init__(self) -> None:
        self.aside = Aside(clock=lambda: self.clock)

    @cached_property
    def admin(self) -> "Connection[Any]":
        return psycopg.connect(self.inside.server.url(self.name), autocommit=True)

    @cached_property
    def outside_admin(self) -> "Connection[Any]":
        return psycopg.connect(self.outside.server.url(self.name), autocommit=True)

    @cached_property
    def street(self) -> "Connection[Any]":
        return psycopg.connect(self.outside.url(self.name, "sisada_public"), autocommit=True)

    @cached_property
    def worker(self) -> "Connection[Any]":
        return psycopg.connect(self.inside.url(self.name, "sisada_worker"), autocommit=True)

    @cached_property
    def carrier(self) -> "Connection[Any]":
        return psycopg.connect(self.outside.url(self.name, "sisada_carrier"), autocommit=True)

    def fetch(self) -> int:
        return inward.fetch(self.worker, self.carrier, aside=self.aside)

    def carry(self) -> int:
        return outward.carry(self.worker, self.carrier, aside=self.aside)

    def publish(self, kind: str, **body: object) -> None:
        """As a capability of the inside does."""
        values = {name: rf"\x{value.hex()}" if isinstance(value, bytes) else str(value) for name, value in body.items()}
        self.admin.execute("insert into cases_outgoing (id, kind, body) values (gen_random_uuid(), %s, %s)", [kind, Jsonb(values)])

    def one(self, statement: str, values: Sequence[Any] = ()) -> Any:
        """The first value of the first row inside, as the administrator."""
        return first(self.admin.execute(statement.encode(), values).fetchone())

    def outside_one(self, statement: str, values: Sequence[Any] = ()) -> Any:
        return first(self.outside_admin.execute(statement.encode(), values).fetchone())

    def close(self) -> None:
        for name in ("admin", "outside_admin", "street", "worker", "carrier"):
            if name in self.__dict__:
                self.__dict__.pop(name).close()


def first(row: tuple[Any, ...] | None) -> Any:
    return row[0] if row else None
