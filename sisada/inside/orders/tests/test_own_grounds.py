"""Grounds that an officer opens for himself: what each covers, for how long, and for whom none."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from sisada.inside.accounts.roles import Role
from sisada.inside.audit.looks import LookRefused, Purpose, begin_look
from sisada.inside.orders import own_grounds
from sisada.inside.orders.tests.conftest import refusal
from tests.attacker import Attacker, Office
from tests.cast import Cast, Colleague, TestGround, hire
from tests.specimen import Specimen

MINUTE = timedelta(minutes=1)
NAME = {"kind": "person", "name_parts": ["ANNA"], "typed": "anna"}
NO_NUMBER = {"kind": "number", "exact": "ZZ1", "name_parts": ["ANNA"], "typed": "anna"}
OPENED: dict[str, tuple[str, Callable[[UUID], UUID], Role, timedelta]] = {
    "document": ("orders_open_document(%s)", own_grounds.open_document, Role.PETUGAS, 15 * MINUTE),
    "desk-task": (
        "orders_open_desk_task(%s, 'B/1')",
        lambda who: own_grounds.open_desk_task(who, reference="B/1"),
        Role.MEJA,
        480 * MINUTE,
    ),
    "review": ("orders_open_review(%s, 'T/1')", lambda who: own_grounds.open_review(who, reference="T/1"), Role.PENGAWAS, 480 * MINUTE),
    "own-request": (
        "orders_open_own_request(%s, 'P/1')",
        lambda who: own_grounds.open_own_request(who, reference="P/1"),
        Role.PENGAWAS,
        60 * MINUTE,
    ),
}
PURPOSES = {
    "document": ["search", "card"],
    "desk-task": ["search", "card"],
    "review": ["trail"],
    "own-request": ["search", "trail"],
}


@pytest.mark.parametrize("kind", OPENED)
def test_a_ground_is_for_one_officer_for_its_time_and_its_purposes(kind: str, cast: Cast, committed: Office) -> None:
    call, _open, role, lasts = OPENED[kind]
    who = cast.of_role(role)
    made = committed.execute(f"select {call}".encode(), [who.id]).fetchone()
    assert made
    columns = "select kind, officers, purposes, area_codes, persons, valid_until - valid_from, published_by from audit_ground where id = %s"
    row = committed.execute(columns, [made[0]]).fetchone()
    assert row is not None
    assert row[:5] == (kind, [who.id], PURPOSES[kind], [], None)
    assert abs(row[5] - lasts) < timedelta(seconds=1)
    assert row[6] == who.id


@pytest.mark.parametrize("kind", OPENED)
def test_whoever_lacks_the_role_opens_none(kind: str, cast: Cast, db: None) -> None:
    admitted = own_grounds.OPEN_TO[own_grounds.OwnGround(kind)]
    others = [one for one in cast.everybody() if one.role not in admitted]
    assert len(others) >= 2
    assert {refusal(lambda one=one: OPENED[kind][1](one.id)) for one in others} == {"orders.not-for-this-role"}  # type: ignore[misc]  # bound now


@pytest.fixture
def desk_officer(committed: Office) -> Colleague:
    return hire(committed, f"dewi-{uuid4()}", "Dewi", role=Role.MEJA)


@pytest.mark.parametrize(("kind", "purpose"), [("document", Purpose.CARD), ("own-request", Purpose.TRAIL)])
def test_under_a_document_or_an_own_request_a_number_finds_whom_it_opens_and_a_name_nobody(
    kind: str, purpose: Purpose, desk_officer: Colleague, resident: Specimen, committed: Office, office_login: Office
) -> None:
    who = desk_officer
    made = committed.execute(f"select {OPENED[kind][0]}".encode(), [who.id]).fetchone()
    assert made
    ground: UUID = made[0]
    for without in (NAME, NO_NUMBER):
        with pytest.raises(LookRefused) as raised:
            begin_look(who.id, who.device, ground=ground, purpose=Purpose.SEARCH, query=without)
        assert raised.value.code == "look.document-number-only"
    with pytest.raises(LookRefused) as raised:
        begin_look(who.id, who.device, ground=ground, purpose=purpose, subject=resident.id)
    assert raised.value.code == "look.person-not-covered"
    by_number = Attacker(office_login, who, TestGround(ground, ""))
    by_number.show(by_number.begin_search(resident.passport), [resident.id])
    assert begin_look(who.id, who.device, ground=ground, purpose=purpose, subject=resident.id)
    refused = committed.execute("select code from audit_refusal where officer = %s order by id", [who.id]).fetchall()
    assert refused == [("look.document-number-only",), ("look.document-number-only",), ("look.person-not-covered",)]


@pytest.mark.parametrize("kind", ["document", "own-request"])
def test_under_a_document_a_number_that_nobody_has_draws_nobody_also_with_a_name_beside_it(
    kind: str, desk_officer: Colleague, resident: Specimen, committed: Office, office_login: Office
) -> None:
    """An MRZ holds a name and a birth date too: typed by hand, it would be a search for names."""
    made = committed.execute(f"select {OPENED[kind][0]}".encode(), [desk_officer.id]).fetchone()
    assert made
    attacker = Attacker(office_login, desk_officer, TestGround(made[0], ""))
    mrz = {"kind": "mrz", "number": "ZZ1", "folded": "221", "name_parts": [resident.primary.split()[-1].upper()], "typed": "x"}
    for question in (mrz, mrz | {"birth": {"year": 1974, "month": 8, "day": 12}}):
        assert attacker.candidates(attacker.begin(Purpose.SEARCH, query=question)) == []
