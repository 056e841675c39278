"""A person whose every field sings: no song is heard anywhere but where the table of entitlements says so."""

import re
from collections.abc import Callable

import psycopg
import pytest
from django.db import connection, transaction
from pytest_django.plugin import DjangoDbBlocker

from sisada.foundation.clock import now
from sisada.inside.accounts.roles import Role
from sisada.inside.link import apply
from sisada.inside.link.folding import Concern, Touch
from sisada.inside.link.mapping import TABLES
from sisada.inside.lookup import find
from tests import office_role
from tests.access import Caller
from tests.attacker import Office
from tests.canaries.person import Canary, hatch
from tests.canaries.walk import ENTITLED, Walk, prime
from tests.cast import Cast, TestGround, publish_ground

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def review(committed_once: Office, cast: Cast) -> TestGround:
    return publish_ground(committed_once, officers=[cast.lestari.id], purposes=("trail",), areas=(), kind="review")


@pytest.fixture(scope="module")
def own_request(committed_once: Office, cast: Cast) -> TestGround:
    """Somebody at the counter asks who looked at him."""
    return publish_ground(committed_once, officers=[cast.dimas.id, cast.lestari.id], purposes=("trail",), areas=(), kind="own-request")


@pytest.fixture(scope="module")
def walked(cast: Cast, review: TestGround, own_request: TestGround, django_db_blocker: DjangoDbBlocker) -> Walk:
    """The whole walk, once for all tests here."""
    with django_db_blocker.unblock(), transaction.atomic():
        with connection.cursor() as cursor:
            walk = Walk(hatch(cursor.cursor))
        for role in Role:
            colleague = cast.of_role(role)
            caller = Caller(role.value, office_role.signed_in(colleague, ground=review if role is Role.PENGAWAS else cast.ground))
            _prime(walk, caller, own_request=own_request, cast=cast)
            walk.everywhere(caller, device=colleague.device, typed=typed(walk.canary))
        for caller in _outside(cast):
            walk.everywhere(caller, device=cast.sari.device, typed=typed(walk.canary))
        walk.tables()
        transaction.set_rollback(True)
    return walk


def _prime(walk: Walk, caller: Caller, *, own_request: TestGround, cast: Cast) -> None:
    prime(walk, caller)
    if caller.who == Role.PENGAWAS:
        _supervise(walk, caller)
    if caller.who in (Role.MEJA, Role.PENGAWAS):
        counter = Caller(caller.who, office_role.signed_in(cast.of_role(Role(caller.who)), ground=own_request))
        walk.ask(counter, "audit_own_request", "/audit/permintaan/", method="POST", typed={"number": walk.canary.niora}, kept=True)
        for page, url in (("audit_own_trail", "/audit/permintaan/1/"), ("audit_own_paper", "/audit/permintaan/1/id/")):
            walk.ask(counter, page, url)


def _supervise(walk: Walk, caller: Caller) -> None:
    """The trail by the person's number, its next page, one look of it, and what stood on that page."""
    walk.ask(caller, "audit", "/audit/", method="POST", typed={"number": walk.canary.niora}, kept=True)
    trail = walk.ask(caller, "audit_trail", "/audit/jejak/1/").content.decode()
    more = {"at": now().isoformat(), "place": "f" * 32}
    walk.ask(
        caller, "audit_trail", walk.ask(caller, "audit_more", "/audit/jejak/1/lanjutan/", method="POST", typed=more, kept=True)["Location"]
    )
    for one_look in sorted(set(re.findall(r"/audit/tinjauan/[0-9a-f-]{36}/", trail))):  # a trail tells the looks that are over
        walk.ask(caller, "audit_look", one_look)
    code = re.findall(r"\b[0-9A-Z]{3}-[0-9A-Z]{3}\b", trail)[0]  # of the card that was opened last
    walk.ask(caller, "audit_code", "/audit/kode/", method="POST", typed={"code": code}, kept=True)
    walk.ask(caller, "audit_stood", "/audit/kode/3/")


def _outside(cast: Cast) -> list[Caller]:
    return [
        Caller("no ground", office_role.signed_in(cast.rahmat, ground=None)),
        Caller("password alone", office_role.with_password_alone(cast.rahmat)),
        Caller("signed out", office_role.OfficeBrowser()),
    ]


def typed(canary: Canary) -> dict[str, str]:
    """What people type in the wrong place: numbers, names and a sponsor's address, in fields of every form."""
    email = str(canary.values["registry_guarantor.email"])
    return {
        "isian": canary.passport, "number": canary.passport, "code": canary.niora, "login": email, "email": email, "password": canary.name,
        "officer": canary.name, "officers": canary.name, "areas": canary.niora, "valid_from": canary.name, "first_day": canary.niora,
        "after": canary.niora, "at": canary.niora, "place": canary.name, "value": canary.niora, "role": canary.name, "outcome": canary.name,
    }  # fmt: skip


def test_no_song_is_heard_where_nobody_is_entitled_to_it(walked: Walk) -> None:
    assert "\n".join(str(one) for one in sorted(walked.leaks())) == ""


def test_the_walk_came_everywhere_and_heard_what_it_should(walked: Walk) -> None:
    """Every page that may show a person showed one to every role that may see it; and no line of the table is idle."""
    in_bodies = {(one.page, one.who, one.column) for one in walked.sightings if one.place == "body"}
    assert walked.asked > 1_200
    assert {(page, who) for page, who, _column in ENTITLED} - {(page, who) for page, who, _column in in_bodies} == set()
    idle = {(page, column) for page, _who, column in ENTITLED} - {(page, column) for page, _who, column in in_bodies}
    assert "\n".join(f"{page} {column}" for page, column in sorted(idle)) == ""


ERRORS: dict[str, Callable[[Canary], object]] = {
    "an exception with the name": lambda canary: (_ for _ in ()).throw(ValueError(f"no card for {canary.name} {canary.niora}")),
    "a missing key": lambda canary: dict[str, str]()[canary.niora],
    "a refused cast": lambda canary: _asked("select %s::integer", canary.niora),
    "a broken constraint": lambda canary: _asked(
        "insert into registry_name (id, primary_name) values (gen_random_uuid(), %s)", canary.name
    ),
    "a refused table": lambda canary: _asked("select * from registry_person where niora = %s", canary.niora),
    "a raised sentence": lambda canary: _asked("do $$ begin raise exception '" + canary.niora + "' using detail = 'x'; end $$"),
}


def _asked(statement: str, *values: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values) or None)


@pytest.mark.parametrize("error", ERRORS)
def test_a_page_that_breaks_says_nothing_of_what_broke_it(error: str, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    with connection.cursor() as cursor:
        walk = Walk(hatch(cursor.cursor))
    monkeypatch.setattr(find, "card", lambda _look: ERRORS[error](walk.canary))
    answer = walk.ask(Caller("petugas", office_role.signed_in(cast.sari, ground=cast.ground)), "person", f"/orang/{walk.canary.person}/")
    assert answer.status_code == 500
    assert sorted(walk.leaks()) == []


def test_what_the_link_announces_names_nobody(committed: Office, office_url: str, cast: Cast, canary_for_all: Canary) -> None:
    walk = Walk(canary_for_all)
    with psycopg.connect(office_url, autocommit=True) as listener:
        listener.execute("listen registry_change")
        listener.execute("listen waiting_notice")
        rows = [(table.ours, walk.canary.values[f"{table.ours}.id"]) for table in TABLES if f"{table.ours}.id" in walk.canary.values]
        assert len(rows) >= 10
        touches = tuple(
            Touch(77, now(), table, str(walk.canary.values[f"{table.ours}.id"]), str(walk.canary.person), new_to_us=False)
            for table in TABLES
            if f"{table.ours}.id" in walk.canary.values
        )
        apply.store(committed, [Concern(touches)], arrived_at=now())
        committed.execute("select orders_report_finding(%s, %s, 'a', 'Sebuah kalimat', 'Sebuah tempat')", [cast.sari.id, cast.sari.device])
        told = list(listener.notifies(timeout=1, stop_after=2))
    assert {one.channel for one in told} >= {"registry_change"}
    walk.hear(" ".join(f"{one.channel} {one.payload}" for one in told), place="notify", page="link", who="office")
    assert sorted(walk.leaks()) == []
