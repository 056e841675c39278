"""A signed checkpoint, inside or outside: its columns have the same names on both sides."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg import Connection, sql

from sisada.verify import hashes

COLUMNS = ("number", "count", "chain", "complete_until", "signed_at", "previous", "key_id", "signature")
READ = sql.SQL("select {columns} {more} from {table} as head {join} order by head.number, head.signed_at")


@dataclass(frozen=True)
class Head:
    number: int
    count: int
    chain: bytes
    complete_until: datetime
    signed_at: datetime
    previous: bytes
    key_id: str
    signature: bytes

    @property
    def message(self) -> bytes:
        return hashes.head_message(
            number=self.number,
            count=self.count,
            chain=self.chain,
            complete_until=self.complete_until,
            signed_at=self.signed_at,
            previous=self.previous,
            key_id=self.key_id,
        )

    @property
    def hash(self) -> bytes:
        return hashes.head_hash(self.message, self.signature)


def read(connection: "Connection[Any]", table: str, *, more: str = "", join: str = "") -> Iterator[tuple[Any, ...]]:
    """Each head, followed by what `more` asks for beside it. `more` and `join` are ours, never anybody's input."""
    columns = sql.SQL(", ").join(sql.Identifier("head", name) for name in COLUMNS)
    query = READ.format(columns=columns, more=sql.SQL(more), table=sql.Identifier(table), join=sql.SQL(join))
    with connection.cursor(name="heads") as cursor:
        for row in cursor.execute(query):
            yield (Head(*row[: len(COLUMNS)]), *row[len(COLUMNS) :])
