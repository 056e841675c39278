"""The .sql files run in import order, a capability's grants last; one that fails leaves nothing half done."""

from pathlib import Path

import pytest
from django.apps import apps
from django.db import DatabaseError, connection

from sisada.foundation import sql_files

pytestmark = pytest.mark.django_db


def test_a_capabilitys_grants_come_last(tmp_path: Path) -> None:
    (tmp_path / "sql").mkdir()
    for name in ("grants.sql", "zebra.sql", "audit.sql"):
        (tmp_path / "sql" / name).write_text("select 1;")
    assert [path.name for path in sql_files.files_of(tmp_path)] == ["audit.sql", "zebra.sql", "grants.sql"]


def test_capabilities_run_in_import_order() -> None:
    folders = list(dict.fromkeys(path.parents[1] for path in sql_files.all_files()))
    order = [Path(app.path) for app in apps.get_app_configs()]
    assert folders == sorted(folders, key=order.index)
    names = [folder.name for folder in folders]
    assert names.index("accounts") < names.index("audit") < names.index("registry") < names.index("lookup") < names.index("link")


def test_functions_that_an_index_may_need_run_before_the_tables() -> None:
    before = {path.stem for path in sql_files.all_files() if sql_files.runs_before_tables(path)}
    assert {"audit_hmac", "lookup_folded_numbers"} <= before
    assert "grants" not in before


def test_a_file_that_fails_undoes_those_before_it(tmp_path: Path) -> None:
    good, bad = tmp_path / "a.sql", tmp_path / "b.sql"
    good.write_text("create function half_done() returns integer language sql return 1;")
    bad.write_text("grant select on no_such_table to sisada_office;")
    with pytest.raises(DatabaseError):
        sql_files.run([good, bad])
    with connection.cursor() as cursor:
        cursor.execute("select to_regproc('half_done')")
        assert cursor.fetchone() == (None,)


def test_a_function_may_name_one_that_a_later_file_creates(tmp_path: Path) -> None:
    early, late = tmp_path / "a.sql", tmp_path / "b.sql"
    early.write_text("create function early() returns integer language sql as 'select late()';")
    late.write_text("create function late() returns integer language sql as 'select 1';")
    sql_files.run([early, late])
