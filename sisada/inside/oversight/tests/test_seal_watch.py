"""The sealer stands still: supervisors and admins are told by somebody else than the sealer, until it goes on.

Time is told, never waited for.
"""

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client

from sisada.foundation.clock import now
from sisada.inside.accounts.roles import Role
from sisada.inside.oversight import seal_watch
from sisada.inside.oversight.views import seal_line
from sisada.inside.waiting.notices import waiting_for
from tests.cast import Cast, Colleague, hire

pytestmark = pytest.mark.django_db
FOUR_MINUTES = timedelta(minutes=4)


@pytest.fixture
def sealed_at() -> datetime:
    """A checkpoint, signed now."""
    at = now()
    sign(at)
    return at


def sign(at: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            """insert into audit_checkpoint (number, count, chain, complete_until, signed_at, previous, key_id, signature)
            select coalesce(max(number), 0) + 1, 0, '', %s, %s, '', '', '' from audit_checkpoint""",
            [at, at],
        )


def told(person: Colleague, at: datetime) -> list[uuid.UUID]:
    return [one.subject for one in waiting_for(person.id, at) if one.kind == "seal-stands-still"]


def test_three_minutes_are_no_standstill_and_a_moment_more_is(sealed_at: datetime) -> None:
    three = timedelta(minutes=3)
    assert not seal_watch.last_seal(sealed_at + three).stands_still
    assert seal_watch.last_seal(sealed_at + three + timedelta(seconds=1)).stands_still


def test_every_supervisor_and_admin_in_force_is_told_once_and_nobody_else(cast: Cast, sealed_at: datetime) -> None:
    later = sealed_at + FOUR_MINUTES
    seal_watch.watch(later)
    seal_watch.watch(later + timedelta(minutes=1))
    assert len(told(cast.lestari, later)) == 1
    assert told(cast.agus, later) == told(cast.lestari, later)
    assert [told(one, later) for one in (cast.sari, cast.ratna, cast.dimas, cast.wirawan)] == [[], [], [], []]


def test_whoever_comes_into_office_meanwhile_is_told_too(cast: Cast, sealed_at: datetime) -> None:
    later = sealed_at + FOUR_MINUTES
    seal_watch.watch(later)
    with connection.cursor() as cursor:
        second = hire(cursor.cursor, "dewi", "Dewi", role=Role.PENGAWAS)
    seal_watch.watch(later)
    assert told(second, later) == told(cast.lestari, later)


def test_it_ends_by_itself_when_sealing_goes_on_and_may_begin_again(cast: Cast, sealed_at: datetime) -> None:
    later = sealed_at + FOUR_MINUTES
    seal_watch.watch(later)
    (first,) = told(cast.lestari, later)
    sign(later)
    seal_watch.watch(later + timedelta(minutes=1))
    assert (told(cast.lestari, later + FOUR_MINUTES), told(cast.agus, later + FOUR_MINUTES)) == ([], [])
    over = seal_watch.standstill(first)
    assert over is not None
    assert (over.sealed_until, over.noticed_at, over.ended_at) == (sealed_at, later, later + timedelta(minutes=1))
    seal_watch.watch(later + FOUR_MINUTES)
    assert told(cast.lestari, later + FOUR_MINUTES) not in ([], [first])


def test_a_seal_that_goes_on_tells_nobody(cast: Cast, sealed_at: datetime) -> None:
    seal_watch.watch(sealed_at + timedelta(minutes=2))
    assert told(cast.lestari, sealed_at + timedelta(minutes=2)) == []


def test_the_line_on_audit_says_when_the_last_seal_was_and_that_it_stands_still(sealed_at: datetime) -> None:
    assert seal_line(seal_watch.last_seal(sealed_at)).endswith(".")
    assert "berhenti" not in seal_line(seal_watch.last_seal(sealed_at))
    assert seal_line(seal_watch.last_seal(sealed_at + FOUR_MINUTES)).endswith("; segel berhenti.")
    assert seal_line(seal_watch.LastSeal(None, stands_still=False)) == ""


def test_the_page_that_a_notice_leads_to_is_the_supervisors_and_the_admins(
    cast: Cast, sealed_at: datetime, client_of: Callable[[Colleague], Client]
) -> None:
    seal_watch.watch(sealed_at + FOUR_MINUTES)
    (standstill,) = told(cast.lestari, sealed_at + FOUR_MINUTES)
    url = f"/audit/segel/{standstill}/"
    assert "Segel berhenti" in client_of(cast.agus).get(url).content.decode()
    assert "Segel berhenti" in client_of(cast.lestari).get(url).content.decode()
    assert client_of(cast.wirawan).get(url).status_code == 403
    assert client_of(cast.agus).get(f"/audit/segel/{uuid.uuid4()}/").status_code == 404
    seal_watch.watch(sealed_at)
    assert "Segel berjalan lagi" in client_of(cast.agus).get(url).content.decode()
    assert 'id="segel"' in client_of(cast.lestari).get("/audit/").content.decode()
