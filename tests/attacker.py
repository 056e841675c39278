"""Looks as SQL, for tests that play a taken-over office process: any statement, with the office face's own rights."""

import json
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
import pytest

from sisada.foundation.clock import office_today
from sisada.inside.audit.looks import REFUSED, Purpose
from sisada.inside.lookup.question import understand
from tests.cast import Colleague, TestGround

DRAW = "select person_id, ticket from lookup_candidates(%s, %s)"
Office = psycopg.Connection[tuple[Any, ...]]


@dataclass
class Attacker:
    """Whoever runs statements as the office face, on one connection."""

    office: Office
    officer: Colleague
    ground: TestGround

    def begin(
        self, purpose: Purpose, *, subject: uuid.UUID | None = None, query: dict[str, Any] | None = None, ground: TestGround | None = None
    ) -> uuid.UUID:
        asked = [self.officer.id, self.officer.device, (ground or self.ground).id, purpose, subject, json.dumps(query) if query else None]
        return uuid.UUID(str(self.one("select audit_begin_look(%s, %s, %s, %s, %s, %s)", asked)))

    def begin_search(self, typed: str) -> uuid.UUID:
        return self.begin(Purpose.SEARCH, query=understand(typed, office_today()).to_json() | {"typed": typed})

    def card(self, look: uuid.UUID) -> Any:
        return self.one("select answer from lookup_card(%s, %s)", [look, self.officer.id])

    def candidates(self, look: uuid.UUID) -> list[uuid.UUID]:
        return [row[0] for row in self.office.execute("select person_id from lookup_candidates(%s, %s)", [look, self.officer.id])]

    def show(self, look: uuid.UUID, persons: list[uuid.UUID]) -> None:
        """Put on record, with the tickets that a draw of this look gives: none for whom it does not find."""
        tickets = {row[0]: row[1] for row in self.office.execute(DRAW.encode(), [look, self.officer.id])}
        self.show_with(look, persons, [tickets.get(person) for person in persons])

    def show_with(self, look: uuid.UUID, persons: list[uuid.UUID], tickets: list[bytes | None]) -> None:
        asked = [look, self.officer.id, persons, json.dumps([{}] * len(persons)), tickets]
        self.one("select audit_show(%s, %s, %s::uuid[], %s, %s::bytea[])", asked)

    def hits(self, look: uuid.UUID) -> list[str]:
        """The ids of the people whose rows were returned."""
        return [hit["id"] for hit in self.one("select answer from lookup_hits(%s, %s, 'search')", [look, self.officer.id])]

    def one(self, statement: str, values: list[Any] | None = None) -> Any:
        row = self.office.execute(statement.encode(), values).fetchone()
        return row[0] if row else None


@contextmanager
def refused(code: str) -> Iterator[None]:
    """The database raises our own SQLSTATE with this code: never an empty answer."""
    with pytest.raises(psycopg.Error) as raised:
        yield
    assert (raised.value.sqlstate, raised.value.diag.message_primary) == (REFUSED, code)


@dataclass(frozen=True)
class Said:
    """Everything that came back: rows, copied lines, notices, notifications, and errors with all their fields."""

    text: str
    states: set[str]  # of the errors


def everything_said(office: Office, statements: tuple[str, ...], *, between: dict[str, Callable[[], None]] | None = None) -> Said:
    """Run statements one after another, whatever each comes to. A statement that is a key of `between` is somebody else's deed."""
    said: list[str] = []
    states: set[str] = set()
    office.add_notice_handler(lambda told: said.append(_fields(told)))
    office.add_notify_handler(lambda told: said.append(f"{told.channel} {told.payload}"))
    for statement in statements:
        try:
            said.append((between or {}).get(statement, lambda statement=statement: _answer(office, statement))() or "")
        except psycopg.Error as error:
            states.add(error.sqlstate or "")
            said.append(f"{error} {_fields(error.diag)}")
    if office.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
        office.rollback()
    return Said("\n".join(said), states)


def _answer(office: Office, statement: str) -> str:
    with office.cursor() as cursor:
        if statement.startswith("copy ") and statement.endswith("stdout"):
            with cursor.copy(statement.encode()) as lines:
                return " ".join(bytes(line).decode() for line in lines)
        cursor.execute(statement.encode())
        return repr(cursor.fetchall()) if cursor.description else ""


def _fields(told: psycopg.errors.Diagnostic) -> str:
    names = (
        "message_primary",
        "message_detail",
        "message_hint",
        "context",
        "internal_query",
        "table_name",
        "column_name",
        "constraint_name",
    )
    return " ".join(getattr(told, name) or "" for name in names)
