"""Inside and outside: two servers that know nothing of each other, and code that cannot reach across."""

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from sisada.foundation import columns
from sisada.inside import roles as inside
from sisada.outside import roles as outside
from tests.databases import Side, migrate_by
from tests.servers import ROOT

OUTSIDE_ROLES = [outside.OWNER, *(role.name for role in outside.ROLES)]
INSIDE_ROLES = [inside.OWNER, *(role.name for role in inside.ROLES)]
INSIDE_WORDS = ("registry", "lookup", "audit", "accounts", "link", "procrastinate", "person", "look")


@pytest.mark.parametrize("role", OUTSIDE_ROLES)
def test_a_password_of_the_outside_opens_nothing_inside(role: str, inside_side: Side, outside_side: Side, template: str) -> None:
    with psycopg.connect(outside_side.url(outside.DATABASE, role)) as at_home:
        assert at_home.execute("select current_user").fetchone() == (role,)
    _is_turned_away(inside_side, template, role=role, password=outside_side.passwords()[role])


@pytest.mark.parametrize("role", INSIDE_ROLES)
def test_a_password_of_the_inside_opens_nothing_outside(role: str, inside_side: Side, outside_side: Side) -> None:
    _is_turned_away(outside_side, outside.DATABASE, role=role, password=inside_side.passwords()[role])


def _is_turned_away(side: Side, database: str, *, role: str, password: str) -> None:
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(side.server.url(database), user=role, password=password)


def test_the_two_servers_share_no_role_and_no_password(inside_side: Side, outside_side: Side) -> None:
    assert _ours(inside_side) & _ours(outside_side) == set()
    assert set(inside_side.passwords().values()) & set(outside_side.passwords().values()) == set()


def _ours(side: Side) -> set[str]:
    with psycopg.connect(side.server.url()) as admin:
        return _names(admin, "select rolname from pg_roles where rolname like 'sisada%' and not rolsuper")


def test_the_outside_database_holds_what_its_file_classes_and_no_word_of_the_inside(outside_side: Side) -> None:
    with psycopg.connect(outside_side.url(outside.DATABASE, outside.OWNER)) as owner:
        found = owner.execute(
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')"
        ).fetchall()
        functions = _names(owner, "select proname from pg_proc where pronamespace = 'public'::regnamespace")
        # run_…: copies that other tests made for themselves on this server
        databases = _names(owner, "select datname from pg_database where not datistemplate and datname not like 'run\\_%'")
    tables = {name for (name,) in found}
    assert tables == set(columns.read(ROOT / "sisada" / "outside" / "columns.toml"))
    assert {name for name in tables | functions if name.startswith(INSIDE_WORDS)} == set()
    assert databases == {"postgres", outside.DATABASE}


def _names(login: "psycopg.Connection[Any]", statement: str) -> set[str]:
    return {name for (name,) in login.execute(statement.encode()).fetchall()}


FORBIDDEN = ("select * from pg_stat_activity", "select * from pg_stat_database", "create temporary table t ()", "create table t ()")


@pytest.mark.parametrize("role", [role.name for role in outside.ROLES])
def test_a_street_role_sees_no_table_and_counts_nothing(role: str, outside_side: Side) -> None:
    readable = "select relname from pg_class where relnamespace = 'public'::regnamespace and has_table_privilege(oid, 'select')"
    with psycopg.connect(outside_side.url(outside.DATABASE, role), autocommit=True) as street:
        assert street.execute(readable.encode()).fetchall() == []
        for refused in (
            "select * from pg_stat_activity",
            "select * from pg_stat_database",
            "create temporary table t ()",
            "create table t ()",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                street.execute(refused.encode())


def test_the_insides_tables_are_refused_by_an_outside_database(outside_side: Side) -> None:
    refused = migrate_by("sisada.inside.settings", outside_side.uri(outside.DATABASE, outside.OWNER))
    assert refused.returncode != 0
    assert "belongs to outside" in refused.stderr
    with psycopg.connect(outside_side.url(outside.DATABASE, outside.OWNER)) as owner:
        assert owner.execute("select to_regclass('audit_look')").fetchone() == (None,)


def test_the_outsides_tables_are_refused_by_an_inside_database(scratch_url: Callable[[str], str]) -> None:
    refused = migrate_by("sisada.outside.settings", scratch_url(inside.OWNER))
    assert refused.returncode != 0
    assert "belongs to inside" in refused.stderr


REACH_ACROSS = """
import importlib, json, pkgutil, sys
import django
django.setup()
import sisada.outside
for found in pkgutil.walk_packages(sisada.outside.__path__, "sisada.outside."):
    if ".tests" not in found.name:  # they know the servers of both sides
        importlib.import_module(found.name)
loaded = sorted(name for name in sys.modules if name.startswith("sisada.inside"))
import sisada.inside
refused = []
for found in pkgutil.walk_packages(sisada.inside.__path__, "sisada.inside."):
    if found.name.endswith(".models"):
        try:
            importlib.import_module(found.name)
        except RuntimeError:
            refused.append(found.name)
        else:
            raise SystemExit(found.name + " can be imported")
print(json.dumps({"loaded": loaded, "refused": refused}))
"""


def test_a_process_of_the_outside_loads_nothing_of_the_inside_and_cannot_use_its_tables(outside_side: Side) -> None:
    street: dict[str, Any] = {
        "PYTHONPATH": str(ROOT),
        "DJANGO_SETTINGS_MODULE": "sisada.outside.settings",
        "SISADA_SECRET_KEY": "only-for-tests",
        "DATABASE_URL": outside_side.uri(outside.DATABASE, "sisada_public"),
    }
    done = subprocess.run([sys.executable, "-c", REACH_ACROSS], env=street, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["loaded"] == []
    assert len(said["refused"]) >= 5
