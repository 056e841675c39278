"""The inside database by itself: every column classed, nothing readable that should not be, no right and no object without its file."""

import re
from collections import Counter
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from sisada.foundation import columns, sql_files
from sisada.inside import roles as inside
from tests import catalogue
from tests.documents import agree
from tests.grants_document import drawn
from tests.servers import ROOT

pytestmark = pytest.mark.django_db
ROLES = [role.name for role in inside.ROLES]
FACES = ["sisada_office"]
CLASSES = columns.read(settings.SISADA_COLUMNS)
Login = psycopg.Connection[tuple[Any, ...]]
PROCRASTINATE = re.compile(r"procrastinate_")


def test_every_column_is_classed_exactly_once() -> None:
    classed = Counter((table, column) for table, one in CLASSES.items() for column in (*one.open, *one.personal, *one.closed))
    assert [column for column, times in classed.items() if times > 1] == []
    found = set(catalogue.all_columns())
    assert found - set(classed) == set(), "not classed in columns.toml"
    assert set(classed) - found == set(), "classed, but not there"


def test_the_office_face_can_select_the_open_columns_and_no_other(office_login: Login) -> None:
    for table, classes in CLASSES.items():
        for column in classes.all():
            assert _can_select(office_login, table, column) == (column in classes.open), (table, column)


def _can_select(login: Login, table: str, column: str) -> bool:
    """By trying, and by asking the catalogue: the two must agree."""
    said = login.execute("select has_column_privilege(%s, %s, 'select')", [table, column]).fetchone()
    try:
        login.execute(f'select "{column}" from "{table}" limit 0'.encode())
    except psycopg.errors.InsufficientPrivilege:
        assert said == (False,)
        return False
    assert said == (True,)
    return True


def test_no_id_of_a_look_is_open() -> None:
    looks = [
        f"{table}.{column}"
        for table, one in CLASSES.items()
        for column in one.open
        if column == "look" or (table, column) == ("audit_look", "id")
    ]
    assert looks == []


def test_every_right_is_given_by_a_file_and_stands_in_the_document(pytestconfig: pytest.Config) -> None:
    rights = catalogue.all_rights()
    with transaction.atomic():
        explained = catalogue.explained_rights(ROLES)
        transaction.set_rollback(True)
    unexplained = {right for right in rights - set(explained) if right.kind not in ("database", "schema")}
    assert unexplained == set()
    assert set(explained) - rights == set(), "given by a file, but not there"
    agree(ROOT / "docs" / "grants.md", drawn(rights, explained, ROLES), pytestconfig)


def test_of_the_database_and_its_schema_the_roles_have_what_their_making_says() -> None:
    rights = {(right.role, right.privilege) for right in catalogue.all_rights() if right.kind in ("database", "schema")}
    temporary = {(role.name, "temporary") for role in inside.ROLES if role.may_make_temporary_tables}
    assert rights == {(role, "connect") for role in ROLES} | temporary | {("PUBLIC", "usage")}


def test_nothing_of_ours_is_open_to_everybody() -> None:
    everybody = [right for right in catalogue.all_rights() if right.role == "PUBLIC" and right.kind != "schema"]
    assert everybody == []


def test_every_definer_function_has_its_search_path_pinned() -> None:
    definers = "select oid::regprocedure::text, proconfig from pg_proc where pronamespace = 'public'::regnamespace and prosecdef"
    with connection.cursor() as cursor:
        cursor.execute(definers)
        found = dict(cursor.fetchall())
    assert len(found) > 10
    assert [name for name, settings in found.items() if "search_path=public, pg_temp" not in (settings or [])] == []


def test_every_function_and_view_has_a_file_of_its_name() -> None:
    files = {path.stem for path in sql_files.all_files()}
    ours = {name.partition("(")[0] for name in catalogue.replaceable()}
    assert {name for name in ours - files if not PROCRASTINATE.match(name)} == set()


def test_running_the_files_again_changes_nothing() -> None:
    before = catalogue.replaceable(), catalogue.all_rights()
    with transaction.atomic():
        catalogue.run_files_again()
        after = catalogue.replaceable(), catalogue.all_rights()
        transaction.set_rollback(True)
    assert after == before


def test_the_models_are_what_the_migrations_make() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_what_the_server_counts_and_what_others_do_is_hidden_from_the_office_face(
    office_login: Login,
) -> None:
    views = office_login.execute(
        r"select relname from pg_class where relkind = 'v' and relname ~ '^pg_(stat|statio)_|^pg_stats'"
    ).fetchall()
    assert len(views) > 40
    seen = [view for (view,) in views if _answers(office_login, f"select * from pg_catalog.{view} limit 1")]
    assert seen == []
    assert not _answers(office_login, "select pg_stat_get_db_tuples_inserted(oid) from pg_database")


FORBIDDEN = (
    "create temporary table t ()",
    "create table t ()",
    "create schema s",
    "create function f() returns int return 1",
    "create extension dblink",
    "select lo_create(0)",
    "select lo_from_bytea(0, 'x')",
    "copy sign_in_user to '/dev/null'",
    "select pg_read_file('/etc/hostname')",
    "alter role sisada_office superuser",
)


@pytest.mark.parametrize("deed", FORBIDDEN)
def test_the_office_face_makes_nothing_and_reaches_nothing_else(office_login: Login, deed: str) -> None:
    assert not _answers(office_login, deed)


def _answers(login: Login, statement: str) -> bool:
    try:
        login.execute(statement.encode())
    except psycopg.errors.InsufficientPrivilege:
        return False
    return True


def test_the_office_face_cannot_become_another_role(office_login: Login) -> None:
    others = office_login.execute("select rolname from pg_roles where rolname like 'sisada%' and rolname <> current_user").fetchall()
    assert len(others) >= 4
    for (role,) in others:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            office_login.execute(f"set role {role}".encode())
