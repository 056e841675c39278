"""Grounds for reading trails, and Sari's looks to read about."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from psycopg import Connection

from sisada.foundation.clock import now
from sisada.foundation.problems import Problem
from sisada.inside.audit.looks import Look, PersonId, Purpose, begin_look
from sisada.inside.lookup import find
from tests import office_role
from tests.cast import Cast, Colleague, TestGround

OpenGround = Callable[..., TestGround]


@pytest.fixture
def ground_of(committed: "Connection[Any]") -> OpenGround:
    """`ground_of(colleague, kind="review", purposes=("trail",))`: in force for this colleague alone."""

    def publish(
        colleague: Colleague, *, kind: str, purposes: tuple[str, ...] = ("trail",), persons: list[uuid.UUID] | None = None
    ) -> TestGround:
        ground = TestGround(uuid.uuid4(), f"{kind} {uuid.uuid4().hex[:6]}/XI/2026")
        committed.execute(
            """insert into audit_ground (id, kind, reference, place, officers, purposes, area_codes, persons, valid_from, valid_until)
               values (%s, %s, %s, '', %s, %s, '{}', %s, %s, %s)""",
            [
                ground.id,
                kind,
                ground.reference,
                [colleague.id],
                list(purposes),
                persons,
                now() - timedelta(hours=1),
                now() + timedelta(hours=8),
            ],
        )
        return ground

    return publish


@pytest.fixture
def review(cast: Cast, ground_of: OpenGround) -> TestGround:
    return ground_of(cast.lestari, kind="review")


@pytest.fixture
def supervisor(db: None, cast: Cast, review: TestGround) -> Client:
    """Lestari's browser, under a review."""
    return office_role.signed_in(cast.lestari, ground=review)


@pytest.fixture
def counter(db: None, cast: Cast, ground_of: OpenGround) -> Client:
    """Dimas's browser: somebody at the counter asks who looked at him."""
    return office_role.signed_in(cast.dimas, ground=ground_of(cast.dimas, kind="own-request"))


@contextmanager
def refused(code: str) -> Iterator[None]:
    """The database says no, for this reason."""
    with pytest.raises(Problem) as refusal:
        yield
    assert refusal.value.code == code


def trail_look(cast: Cast, ground: TestGround, question: dict[str, Any]) -> Look:
    return begin_look(cast.lestari.id, cast.lestari.device, ground=ground.id, purpose=Purpose.TRAIL, query=question)


def opened_card(colleague: Colleague, ground: TestGround, person: PersonId) -> tuple[Look, str]:
    """A card that this colleague read, and the check code that stood on it."""
    look = begin_look(colleague.id, colleague.device, ground=ground.id, purpose=Purpose.CARD, subject=person)
    shown = find.card(look)
    assert shown is not None
    return look, shown[1]


def aged(owner: "Connection[Any]", look: uuid.UUID, *, by: timedelta) -> None:
    """As if this look had been taken longer ago."""
    owner.execute(
        "update audit_look set begun_at = begun_at - %(by)s, valid_until = valid_until - %(by)s where id = %(look)s",
        {"by": by, "look": look},
    )
