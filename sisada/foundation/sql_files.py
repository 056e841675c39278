"""Everything in the database that can be replaced is a plain .sql file beside its owner: one file shows today's truth.

`migrate` runs them around the tables: files whose first line is `-- before tables` before, all others after, each set in
one transaction, capability by capability in import order, a capability's grants.sql last. Running twice changes nothing.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from django.apps import AppConfig, apps
from django.db import connection, transaction

BEFORE_TABLES = "-- before tables"


def files_of(folder: Path) -> list[Path]:
    return sorted(folder.glob("sql/*.sql"), key=lambda path: (path.name == "grants.sql", path.name))


def runs_before_tables(path: Path) -> bool:
    return path.read_text(encoding="utf-8").startswith(BEFORE_TABLES)


def our_folders() -> Iterator[Path]:
    """Our installed apps' folders, in the order of INSTALLED_APPS, which is the import order."""
    ours: Iterable[AppConfig] = (app for app in apps.get_app_configs() if app.name.startswith("sisada."))
    return (Path(app.path) for app in ours)


def all_files() -> list[Path]:
    return [path for folder in our_folders() for path in files_of(folder)]


def run(paths: Iterable[Path]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local check_function_bodies = off")  # a function may name one that a later file creates
        for path in paths:
            cursor.execute(path.read_text(encoding="utf-8"))


def run_before_tables() -> None:
    run(path for path in all_files() if runs_before_tables(path))


def run_after_tables() -> None:
    run(path for path in all_files() if not runs_before_tables(path))
