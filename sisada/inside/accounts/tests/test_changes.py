"""What an admin may do to accounts, tried as the office face's own role; and what he may not, whatever a page forgets to check."""

import uuid
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import psycopg
import pytest
from django.db import connection

from conftest import AsOffice
from sisada.foundation.clock import now, office_today
from sisada.inside.accounts import changes, history, people, proposals
from sisada.inside.accounts.changes import Outcome, RoleGiven
from sisada.inside.accounts.models import Invitation, Proposal, RoleHeld
from sisada.inside.accounts.refusals import Refused
from sisada.inside.accounts.roles import Capacity, OfficerId, Role, roles_of
from sisada.inside.rules import read as rules
from sisada.sign_in.models import Device, User
from tests.cast import Cast, hire

pytestmark = pytest.mark.django_db
WHY = "SK 12/2026"


def given(role: Role, *, capacity: Capacity = Capacity.DEFINITIF, starts: int = 0, days: int | None = None) -> RoleGiven:
    first = office_today() + timedelta(starts)
    return RoleGiven(role, capacity, first, None if days is None else first + timedelta(days))


def refused(act: Callable[[], Any]) -> str:
    with pytest.raises(Refused) as said:
        act()
    return said.value.code


def only_proposal() -> proposals.Proposal:
    (one,) = proposals.waiting()
    return one


def test_a_role_that_was_ended_does_not_count_from_that_day_on_and_its_row_stays(cast: Cast, as_office: AsOffice) -> None:
    held = RoleHeld.objects.get(user_id=cast.sari.id)
    with as_office():
        assert changes.end_role(held.id, on=office_today() + timedelta(2), by=cast.agus.id, why=WHY)
        assert roles_of(cast.sari.id, on=office_today() + timedelta(1)) == {Role.PETUGAS}
        assert roles_of(cast.sari.id, on=office_today() + timedelta(2)) == frozenset()
    held.refresh_from_db()
    assert held.valid_until is None


def test_of_two_ends_the_earlier_counts(cast: Cast, as_office: AsOffice) -> None:
    held = RoleHeld.objects.get(user_id=cast.sari.id)
    with as_office():
        changes.end_role(held.id, on=office_today() + timedelta(30), by=cast.agus.id, why=WHY)
        changes.end_role(held.id, on=office_today(), by=cast.agus.id, why="lebih awal")
        assert roles_of(cast.sari.id, on=office_today()) == frozenset()


@pytest.mark.parametrize("role", Role)
def test_every_role_needs_a_second_person(cast: Cast, as_office: AsOffice, role: Role) -> None:
    whom = cast.rahmat if role is not Role.PETUGAS else cast.ratna
    with as_office():
        changes.grant_role(whom.id, given(role), by=cast.agus.id, why=WHY)
        assert role not in roles_of(whom.id, on=office_today())
        changes.decide(only_proposal().id, Outcome.CONFIRMED, by=cast.lestari.id, why="")
        assert role in roles_of(whom.id, on=office_today())


def test_the_end_of_such_a_role_needs_a_second_person_too(cast: Cast, as_office: AsOffice) -> None:
    held = RoleHeld.objects.get(user_id=cast.lestari.id)
    with as_office():
        assert not changes.end_role(held.id, on=office_today(), by=cast.agus.id, why=WHY)
        assert Role.PENGAWAS in roles_of(cast.lestari.id, on=office_today())
        changes.decide(only_proposal().id, Outcome.CONFIRMED, by=cast.wirawan.id, why="")
        assert roles_of(cast.lestari.id, on=office_today()) == frozenset()


@pytest.mark.parametrize("who", ["agus", "sari", "ratna", "rahmat"])
def test_neither_the_proposer_nor_the_one_meant_nor_an_officer_confirms(cast: Cast, as_office: AsOffice, who: str) -> None:
    with as_office():
        changes.grant_role(cast.sari.id, given(Role.KEPALA), by=cast.agus.id, why=WHY)
        assert refused(lambda: changes.decide(only_proposal().id, Outcome.CONFIRMED, by=getattr(cast, who).id, why="")) in (
            "accounts.same-person",
            "accounts.not-for-you",
        )
        assert roles_of(cast.sari.id, on=office_today()) == {Role.PETUGAS}


def test_one_admin_alone_makes_nobody_who_sees_persons_or_signs_for_it(cast: Cast, as_office: AsOffice) -> None:
    everything = [given(role) for role in Role]
    with as_office():
        made = changes.invite("satu@kantor.example", "Satu", roles=everything, by=cast.agus.id, why=WHY)
        assert roles_of(made.user_id, on=office_today()) == frozenset()
        assert {one.role for one in proposals.waiting()} == set(Role)


def test_an_admin_that_one_admin_made_alone_cannot_be_his_second_person(cast: Cast, as_office: AsOffice) -> None:
    with as_office():
        made = changes.invite("boneka@kantor.example", "Boneka", roles=[given(Role.ADMIN)], by=cast.agus.id, why=WHY)
        puppet = OfficerId(made.user_id)
        changes.grant_role(cast.sari.id, given(Role.KEPALA), by=cast.agus.id, why=WHY)
        wanted = next(one for one in proposals.waiting() if one.user_id == cast.sari.id)
        assert refused(lambda: changes.decide(wanted.id, Outcome.CONFIRMED, by=puppet, why="")) == "accounts.not-for-you"


def test_a_proposal_is_decided_once(cast: Cast, as_office: AsOffice) -> None:
    with as_office():
        changes.grant_role(cast.sari.id, given(Role.KEPALA), by=cast.agus.id, why=WHY)
        asked = only_proposal().id
        changes.decide(asked, Outcome.REFUSED, by=cast.lestari.id, why="")
        assert refused(lambda: changes.decide(asked, Outcome.CONFIRMED, by=cast.wirawan.id, why="")) == "accounts.nothing-to-decide"
        assert roles_of(cast.sari.id, on=office_today()) == {Role.PETUGAS}


def test_a_proposal_of_more_than_seven_days_ago_is_over(cast: Cast, as_office: AsOffice) -> None:
    with as_office():
        changes.grant_role(cast.sari.id, given(Role.KEPALA), by=cast.agus.id, why=WHY)
    asked = Proposal.objects.get(user_id=cast.sari.id)
    Proposal.objects.update(proposed_at=now() - timedelta(days=7, seconds=1))
    with as_office():
        assert proposals.waiting() == []
        assert refused(lambda: changes.decide(asked.id, Outcome.CONFIRMED, by=cast.lestari.id, why="")) == "accounts.nothing-to-decide"


def test_only_its_proposer_withdraws_a_proposal(cast: Cast, as_office: AsOffice) -> None:
    with as_office():
        changes.grant_role(cast.sari.id, given(Role.KEPALA), by=cast.agus.id, why=WHY)
        asked = only_proposal().id
        assert refused(lambda: changes.decide(asked, Outcome.WITHDRAWN, by=cast.lestari.id, why="")) == "accounts.same-person"
        changes.decide(asked, Outcome.WITHDRAWN, by=cast.agus.id, why="")
        assert proposals.waiting() == []


REFUSALS: dict[str, tuple[RoleGiven, str]] = {
    "yesterday": (given(Role.MEJA, starts=-1), "accounts.backdated"),
    "an end before its beginning": (given(Role.MEJA, starts=3, days=-1), "accounts.ends-before-it-begins"),
    "a stand-in for ever": (given(Role.ATASAN, capacity=Capacity.PLH), "accounts.stand-in-needs-end"),
    "what is held already": (given(Role.PETUGAS, starts=5), "accounts.already-held"),
}


@pytest.mark.parametrize("wrong", REFUSALS)
def test_a_role_is_not_given(cast: Cast, as_office: AsOffice, wrong: str) -> None:
    asked, code = REFUSALS[wrong]
    with as_office():
        assert refused(lambda: changes.grant_role(cast.sari.id, asked, by=cast.agus.id, why=WHY)) == code


@pytest.mark.parametrize("actor", ["sari", "ratna", "dimas", "wirawan", "lestari"])
def test_nobody_but_an_admin_changes_an_account(cast: Cast, as_office: AsOffice, actor: str) -> None:
    by, whom = getattr(cast, actor).id, cast.rahmat
    held = RoleHeld.objects.get(user_id=whom.id)
    acts: list[Callable[[], Any]] = [
        lambda: changes.grant_role(whom.id, given(Role.MEJA), by=by, why=WHY),
        lambda: changes.end_role(held.id, on=office_today(), by=by, why=WHY),
        lambda: changes.invite("baru@kantor.example", "Baru", roles=[], by=by, why=WHY),
        lambda: changes.renew(whom.id, by=by, why=WHY),
        lambda: changes.suspend(whom.id, by=by, why=WHY),
        lambda: changes.lift_suspension(whom.id, by=by, why=WHY),
        lambda: changes.end_sessions(whom.id, by=by, why=WHY),
        lambda: changes.revoke_device(whom.device, by=by, why=WHY),
    ]
    with as_office():
        assert {refused(act) for act in acts} == {"accounts.not-admin"}


def test_an_admin_changes_nothing_of_his_own_and_nothing_without_a_reason(cast: Cast, as_office: AsOffice) -> None:
    held = RoleHeld.objects.get(user_id=cast.agus.id)
    with as_office():
        assert refused(lambda: changes.grant_role(cast.agus.id, given(Role.PETUGAS), by=cast.agus.id, why=WHY)) == "accounts.yourself"
        assert refused(lambda: changes.end_role(held.id, on=office_today(), by=cast.agus.id, why=WHY)) == "accounts.yourself"
        assert refused(lambda: changes.renew(cast.agus.id, by=cast.agus.id, why=WHY)) == "accounts.yourself"
        assert refused(lambda: changes.suspend(cast.sari.id, by=cast.agus.id, why="  ")) == "accounts.no-reason"


def test_an_admin_whose_role_ended_yesterday_or_who_is_suspended_is_none(cast: Cast, as_office: AsOffice) -> None:
    with connection.cursor() as cursor:
        former = hire(cursor.cursor, "mantan", "Mantan", role=Role.ADMIN, until=date(2026, 1, 1))
        second = hire(cursor.cursor, "kedua", "Kedua", role=Role.ADMIN)
    with as_office():
        assert refused(lambda: changes.suspend(cast.sari.id, by=former.id, why=WHY)) == "accounts.not-admin"
        changes.suspend(second.id, by=cast.agus.id, why=WHY)
        assert refused(lambda: changes.suspend(cast.sari.id, by=second.id, why=WHY)) == "accounts.not-admin"


def test_a_suspension_is_lifted_by_a_row_and_both_stay_in_the_history(cast: Cast, as_office: AsOffice) -> None:
    with as_office():
        changes.suspend(cast.sari.id, by=cast.agus.id, why="ponsel hilang")
        assert not User.objects.get(id=cast.sari.id).is_active
        assert refused(lambda: changes.suspend(cast.sari.id, by=cast.agus.id, why=WHY)) == "accounts.suspended-already"
        changes.lift_suspension(cast.sari.id, by=cast.agus.id, why="ketemu")
        assert User.objects.get(id=cast.sari.id).is_active
        assert refused(lambda: changes.lift_suspension(cast.sari.id, by=cast.agus.id, why=WHY)) == "accounts.not-suspended"
        acts = history.of(cast.sari.id, before=now(), limit=50)
    assert [(act.kind, act.by_name, act.why) for act in acts[:2]] == [
        ("suspension-lifted", "Agus Salim", "ketemu"),
        ("suspended", "Agus Salim", "ponsel hilang"),
    ]


def test_every_act_is_a_row_with_who_when_and_why(cast: Cast, as_office: AsOffice) -> None:
    with as_office():
        changes.grant_role(cast.sari.id, given(Role.KEPALA, capacity=Capacity.PLH, days=3), by=cast.agus.id, why="cuti kepala")
        changes.decide(only_proposal().id, Outcome.CONFIRMED, by=cast.wirawan.id, why="")
        changes.renew(cast.sari.id, by=cast.agus.id, why="ponsel hilang")
        changes.end_sessions(cast.sari.id, by=cast.agus.id, why="ponsel hilang")
        changes.revoke_device(cast.sari.device, by=cast.agus.id, why="ponsel hilang")
        acts = history.of(cast.sari.id, before=now(), limit=50)
    assert {act.kind for act in acts} >= {
        "proposed-grant",
        "confirmed",
        "role-held",
        "proposed-invitation",
        "invited",
        "sessions-ended",
        "device-revoked",
    }
    assert all(act.by_name and act.why for act in acts if act.kind not in ("confirmed", "role-held"))
    assert "Plh Kepala kantor" in {act.role_words for act in acts}
    assert {act.device for act in acts if act.kind == "device-revoked"} == {"Chrome, Android"}


def test_ending_sessions_and_revoking_a_device_change_just_that(cast: Cast, as_office: AsOffice) -> None:
    before = User.objects.get(id=cast.sari.id).sessions_valid_from
    with as_office():
        changes.end_sessions(cast.sari.id, by=cast.agus.id, why=WHY)
        changes.revoke_device(cast.rahmat.device, by=cast.agus.id, why=WHY)
        assert refused(lambda: changes.revoke_device(cast.rahmat.device, by=cast.agus.id, why=WHY)) == "accounts.unknown-person"
    assert User.objects.get(id=cast.sari.id).sessions_valid_from > before
    assert Device.objects.get(id=cast.sari.device).revoked_at is None
    assert Device.objects.get(id=cast.rahmat.device).revoked_at is not None


WRITES = (
    "insert into accounts_role_held (id, user_id, role, capacity, valid_from) values (null, null, 'admin', 'definitif', now())",
    "update accounts_role_held set role = 'admin'",
    "delete from accounts_role_end",
    "insert into accounts_role_decision (proposal, outcome, decided_by, why) values (null, 'confirmed', null, '')",
    "update accounts_invitation set valid_until = 'infinity'",
    "delete from accounts_suspension",
    "update sign_in_user set is_active = true",
    "insert into sign_in_user (id, email, name, password, is_active, sessions_valid_from) values (null, 'a', 'a', 'a', true, null)",
    "update sign_in_device set revoked_at = null",
    "select code_hash from accounts_invitation",
    "select accounts_carry_out(null)",
    "select accounts_make_invitation(null, null, null, null)",
)


@pytest.mark.parametrize("statement", WRITES)
def test_the_office_face_has_no_way_around_the_functions(office_login: "psycopg.Connection[Any]", statement: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        office_login.execute(statement.encode())


def test_its_owner_revokes_a_device_once_and_no_colleagues(cast: Cast, as_office: AsOffice) -> None:
    with as_office():
        changes.revoke_own_device(cast.rahmat.device, of=cast.sari.id)
        changes.revoke_own_device(cast.sari.device, of=cast.sari.id)
    first = Device.objects.get(id=cast.sari.device).revoked_at
    with as_office():
        changes.revoke_own_device(cast.sari.device, of=cast.sari.id)
    assert Device.objects.get(id=cast.rahmat.device).revoked_at is None
    assert Device.objects.get(id=cast.sari.device).revoked_at == first is not None


def test_an_address_belongs_to_one_person(cast: Cast, as_office: AsOffice) -> None:
    with as_office():
        assert refused(lambda: changes.invite("SARI@kantor.example", "Sari", roles=[], by=cast.agus.id, why=WHY)) == "accounts.email-known"


def test_an_invited_person_has_no_role_before_a_second_person_agreed(cast: Cast, as_office: AsOffice) -> None:
    with as_office():
        made = changes.invite("baru@kantor.example", "Baru", roles=[given(Role.MEJA)], by=cast.agus.id, why=WHY)
        assert roles_of(made.user_id, on=office_today()) == frozenset()
        assert only_proposal().role is Role.MEJA
        found = people.one(made.user_id)
    assert found is not None
    assert found.state is people.State.INVITED
    assert timedelta(hours=47, minutes=59) < made.valid_until - now() <= timedelta(hours=48)
    assert bytes(Invitation.objects.get(user_id=made.user_id).code_hash) != made.code.signs.encode()


def test_an_unknown_person_is_refused(cast: Cast, as_office: AsOffice) -> None:
    with as_office():
        assert refused(lambda: changes.suspend(uuid.uuid4(), by=cast.agus.id, why=WHY)) == "accounts.unknown-person"


def told(*people: Any) -> list[bool]:
    """Whether a change of an account waits for each of these, on their open pages."""
    return [bool(waits_for(person)) for person in people]


def waits_for(person: Any, *, after: timedelta = timedelta(0)) -> set[uuid.UUID]:
    """Whose changes wait for this person; from the table, since the capability that shows them lies above this one."""
    with connection.cursor() as cursor:
        cursor.execute(
            """select subject from waiting_notice as told where for_user = %s and kind = 'account-change'
               and visible_from <= clock_timestamp() and visible_until > clock_timestamp() + make_interval(secs => %s)
               and not exists (select from waiting_done as done where done.notice = told.id)""",
            [person.id, after.total_seconds()],
        )
        return {subject for (subject,) in cursor.fetchall()}


@pytest.mark.parametrize("outcome", list(Outcome))
def test_whoever_may_be_the_second_person_is_told_until_one_has_decided(cast: Cast, as_office: AsOffice, outcome: Outcome) -> None:
    everybody = (cast.wirawan, cast.lestari, cast.agus, cast.ratna, cast.sari)
    with as_office():
        changes.grant_role(cast.lestari.id, given(Role.KEPALA, capacity=Capacity.PLH, days=1), by=cast.agus.id, why=WHY)
        assert told(*everybody) == [True, False, False, False, False]
        by = cast.agus if outcome is Outcome.WITHDRAWN else cast.wirawan
        changes.decide(only_proposal().id, outcome, by=by.id, why="")
        assert told(*everybody) == [False] * 5


def test_the_end_of_a_role_and_a_new_invitation_are_told_too_and_what_one_person_may_do_is_not(cast: Cast, as_office: AsOffice) -> None:
    held = RoleHeld.objects.get(user_id=cast.lestari.id)
    officers = RoleHeld.objects.get(user_id=cast.sari.id)
    with as_office():
        changes.end_role(officers.id, on=office_today(), by=cast.agus.id, why=WHY)
        assert told(cast.wirawan) == [False]
        changes.end_role(held.id, on=office_today(), by=cast.agus.id, why=WHY)
        changes.renew(cast.ratna.id, by=cast.agus.id, why=WHY)
        waiting = waits_for(cast.wirawan)
    assert waiting == {one.id for one in proposals.waiting()}
    assert len(waiting) == 2


def test_a_proposal_that_nobody_decided_waits_for_nobody_when_it_is_forgotten(cast: Cast, as_office: AsOffice) -> None:
    with as_office():
        changes.grant_role(cast.sari.id, given(Role.KEPALA), by=cast.agus.id, why=WHY)
        days = timedelta(days=int(rules.value("accounts.proposal-days", on=office_today())))
        assert waits_for(cast.wirawan, after=days - timedelta(minutes=1)) == {only_proposal().id}
        assert waits_for(cast.wirawan, after=days) == set()


def test_whoever_becomes_a_second_person_is_told_of_what_waits_already_from_his_first_day(cast: Cast, as_office: AsOffice) -> None:
    with as_office():
        changes.grant_role(cast.sari.id, given(Role.MEJA), by=cast.agus.id, why=WHY)
        waits = only_proposal().id
        for who, starts in ((cast.ratna, 0), (cast.dimas, 1)):
            changes.grant_role(who.id, given(Role.KEPALA, capacity=Capacity.PLH, starts=starts, days=2), by=cast.agus.id, why=WHY)
            wanted = next(one for one in proposals.waiting() if one.user_id == who.id)
            changes.decide(wanted.id, Outcome.CONFIRMED, by=cast.wirawan.id, why="")
        assert waits_for(cast.ratna) == {waits}
        assert waits_for(cast.dimas) == set()
        changes.decide(waits, Outcome.CONFIRMED, by=cast.ratna.id, why="")
        assert waits_for(cast.ratna) == set()
