"""What the tests of the inside and of the office face have: its database, its roles and its cast.

A test with the `db` fixture runs as the owner in a transaction that is rolled back; within `as_office()` it is the office
face's role. Looks are really committed, on their own pool, as they are in an office; so what a look must see (officers, devices,
grounds) is committed too: the `cast`, and whatever a test writes through `committed`.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import connection
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from sisada.inside import roles as inside
from sisada.inside.audit.looks import look_pool
from tests import office_role, specimen
from tests.cast import Cast, Colleague, make_cast
from tests.databases import Side, connect_django, inside_template

_opened: list["psycopg.Connection[tuple[Any, ...]]"] = []  # the owner's connection, once a test has asked for it
_devices: list[UUID] = []  # of the cast, once a test has asked for it
SPOILT = "select from sign_in_device as device join sign_in_user as known on known.id = device.user_id"


@pytest.fixture(scope="session")
def template(inside_side: Side, django_db_blocker: DjangoDbBlocker) -> str:
    """The migrated database that every other one of the inside is a copy of."""
    del connection.settings_dict["OPTIONS"]["pool"]  # one test, one connection: it is seen to be closed
    with django_db_blocker.unblock():
        return inside_template(inside_side)


@pytest.fixture(scope="session")
def django_db_setup(inside_side: Side, template: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """This run's database. Django speaks as the owner, looks as the office face."""
    inside_side.copy(template, "run_django")
    connect_django(inside_side, "run_django")
    os.environ["DATABASE_URL"] = inside_side.uri("run_django", "sisada_office")
    yield
    look_pool().close()
    with django_db_blocker.unblock():
        connection.close()
    inside_side.drop("run_django")


@pytest.fixture(scope="session")
def committed_once(django_db_setup: None, inside_side: Side) -> Iterator["psycopg.Connection[tuple[Any, ...]]"]:
    with psycopg.connect(inside_side.url("run_django", inside.OWNER), autocommit=True) as owner:
        _opened.append(owner)
        yield owner
        _opened.remove(owner)


@pytest.fixture(scope="module", autouse=True)
def another_hour() -> Iterator[None]:
    """Each file begins an hour after the one before: what the cast looked up in one, or was refused, counts towards no limit
    of the next."""
    yield
    for owner in _opened:
        owner.execute("update audit_look set begun_at = begun_at - interval '61 minutes' where begun_at > now() - interval '1 hour'")
        refused = "update audit_refusal set refused_at = refused_at - interval '61 minutes'"
        owner.execute(f"{refused} where refused_at > now() - interval '1 hour'")
        spoilt = owner.execute(f"{SPOILT} where device.id = any(%s) and (device.revoked_at is not null or not known.is_active)", [_devices])
        assert spoilt.rowcount == 0, "A test of this file shut out one of the cast: the next files cannot sign in as him."


@pytest.fixture
def committed(committed_once: "psycopg.Connection[tuple[Any, ...]]") -> "psycopg.Connection[tuple[Any, ...]]":
    """The owner, in autocommit: for rows that a look must see. They stay until the run ends, so make them your own (a new uuid)."""
    return committed_once


@pytest.fixture(scope="session")
def cast(committed_once: "psycopg.Connection[tuple[Any, ...]]") -> Cast:
    """The office's people, each with a registered device, and the order they work under."""
    made = make_cast(committed_once)
    _devices.extend(one.device for one in made.everybody())
    return made


@pytest.fixture
def eriksson(db: None) -> specimen.Specimen:
    """The specimen of ICAO 9303, residing in Rawajati, in the mirror of this test alone."""
    with connection.cursor() as cursor:
        return specimen.write(cursor.cursor, "eriksson")


@pytest.fixture
def as_office(db: None) -> Callable[[], AbstractContextManager[None]]:
    """`with as_office():` is the office face's role, with no right but its own."""
    return office_role.as_office


@pytest.fixture
def client_of(db: None, cast: Cast) -> Callable[[Colleague], Client]:
    """A browser in which this colleague is signed in, on the registered device, with the cast's ground chosen."""
    return lambda colleague: office_role.signed_in(colleague, ground=cast.ground)


@pytest.fixture
def office_client(client_of: Callable[[Colleague], Client], cast: Cast) -> Client:
    """Sari's browser."""
    return client_of(cast.sari)


@pytest.fixture
def scratch_url(inside_side: Side, template: str) -> Iterator[Callable[[str], str]]:
    """A database of the inside for this test alone, where it may commit: `scratch_url(role)` is that role's address."""
    inside_side.copy(template, "run_scratch")
    yield lambda role: inside_side.uri("run_scratch", role)
    inside_side.drop("run_scratch")


@pytest.fixture(scope="session")
def inside_link_url(inside_side: Side, template: str) -> Iterator[str]:
    """A mirror for the link's tests, as the link's own role: they empty it themselves."""
    inside_side.copy(template, "run_link")
    yield inside_side.uri("run_link", "sisada_link")
    inside_side.drop("run_link")


@pytest.fixture
def office_url(django_db_setup: None) -> str:
    """The office face's own address of this run's database."""
    return os.environ["DATABASE_URL"]


@pytest.fixture
def office_login(office_url: str) -> Iterator["psycopg.Connection[tuple[Any, ...]]"]:
    """The office face's role as it signs in, in autocommit."""
    with psycopg.connect(office_url, autocommit=True) as office:
        yield office


@pytest.fixture
def resident(committed: "psycopg.Connection[tuple[Any, ...]]") -> specimen.Specimen:
    """A neighbour of Eriksson's, committed: whoever signs in as a role of his own may try to read her."""
    return specimen.write(committed.cursor(), "tetangga")
