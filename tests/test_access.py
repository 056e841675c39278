"""Routes × people × methods: docs/access.md says what everybody at the door gets, and this is what they get."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from sisada.faces.office import middleware
from sisada.foundation.clock import now
from sisada.inside.accounts.roles import Role
from sisada.sign_in.models import Device, User
from tests import access, office_role, specimen
from tests.access import Caller
from tests.cast import Cast, Colleague, Owner, hire
from tests.documents import agree
from tests.servers import ROOT
from tests.specimen import Specimen

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Colleague], Client]


@pytest.fixture(scope="module")
def table(cast: Cast, django_db_blocker: DjangoDbBlocker) -> access.Table:
    """The whole walk, once for all tests here."""
    with django_db_blocker.unblock(), transaction.atomic():
        with connection.cursor() as cursor:
            person = specimen.write(cursor.cursor)
            callers = [*_by_role(cast), *_not_or_not_yet_inside(cast, cursor.cursor)]
        walked = access.walk(callers, person=person.id, device=cast.sari.device)
        transaction.set_rollback(True)
    return walked


def _by_role(cast: Cast) -> list[Caller]:
    return [Caller(role.value, office_role.signed_in(cast.of_role(role), ground=cast.ground)) for role in Role]


def _not_or_not_yet_inside(cast: Cast, owner: Owner) -> list[Caller]:
    yesterday = now().date() - timedelta(days=2)
    former = hire(owner, "joko", "Joko", role=Role.KEPALA, until=yesterday)
    return [
        Caller("no ground chosen", office_role.signed_in(cast.rahmat, ground=None)),
        Caller("password alone", office_role.with_password_alone(cast.rahmat)),
        Caller("role ended", office_role.signed_in(former, ground=cast.ground)),
        Caller("signed out", office_role.OfficeBrowser()),
    ]


def test_the_document_says_what_everybody_gets(table: access.Table, pytestconfig: pytest.Config) -> None:
    agree(ROOT / "docs" / "access.md", access.drawn(table), pytestconfig)


def test_no_page_breaks(table: access.Table) -> None:
    assert {place for place, answers in table.items() for answer in answers.values() if answer.startswith("5")} == set()


def test_whoever_sees_no_persons_opens_no_page_about_any(table: access.Table) -> None:
    """By the table alone, so that a careless `make access` cannot widen it."""
    of_persons = [answers for (route, _), answers in table.items() if route.startswith(("search", "person", "photo", "area", "open_area"))]
    assert len(of_persons) >= 14
    for who in ("pengawas", "admin", "role ended"):
        assert {answers[who] for answers in of_persons} == {"403 accounts.not-for-this-role"}
    assert {answers["signed out"] for answers in of_persons} == {"→ account_login"}
    assert {answers["password alone"] for answers in of_persons} == {"→ register_device"}


def test_the_demo_leaves_no_page_open_that_is_not_about_signing_in(table: access.Table) -> None:
    shown = {route for (route, method), answers in table.items() if method == "GET" and answers["signed out"] == "200"}
    assert shown <= {"account_login", "account_logout", "account_inactive", "invitation", "help", "help_page", "gaya"}


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_no_route_of_ours_takes_another_method(office_client: Client, cast: Cast, eriksson: Specimen, method: str) -> None:
    """allauth's forms take PUT for POST, guarded by the same token; they are not ours."""
    seen = Caller("petugas", office_client)
    for route in access.routes():
        if str(route.callback.__module__).startswith("sisada."):
            said = access.ask(seen, access.example_url(route, person=eriksson.id, device=cast.sari.device), method)
            assert said == "405" or said.startswith(("→", "403")), route.name


Ending = Callable[[Colleague], object]
ENDINGS: dict[str, Ending] = {
    "suspended": lambda rahmat: User.objects.filter(id=rahmat.id).update(is_active=False),
    "sessions ended": lambda rahmat: User.objects.filter(id=rahmat.id).update(sessions_valid_from=now()),
    "password changed": lambda rahmat: User.objects.filter(id=rahmat.id).update(password="another"),
    "device revoked": lambda rahmat: Device.objects.filter(id=rahmat.device).update(revoked_at=now()),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_session_that_was_ended_is_over_at_its_next_request_on_every_route(
    ending: str, client_of: ClientOf, cast: Cast, eriksson: Specimen
) -> None:
    browser = client_of(cast.rahmat)
    assert browser.get("/saya/").status_code == 200
    ENDINGS[ending](cast.rahmat)
    outside = Caller("signed out", office_role.OfficeBrowser())
    for route in access.routes():
        url = access.example_url(route, person=eriksson.id, device=cast.rahmat.device)
        for method in access.METHODS:
            assert access.ask(Caller(ending, browser), url, method) in (access.ask(outside, url, method), "→ account_login"), (
                route.name,
                method,
            )


def test_every_view_says_who_may_enter_or_is_a_step_of_signing_in() -> None:
    unmarked = {route.name for route in access.routes() if not hasattr(route.callback, "open_to")}
    assert unmarked <= middleware.SECOND_FACTOR_VIEWS | middleware.OWN_ACCOUNT_VIEWS


def test_nobody_revokes_a_colleagues_device(office_client: Client, cast: Cast) -> None:
    office_client.post(f"/saya/perangkat/{cast.rahmat.device}/pencabutan/")
    assert Device.objects.get(id=cast.rahmat.device).revoked_at is None


def test_a_colleagues_search_is_not_under_my_number(client_of: ClientOf, cast: Cast, eriksson: Specimen) -> None:
    searching, curious = client_of(cast.sari), client_of(cast.rahmat)
    found = searching.post("/cari/", {"isian": eriksson.passport})
    assert eriksson.primary.upper() in searching.get(found.headers["Location"]).content.decode().upper()
    assert curious.get(found.headers["Location"]).headers["Location"] == "/cari/"
