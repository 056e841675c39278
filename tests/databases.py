"""One template database for each side, named by the hash of everything that makes its catalogue; a run's database is a copy of it.

A copy takes some 60 ms. Roles belong to the server; what a role may do in a database comes with the template, except the
right to connect, which PostgreSQL does not copy.
"""

import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass
from types import ModuleType

import psycopg
from django.core.management import call_command
from django.db import connection
from psycopg import sql
from psycopg.conninfo import make_conninfo

from sisada.foundation.launcher.machine import Folder
from sisada.foundation.launcher.postgres import Server
from sisada.foundation.roles import close_database, prepare
from sisada.inside import roles as inside
from tests.servers import ROOT

MAKERS = (
    "sisada/foundation/*.py", "sisada/foundation/management/commands/migrate.py", "sisada/**/migrations/*.py", "sisada/**/sql/*.sql",
    "sisada/**/dated_rules.py", "sisada/**/shipped_rules.toml", "sisada/*/roles.py", "sisada/*/settings.py", "sisada/*/columns.toml",
    "requirements/run.txt",
)  # fmt: skip


@dataclass(frozen=True)
class Side:
    """One side's server in this run: where its databases are made, and who may connect to them."""

    roles: ModuleType
    server: Server
    folder: Folder

    def url(self, database: str, role: str) -> str:
        return make_conninfo(self.server.url(database), user=role, password=self.folder.secret(f"test-{role}"))

    def uri(self, database: str, role: str) -> str:
        """The same in the form that settings take."""
        return f"postgresql://{role}:{self.folder.secret(f'test-{role}')}@127.0.0.1:{self.server.port}/{database}"

    def passwords(self) -> dict[str, str]:
        return {name: self.folder.secret(f"test-{name}") for name in (self.roles.OWNER, *(role.name for role in self.roles.ROLES))}

    def prepare(self, database: str) -> None:
        prepare(self.server.url(), database=database, owner=self.roles.OWNER, roles=self.roles.ROLES, passwords=self.passwords())

    def copy(self, template: str, name: str) -> None:
        """A new database like `template`, in place of any that an earlier run left under this name."""
        with psycopg.connect(self.server.url(), autocommit=True) as admin:
            admin.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))
            make = sql.SQL("create database {} template {} owner {}")
            admin.execute(make.format(sql.Identifier(name), sql.Identifier(template), sql.Identifier(self.roles.OWNER)))
            close_database(admin, name, owner=self.roles.OWNER, roles=self.roles.ROLES)

    def drop(self, name: str) -> None:
        with psycopg.connect(self.server.url(), autocommit=True) as admin:
            admin.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


def fingerprint() -> str:
    """Changes with whatever may change the catalogue."""
    files = sorted({path for pattern in MAKERS for path in ROOT.glob(pattern)})
    digest = hashlib.sha256()
    for path in files:
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def inside_template(side: Side) -> str:
    """The name of inside's migrated template; made when these files make it for the first time here."""
    name = f"template_{fingerprint()}"
    with psycopg.connect(side.server.url(), autocommit=True) as admin:
        if admin.execute("select from pg_database where datname = %s and datistemplate", [name]).fetchone():
            return name
        for (old,) in admin.execute(
            r"select datname from pg_database where datname like 'template\_%' or datname like 'run\_%'"
        ).fetchall():
            admin.execute(sql.SQL("alter database {} is_template false").format(sql.Identifier(old)))
            admin.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(old)))
        side.prepare(name)
        migrate(side, name)
        # So that a test can act as a face's role inside its own transaction (`as_office`): by SET ROLE alone, nothing is inherited.
        for role in inside.ROLES:
            admin.execute(
                sql.SQL("grant {} to {} with inherit false, set true").format(sql.Identifier(role.name), sql.Identifier(inside.OWNER))
            )
        admin.execute(sql.SQL("alter database {} is_template true").format(sql.Identifier(name)))
    return name


def outside_template(side: Side) -> str:
    """The name of the outside's migrated template, with no row of any test in it; made when these files make it for the first time here."""
    name = f"template_{fingerprint()}"
    with psycopg.connect(side.server.url(), autocommit=True) as admin:
        if admin.execute("select from pg_database where datname = %s and datistemplate", [name]).fetchone():
            return name
        for (old,) in admin.execute(r"select datname from pg_database where datname like 'template\_%'").fetchall():
            admin.execute(sql.SQL("alter database {} is_template false").format(sql.Identifier(old)))
            admin.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(old)))
        side.prepare(name)
        migrated = migrate_by("sisada.outside.settings", side.uri(name, side.roles.OWNER))
        assert migrated.returncode == 0, migrated.stderr.splitlines()[-1]
        admin.execute(sql.SQL("alter database {} is_template true").format(sql.Identifier(name)))
    return name


def migrate(side: Side, name: str) -> None:
    connect_django(side, name)
    call_command("migrate", verbosity=0, interactive=False)
    connection.close()


def connect_django(side: Side, name: str) -> None:
    """From here on Django's default connection is the owner's, to this database."""
    connection.close()
    connection.settings_dict.update(
        NAME=name,
        USER=side.roles.OWNER,
        PASSWORD=side.folder.secret(f"test-{side.roles.OWNER}"),
        HOST="127.0.0.1",
        PORT=str(side.server.port),
    )


def migrate_by(settings: str, url: str) -> "subprocess.CompletedProcess[str]":
    """`migrate` as the launcher runs it: a process with one address and the settings of one side."""
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": settings}
    command = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
