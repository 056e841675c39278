"""An officer's searches, cards, lists and trails have a limit an hour. Over it a refusal says when it ends, and is on record."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client

from sisada.foundation.clock import now
from sisada.inside.accounts.roles import Role
from sisada.inside.audit.looks import LookRefused, Purpose, begin_look
from tests import office_role
from tests.attacker import Office
from tests.cast import RAWAJATI, Colleague, TestGround, hire, publish_ground
from tests.specimen import Specimen

LIMITS = {Purpose.SEARCH: ("searches", 120), Purpose.CARD: ("cards", 200), Purpose.AREA_LIST: ("lists", 60)}


@pytest.fixture
def tuti(committed: Office) -> Colleague:
    """Somebody who has not looked yet."""
    return hire(committed, f"tuti-{uuid.uuid4()}", "Tuti", role=Role.PETUGAS)


@pytest.fixture
def ground(committed: Office, tuti: Colleague) -> TestGround:
    return publish_ground(committed, officers=[tuti.id])


def looked(owner: Office, who: Colleague, purpose: Purpose, *, times: int, ago: timedelta, continues: uuid.UUID | None = None) -> None:
    owner.execute(
        """insert into audit_look (officer, device, ground, purpose, subject, query, continues, begun_at)
           select %s, %s, gen_random_uuid(), %s, null, null, %s, %s from generate_series(1, %s)""",
        [who.id, who.device, purpose, continues, now() - ago, times],
    )


def look_again(who: Colleague, ground: TestGround, purpose: Purpose, person: Specimen) -> None:
    asked = {Purpose.SEARCH: {"kind": "person", "typed": "x"}, Purpose.AREA_LIST: {"kelurahan": RAWAJATI}}.get(purpose)
    begin_look(who.id, who.device, ground=ground.id, purpose=purpose, subject=None if asked else person.id, query=asked)


@pytest.mark.parametrize("purpose", LIMITS)
def test_the_last_look_of_the_hour_is_allowed_and_the_next_refused_on_record(
    purpose: Purpose, tuti: Colleague, ground: TestGround, resident: Specimen, committed: Office
) -> None:
    thing, limit = LIMITS[purpose]
    looked(committed, tuti, purpose, times=limit - 1, ago=timedelta(minutes=20))
    look_again(tuti, ground, purpose, resident)
    with pytest.raises(LookRefused) as raised:
        look_again(tuti, ground, purpose, resident)
    assert raised.value.code == f"look.rate-{thing}"
    rows = committed.execute("select code, purpose from audit_refusal where officer = %s", [tuti.id]).fetchall()
    assert rows == [(f"look.rate-{thing}", str(purpose))]


def test_looks_of_more_than_an_hour_ago_and_pages_that_stay_open_do_not_count(
    tuti: Colleague, ground: TestGround, resident: Specimen, committed: Office
) -> None:
    looked(committed, tuti, Purpose.CARD, times=400, ago=timedelta(minutes=61))
    looked(committed, tuti, Purpose.CARD, times=400, ago=timedelta(minutes=1), continues=uuid.uuid4())
    looked(committed, tuti, Purpose.SEARCH, times=400, ago=timedelta(minutes=1))
    look_again(tuti, ground, Purpose.CARD, resident)


@pytest.mark.parametrize(
    ("role", "kind", "thing", "limit"), [(Role.MEJA, "own-request", "own-requests", 20), (Role.PENGAWAS, "review", "trails", 240)]
)
def test_trails_have_a_limit_an_hour_and_those_for_somebody_who_asks_a_lower_one(
    role: Role, kind: str, thing: str, limit: int, committed: Office
) -> None:
    who = hire(committed, f"tuti-{uuid.uuid4()}", "Tuti", role=role)
    kinds = {one: publish_ground(committed, officers=[who.id], purposes=("trail",), kind=one) for one in ("own-request", "review")}
    committed.execute(
        """insert into audit_look (officer, device, ground, purpose, subject, query, begun_at)
           select %s, %s, %s, 'trail', null, null, %s from generate_series(1, %s)""",
        [who.id, who.device, kinds[kind].id, now() - timedelta(minutes=20), limit - 1],
    )
    for one in kinds.values():
        ask_for_trail(who, one)
    with pytest.raises(LookRefused) as raised:
        ask_for_trail(who, kinds[kind])
    committed.execute("update sign_in_user set is_active = false where id = %s", [who.id])  # no other test counts with this supervisor
    assert raised.value.code == f"look.rate-{thing}"
    assert committed.execute("select code from audit_refusal where officer = %s", [who.id]).fetchall() == [(f"look.rate-{thing}",)]


def ask_for_trail(who: Colleague, ground: TestGround) -> None:
    query = {"kind": "own-request", "exact": "TIDAKADA9", "typed": "TIDAKADA9"}
    begin_look(who.id, who.device, ground=ground.id, purpose=Purpose.TRAIL, query=query)


def test_the_page_says_from_which_minute_on_one_may_search_again(db: None, tuti: Colleague, ground: TestGround, committed: Office) -> None:
    client: Client = office_role.signed_in(tuti, ground=ground)
    looked(committed, tuti, Purpose.SEARCH, times=120, ago=timedelta(minutes=50))
    page = client.post("/cari/", {"isian": "L898902C3"})
    assert page.status_code == 403
    assert "Anda dapat mencari lagi mulai pukul" in page.content.decode()
    assert client.post("/cari/", {"isian": "L898902C3"}, headers={"HX-Request": "true"}).status_code in (200, 403)


def test_a_lowered_limit_counts_from_its_day(tuti: Colleague, ground: TestGround, resident: Specimen, committed: Office) -> None:
    row = committed.execute(
        """insert into rules_row (id, name, value, valid_from, source, needs_second)
           values (gen_random_uuid(), 'audit.cards-per-hour', '2', rules_today(), 'tes', false) returning id"""
    ).fetchone()
    assert row
    try:
        look_again(tuti, ground, Purpose.CARD, resident)
        look_again(tuti, ground, Purpose.CARD, resident)
        with pytest.raises(LookRefused):
            look_again(tuti, ground, Purpose.CARD, resident)
    finally:
        committed.execute("delete from rules_row where id = %s", [row[0]])
