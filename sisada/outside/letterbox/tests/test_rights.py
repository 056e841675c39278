"""What a taken-over process at the street can reach: its own functions. What the carrier can: what it must."""

import os
import subprocess
import sys

import psycopg
import pytest

from sisada.outside import roles as outside
from sisada.outside.letterbox.tests.conftest import Login
from tests.databases import Side
from tests.servers import ROOT

TABLES = ("letterbox_thread", "letterbox_thread_end", "letterbox_letter", "letterbox_part", "letterbox_box")
NOT_ITS_OWN = ("letterbox_carried('{}')", "letterbox_sweep()", "letterbox_known(null, null)", "letterbox_require_thread(null, null, null)")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "deed",
    [
        "select * from {}",
        "select count(*) from {}",
        "select 1 from {} limit 1",
        "select {} from {}",
        "insert into {} default values",
        "delete from {}",
        "truncate {}",
        "copy {} to stdout",
        "create view seen as select * from {}",
    ],
)
def test_the_public_face_reads_lists_counts_and_changes_no_table(public: Login, table: str, deed: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        public.execute(deed.replace("{}", table).encode())


@pytest.mark.parametrize("call", NOT_ITS_OWN)
def test_the_public_face_calls_no_function_of_others(public: Login, call: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        public.execute(f"select {call}".encode())


@pytest.mark.parametrize("role", ["sisada_public", "sisada_carrier"])
def test_nobody_becomes_another_role(outside_side: Side, role: str) -> None:
    with psycopg.connect(outside_side.url(outside.DATABASE, role), autocommit=True) as login:
        for other in {one.name for one in outside.ROLES} | {outside.OWNER} - {role}:
            if other != role:
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    login.execute(f"set role {other}".encode())


def test_the_carrier_reads_letters_and_no_thread_or_box(carrier: Login) -> None:
    carrier.execute("select id, thread, sealed, digest, received_at, carried_at from letterbox_letter limit 1")
    carrier.execute("select letter, place, sealed from letterbox_part limit 1")
    for table in ("letterbox_thread", "letterbox_thread_end", "letterbox_box"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            carrier.execute(f"select * from {table}".encode())


@pytest.mark.parametrize(
    "deed",
    [
        "delete from letterbox_letter",
        "update letterbox_letter set carried_at = now()",
        "insert into letterbox_letter (id, thread, digest) values (gen_random_uuid(), gen_random_uuid(), '')",
        "update letterbox_box set sealed = ''",
        "delete from letterbox_thread_end",
        "delete from letterbox_holiday",
        "select letterbox_open('')",
        "select letterbox_receive(null, null, null, null, null, null, null, null)",
    ],
)
def test_the_carrier_marks_and_sweeps_through_functions_alone(carrier: Login, deed: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        carrier.execute(deed.encode())


def test_nothing_outside_is_open_to_everybody_and_every_definer_has_its_search_path_pinned(owner: Login) -> None:
    ours = "from pg_proc where pronamespace = 'public'::regnamespace"
    open_to_all = owner.execute(f"select proname {ours} and has_function_privilege('public', oid, 'execute')".encode()).fetchall()
    assert open_to_all == []
    definers = owner.execute(f"select proname, proconfig {ours} and prosecdef".encode()).fetchall()
    assert len(definers) >= len(("receive", "open", "boxes", "closed_days", "carried", "sweep"))
    assert [name for name, settings in definers if "search_path=public, pg_temp" not in (settings or [])] == []


def test_the_models_of_the_outside_are_what_its_migrations_make(outside_side: Side) -> None:
    environment = {**os.environ, "DATABASE_URL": outside_side.uri(outside.DATABASE, outside.OWNER)}
    command = [sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run", "--settings", "sisada.outside.settings"]
    asked = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert asked.returncode == 0, asked.stdout + asked.stderr
