"""What the passage promises: what the inside publishes stands outside once, and nothing else does."""

import uuid
from datetime import timedelta

import psycopg
import pytest
from psycopg.types.json import Jsonb

from sisada.crossing import outward
from tests.seal.house import MORNING, House

HEADS = "select count(*) from published_audit_head"


def test_what_was_carried_is_not_carried_again(house: House) -> None:
    assert house.carry() == 0
    assert house.outside_one(HEADS) == 6


def test_a_carrier_killed_before_it_marked_carries_again_and_the_outside_takes_it_once(house: House) -> None:
    house.admin.execute("update audit_outgoing set carried_at = null")
    assert house.carry() == 7  # six heads and the key
    assert house.outside_one(HEADS) == 6
    assert house.carry() == 0


def test_a_row_that_the_outside_cannot_take_holds_up_no_other(house: House) -> None:
    _publish(house, "audit-head", {"hash": "not bytes"})
    house.sign(MORNING + timedelta(hours=1))
    assert house.carry() == 1
    assert house.outside_one(HEADS) == 7


def test_a_kind_without_a_destination_stays_inside(house: House) -> None:
    _publish(house, "audit-look", {"id": str(uuid.uuid4())})
    assert house.carry() == 0
    assert house.one("select count(*) from audit_outgoing where carried_at is null") == 1


def test_two_histories_of_one_number_both_stay_as_the_proof(house: House) -> None:
    house.admin.execute("delete from audit_checkpoint where number = 6")
    house.sign(MORNING + timedelta(hours=1))
    house.carry()
    assert house.outside_one(f"{HEADS} where number = 6") == 2


def test_what_was_carried_over_a_week_ago_is_swept(house: House) -> None:
    house.admin.execute("update audit_outgoing set carried_at = carried_at - interval '8 days' where kind = 'audit-key'")
    with psycopg.connect(house.inside.url(house.name, "sisada_worker"), autocommit=True) as worker:
        outward.sweep(worker)
    assert house.one("select array_agg(distinct kind) from audit_outgoing") == ["audit-head"]


def test_what_waits_is_not_swept_and_what_was_marked_just_now_neither(house: House) -> None:
    house.sign(MORNING + timedelta(hours=1))
    with psycopg.connect(house.inside.url(house.name, "sisada_worker"), autocommit=True) as worker:
        outward.sweep(worker)
        worker.execute("select audit_outgoing_carried(array(select id from audit_outgoing))")
        outward.sweep(worker)
    assert house.one("select count(*) from audit_outgoing") == 8


@pytest.mark.parametrize(
    "deed",
    [
        "delete from audit_outgoing",
        "update audit_outgoing set carried_at = now() - interval '8 days'",
        "update audit_outgoing set body = '{}'",
        "insert into audit_outgoing (kind, body) values ('audit-head', '{}')",
        "truncate audit_outgoing",
        "delete from audit_checkpoint",
    ],
)
def test_the_passage_marks_and_does_nothing_else_to_what_waits(house: House, deed: str) -> None:
    address = house.inside.url(house.name, "sisada_worker")
    with psycopg.connect(address, autocommit=True) as worker, pytest.raises(psycopg.errors.InsufficientPrivilege):
        worker.execute(deed.encode())


@pytest.mark.parametrize("role", ["sisada_public", "sisada_timpora"])
def test_the_street_reads_the_heads_and_writes_nothing(house: House, role: str) -> None:
    with psycopg.connect(house.outside.url(house.name, role), autocommit=True) as street:
        assert street.execute(HEADS.encode()).fetchone() == (6,)
        for deed in ("delete from published_audit_head", "insert into published_audit_key values ('x', '', now())"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                street.execute(deed.encode())


@pytest.mark.parametrize("deed", ["delete from published_audit_head", "update published_audit_head set count = 0", HEADS])
def test_the_carrier_adds_and_does_nothing_else(house: House, deed: str) -> None:
    address = house.outside.url(house.name, "sisada_carrier")
    with psycopg.connect(address, autocommit=True) as carrier, pytest.raises(psycopg.errors.InsufficientPrivilege):
        carrier.execute(deed.encode())


def _publish(house: House, kind: str, body: dict[str, str]) -> None:
    house.admin.execute("insert into audit_outgoing (kind, body) values (%s, %s)", [kind, Jsonb(body)])
