"""Who looks is asked today, whatever the ground says: not suspended, on a device of his, in a role that looks for this."""

import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from sisada.foundation.clock import now
from sisada.inside.accounts.roles import Role
from sisada.inside.audit.looks import Look, LookRefused, Purpose, begin_look, keep_open, open_look
from tests.attacker import Attacker, Office, refused
from tests.cast import Colleague, TestGround, hire, publish_ground
from tests.specimen import Specimen

WHY = "ponsel hilang"
Ending = Callable[[Office, Colleague, Colleague], object]


@pytest.fixture
def hired(committed: Office) -> Iterator[Callable[[Role], Colleague]]:
    """Somebody new in a role, who has left again when the test ends: no other test counts with this person."""
    new: list[Colleague] = []

    def one(role: Role) -> Colleague:
        new.append(hire(committed, f"orang-{uuid.uuid4()}", "Orang", role=role))
        return new[-1]

    yield one
    committed.execute("update sign_in_user set is_active = false where id = any (%s)", [[who.id for who in new]])


@pytest.fixture
def tuti(hired: Callable[[Role], Colleague]) -> Colleague:
    return hired(Role.PETUGAS)


@pytest.fixture
def admin(hired: Callable[[Role], Colleague]) -> Colleague:
    return hired(Role.ADMIN)


def ground_for(owner: Office, who: Colleague) -> TestGround:
    return publish_ground(owner, officers=[who.id], purposes=("card", "search", "area-list", "trail"))


def card(who: Colleague, ground: TestGround, person: Specimen) -> Look:
    return begin_look(who.id, who.device, ground=ground.id, purpose=Purpose.CARD, subject=person.id)


def suspend(owner: Office, who: Colleague, by: Colleague) -> None:
    owner.execute("select accounts_suspend(%s, %s, %s)", [by.id, who.id, WHY])


def accept_invitation(owner: Office, who: Colleague, by: Colleague) -> None:
    """The rows of a new invitation that a second person confirmed, and its use."""
    code = uuid.uuid4().bytes
    owner.execute("select accounts_renew(%s, %s, %s, %s)", [by.id, who.id, code, WHY])
    owner.execute(
        """insert into accounts_role_decision (proposal, outcome, decided_by, why)
           select id, 'confirmed', %s, '' from accounts_open_proposal where user_id = %s""",
        [by.id, who.id],
    )
    owner.execute("select accounts_accept_invitation((select email from sign_in_user where id = %s), %s, 'x')", [who.id, code])


ENDINGS: dict[str, Ending] = {
    "suspended": suspend,
    "own device revoked": lambda owner, who, _: owner.execute("select accounts_revoke_own_device(%s, %s)", [who.id, who.device]),
    "device revoked by an admin": lambda owner, who, by: owner.execute(
        "select accounts_revoke_device(%s, %s, %s)", [by.id, who.device, WHY]
    ),
    "sessions ended": lambda owner, who, by: owner.execute("select accounts_end_sessions(%s, %s, %s)", [by.id, who.id, WHY]),
    "a new invitation used": accept_invitation,
}


@pytest.mark.parametrize("how", ENDINGS)
def test_an_open_look_opens_nothing_more_from_then_on(
    how: str, tuti: Colleague, admin: Colleague, resident: Specimen, committed: Office, office_login: Office
) -> None:
    ground = ground_for(committed, tuti)
    look = card(tuti, ground, resident)
    attacker = Attacker(office_login, tuti, ground)
    assert attacker.card(look.id) is not None
    ENDINGS[how](committed, tuti, admin)
    with refused("look.over"):
        attacker.card(look.id)
    assert open_look(tuti.id, tuti.device, subject=resident.id) is None
    assert keep_open(tuti.id, tuti.device, subject=resident.id) is None


@pytest.mark.parametrize("how", [how for how in ENDINGS if how != "sessions ended"])
def test_and_a_new_look_is_refused_on_record(how: str, tuti: Colleague, admin: Colleague, resident: Specimen, committed: Office) -> None:
    ground = ground_for(committed, tuti)
    ENDINGS[how](committed, tuti, admin)
    with pytest.raises(LookRefused) as raised:
        card(tuti, ground, resident)
    assert raised.value.code == "look.device-unknown"
    assert committed.execute("select code from audit_refusal where officer = %s", [tuti.id]).fetchall() == [("look.device-unknown",)]


def end_role(owner: Office, who: Colleague) -> None:
    owner.execute("update accounts_role_held set valid_until = rules_today() - 1 where user_id = %s", [who.id])


def test_whoever_holds_no_role_any_more_begins_and_continues_no_look(tuti: Colleague, resident: Specimen, committed: Office) -> None:
    """A stand-in whose days are over is such a one; the ground names him still."""
    ground = ground_for(committed, tuti)
    look = card(tuti, ground, resident)
    end_role(committed, tuti)
    with pytest.raises(LookRefused) as raised:
        card(tuti, ground, resident)
    assert raised.value.code == "look.no-role"
    committed.execute(
        "update audit_look set begun_at = %s, valid_until = %s where id = %s", [now() - timedelta(minutes=11), now(), look.id]
    )
    assert keep_open(tuti.id, tuti.device, subject=resident.id) is None


LOOKS: dict[Purpose, set[Role]] = {
    Purpose.CARD: {Role.PETUGAS, Role.ATASAN, Role.MEJA, Role.KEPALA},
    Purpose.TRAIL: {Role.PENGAWAS, Role.MEJA},
    Purpose.SEARCH: {Role.PETUGAS, Role.ATASAN, Role.MEJA, Role.KEPALA, Role.PENGAWAS},
}
ASKED = {Purpose.TRAIL: {"kind": "own-request", "exact": "X1", "typed": "X1"}, Purpose.SEARCH: {"kind": "person", "typed": "x"}}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("purpose", LOOKS)
def test_each_role_looks_for_what_is_its_own_to_look_for(
    purpose: Purpose, role: Role, hired: Callable[[Role], Colleague], resident: Specimen, committed: Office
) -> None:
    who = hired(role)
    ground, query = ground_for(committed, who), ASKED.get(purpose)
    subject = None if query else resident.id
    if role in LOOKS[purpose]:
        begin_look(who.id, who.device, ground=ground.id, purpose=purpose, subject=subject, query=query)
    else:
        with pytest.raises(LookRefused) as raised:
            begin_look(who.id, who.device, ground=ground.id, purpose=purpose, subject=subject, query=query)
        assert raised.value.code == "look.no-role"
