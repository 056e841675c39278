"""A page that stays open: looks that continue the first, until hours, ground, device or officer are gone (LOOKS: A look, 8).
The clock is moved by moving the rows."""

import uuid
from datetime import timedelta

import pytest

from sisada.inside.accounts.roles import Role
from sisada.inside.audit.looks import Look, PersonId, Purpose, begin_look, end_look, end_looks_of, keep_open, open_look
from tests.attacker import Office
from tests.cast import Colleague, TestGround, hire, publish_ground
from tests.specimen import Specimen

TEN = timedelta(minutes=10)


class OpenPage:
    """One officer's page about one person, and the clock that a test moves."""

    def __init__(self, owner: Office, person: PersonId) -> None:
        self.owner = owner
        self.person = person
        self.who: Colleague = hire(owner, f"wati-{uuid.uuid4()}", "Wati", role=Role.PETUGAS)
        self.ground: TestGround = publish_ground(owner, officers=[self.who.id])
        self.first: Look = begin_look(self.who.id, self.who.device, ground=self.ground.id, purpose=Purpose.CARD, subject=person)

    def kept(self) -> uuid.UUID | None:
        kept = keep_open(self.who.id, self.who.device, subject=self.person)
        return kept.look.id if kept else None

    def pass_time(self, span: timedelta) -> None:
        """So much time goes by: all of this officer's looks began and end that much earlier."""
        self.owner.execute(
            "update audit_look set begun_at = begun_at - %s, valid_until = valid_until - %s where officer = %s", [span, span, self.who.id]
        )

    def lasts(self, look: Look) -> timedelta:
        row = self.owner.execute("select valid_until - begun_at from audit_look where id = %s", [look.id]).fetchone()
        assert row
        span: timedelta = row[0]
        return span

    def rows(self) -> list[tuple[uuid.UUID, uuid.UUID | None]]:
        return self.owner.execute("select id, continues from audit_look where officer = %s order by begun_at", [self.who.id]).fetchall()


@pytest.fixture
def page(committed: Office, resident: Specimen) -> OpenPage:
    return OpenPage(committed, resident.id)


def test_a_look_lasts_ten_minutes_and_no_longer_than_its_ground(page: OpenPage, committed: Office) -> None:
    assert abs(page.lasts(page.first) - TEN) < timedelta(seconds=1)
    short = publish_ground(committed, officers=[page.who.id])
    committed.execute("update audit_ground set valid_until = clock_timestamp() + interval '3 minutes' where id = %s", [short.id])
    look = begin_look(page.who.id, page.who.device, ground=short.id, purpose=Purpose.CARD, subject=page.person)
    assert page.lasts(look) < timedelta(minutes=3)


def test_an_open_page_asks_for_no_new_look_before_nine_minutes(page: OpenPage) -> None:
    page.pass_time(timedelta(minutes=8, seconds=55))
    assert page.kept() == page.first.id


@pytest.mark.parametrize("minutes", [9.1, 10.5, 120])
def test_then_a_new_look_continues_the_first(page: OpenPage, minutes: float) -> None:
    page.pass_time(timedelta(minutes=minutes))
    second = page.kept()
    assert second != page.first.id
    assert page.rows() == [(page.first.id, None), (second, page.first.id)]
    assert page.kept() == second


def test_eight_hours_are_looks_of_ten_minutes_at_most_and_then_why_is_asked_again(page: OpenPage) -> None:
    for _ in range(47):
        page.pass_time(TEN)
        assert page.kept() is not None
    page.pass_time(TEN)  # eight hours
    assert page.kept() is None
    assert open_look(page.who.id, page.who.device, subject=page.person) is None
    rows = page.rows()
    assert len(rows) == 48
    assert {first for _, first in rows[1:]} == {page.first.id}


def test_a_page_that_was_hidden_goes_on_under_a_new_look(page: OpenPage) -> None:
    end_look(page.first, why="page-closed")
    assert open_look(page.who.id, page.who.device, subject=page.person) is None
    second = page.kept()
    assert second is not None
    assert second != page.first.id


def test_after_signing_out_nothing_continues(page: OpenPage) -> None:
    end_looks_of(page.who.id, page.who.device)
    assert page.kept() is None


def test_the_end_of_the_ground_ends_the_page(page: OpenPage, committed: Office) -> None:
    committed.execute("select audit_end_ground(%s, %s, 'cancelled')", [page.ground.id, page.who.id])
    assert page.kept() is None
    assert open_look(page.who.id, page.who.device, subject=page.person) is None


def test_a_ground_that_runs_out_ends_the_page(page: OpenPage, committed: Office) -> None:
    committed.execute("update audit_ground set valid_until = clock_timestamp() where id = %s", [page.ground.id])
    assert page.kept() is None


def test_a_revoked_device_keeps_no_page_open(page: OpenPage, committed: Office) -> None:
    committed.execute("update sign_in_device set revoked_at = now() where id = %s", [page.who.device])
    assert page.kept() is None


def test_another_device_continues_nothing(page: OpenPage) -> None:
    assert keep_open(page.who.id, uuid.uuid4(), subject=page.person) is None


def test_a_search_under_a_cancelled_order_shows_nobody_any_more(page: OpenPage, committed: Office) -> None:
    """The reading functions ask too, not only the page."""
    committed.execute("select audit_end_ground(%s, %s, 'cancelled')", [page.ground.id, page.who.id])
    with pytest.raises(Exception, match=r"look\.over"):
        committed.execute("select lookup_card(%s, %s)", [page.first.id, page.who.id])
