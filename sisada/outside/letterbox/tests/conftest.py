"""The outside's own server, as each of those who may enter it: the public face, the carrier, and for looking on, the owner."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.db import connection, connections
from django.db.backends.postgresql.base import DatabaseWrapper
from pytest_django.plugin import DjangoDbBlocker

from sisada.outside import roles as outside
from sisada.outside.letterbox.tests.reporters import Reporter, reporter_with_a_new_code
from tests.databases import Side

Login = psycopg.Connection[tuple[Any, ...]]


def _login(side: Side, role: str) -> Iterator[Login]:
    with psycopg.connect(side.url(outside.DATABASE, role), autocommit=True) as login:
        yield login


@pytest.fixture
def public(outside_side: Side) -> Iterator[Login]:
    yield from _login(outside_side, "sisada_public")


@pytest.fixture
def carrier(outside_side: Side) -> Iterator[Login]:
    yield from _login(outside_side, "sisada_carrier")


@pytest.fixture
def owner(outside_side: Side) -> Iterator[Login]:
    yield from _login(outside_side, outside.OWNER)


@pytest.fixture
def at_the_street(outside_side: Side, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Django's connection is the public face's, and commits, as it does there."""
    of_the_run = connection.settings_dict
    options = {name: value for name, value in of_the_run["OPTIONS"].items() if name != "pool"}
    address = {"NAME": outside.DATABASE, "USER": "sisada_public", "PASSWORD": outside_side.passwords()["sisada_public"]}
    place = {"HOST": "127.0.0.1", "PORT": str(outside_side.server.port), "OPTIONS": options}
    usual = connections["default"]
    with django_db_blocker.unblock():
        connections["default"] = street = DatabaseWrapper({**of_the_run, **address, **place}, "default")
        yield
        street.close()
    connections["default"] = usual


@pytest.fixture
def reporter() -> Reporter:
    """Somebody with a new code who has not written yet."""
    return reporter_with_a_new_code()
