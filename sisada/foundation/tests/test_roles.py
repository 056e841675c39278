"""What a role set for itself does not outlive the next start."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg import Connection
from psycopg.conninfo import make_conninfo

from sisada.foundation.roles import Role, prepare
from tests.databases import Side

OWNER, FACE, DATABASE = "roles_owner", "roles_face", "run_roles"
PASSWORDS = {OWNER: "of the owner", FACE: "of the face"}
OWN_DEFAULTS = (
    "alter role current_user set search_path = pg_temp, public",
    "alter role current_user set default_transaction_read_only = on",
    "alter role current_user set local_preload_libraries = 'anything'",
    f"alter role current_user in database {DATABASE} set search_path = pg_temp, public",
    f"alter role current_user in database {DATABASE} set statement_timeout = 0",
)
SETTINGS = """
select setdatabase, unnest(setconfig) from pg_db_role_setting join pg_roles on pg_roles.oid = setrole where rolname = %s order by 2"""


@pytest.fixture(autouse=True)
def forgotten(inside_side: Side) -> Iterator[None]:
    """Roles and database of these tests, and of no others that look at the server."""
    yield
    inside_side.drop(DATABASE)
    with psycopg.connect(inside_side.server.url(), autocommit=True) as admin:
        admin.execute(f"drop role if exists {FACE}, {OWNER}".encode())


def start(side: Side) -> None:
    roles = (Role(FACE, settings=(("statement_timeout", "10s"),)),)
    prepare(side.server.url(), database=DATABASE, owner=OWNER, roles=roles, passwords=PASSWORDS)


def as_face(side: Side, *, password: str = PASSWORDS[FACE]) -> "Connection[Any]":
    return psycopg.connect(make_conninfo(side.server.url(DATABASE), user=FACE, password=password), autocommit=True)


def settings_of_face(side: Side) -> list[tuple[int, str]]:
    with psycopg.connect(side.server.url()) as admin:
        return admin.execute(SETTINGS, [FACE]).fetchall()


@pytest.mark.parametrize("own", OWN_DEFAULTS)
def test_a_default_that_a_role_set_for_itself_is_gone_at_the_next_start(inside_side: Side, own: str) -> None:
    start(inside_side)
    as_prepared = settings_of_face(inside_side)
    with as_face(inside_side) as face:
        face.execute(own.encode())
    assert settings_of_face(inside_side) != as_prepared
    start(inside_side)
    assert settings_of_face(inside_side) == as_prepared == [(0, "search_path=public"), (0, "statement_timeout=10s")]


def test_a_password_that_a_role_gave_itself_is_gone_at_the_next_start(inside_side: Side) -> None:
    start(inside_side)
    with as_face(inside_side) as face:
        face.execute("alter role current_user password 'another'")
    start(inside_side)
    as_face(inside_side).close()
    with pytest.raises(psycopg.OperationalError):
        as_face(inside_side, password="another")
