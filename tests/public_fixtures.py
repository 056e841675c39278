"""What the tests of the public face have: the outside's database, seen by the public face's own role."""

import os
from collections.abc import Iterator

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from sisada.outside import roles as outside
from tests.databases import Side

ROLE = "sisada_public"


@pytest.fixture(scope="session")
def django_db_setup(outside_side: Side, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Django speaks as the face does: with no right but its own, also in tests. A test's transaction is rolled back."""
    del connection.settings_dict["OPTIONS"]["pool"]  # one test, one connection: it is seen to be closed
    connection.settings_dict.update(
        NAME=outside.DATABASE, USER=ROLE, PASSWORD=outside_side.passwords()[ROLE], HOST="127.0.0.1", PORT=str(outside_side.server.port)
    )
    os.environ["DATABASE_URL"] = outside_side.uri(outside.DATABASE, ROLE)
    yield
    with django_db_blocker.unblock():
        connection.close()
