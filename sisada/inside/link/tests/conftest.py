"""Two real servers and the real process. Every test begins with a Directorate of its own and a mirror that no link has touched."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from psycopg import Connection, sql
from psycopg.conninfo import make_conninfo

from sisada.inside.link import search_keys, statements
from sisada.inside.link.mapping import TABLES
from sisada.inside.link.tests import directorate_day, equality

ROOT = Path(__file__).parents[4]
UTC_TEXT = "-c timezone=UTC -c datestyle=ISO"


class Link:
    """The process itself, as the launcher starts it."""

    def __init__(self, mirror: Connection, *, inside_url: str, upstream_url: str) -> None:
        self._mirror = mirror
        self.inside_url, self.upstream_url = inside_url, upstream_url
        self._environment = {**os.environ, "DATABASE_URL": inside_url, "UPSTREAM_DATABASE_URL": upstream_url, "PYTHONPATH": str(ROOT)}
        self.process: subprocess.Popen[str] | None = None

    def start(self, *words: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "sisada.inside.link", *words]
        self.process = subprocess.Popen(command, env=self._environment, stderr=subprocess.PIPE, text=True)
        return self.process

    def ending(self) -> tuple[int, str]:
        """Its exit code and last line, once it has ended by itself."""
        process = self.process or self.start()
        last = self.lines().strip().splitlines()[-1]
        return process.returncode, last

    def lines(self) -> str:
        """What it has logged, once it has ended."""
        process, self.process = self.process, None
        return process.communicate(timeout=10)[1] if process else ""

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None
            # a statement that was under way when it was killed still holds the pen until it ends
            until(lambda: self._mirror.execute("select from pg_locks where locktype = 'advisory'").fetchone() is None)

    @contextmanager
    def running(self) -> "Iterator[subprocess.Popen[str]]":
        try:
            yield self.start()
        finally:
            self.kill()


@pytest.fixture
def directorate(directorate_url: str) -> Iterator[Connection]:
    """A database of its own on the Directorate's server."""
    name = f"tautan_{os.getpid()}"
    with psycopg.connect(directorate_url, autocommit=True) as admin:
        admin.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
        url = make_conninfo(directorate_url, dbname=name)
        with psycopg.connect(url, autocommit=True, options=UTC_TEXT) as connection:
            directorate_day.build(connection)
            yield connection
        _drop_slot(admin)
        admin.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


def _drop_slot(admin: Connection) -> None:
    admin.execute("select pg_terminate_backend(active_pid) from pg_replication_slots where slot_name = 'sisada_link' and active")
    until(lambda: admin.execute("select from pg_replication_slots where slot_name = 'sisada_link' and active").fetchone() is None)
    admin.execute("select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = 'sisada_link'")


@pytest.fixture
def mirror(inside_link_url: str) -> Iterator[Connection]:
    """As the link's own role."""
    with psycopg.connect(inside_link_url, autocommit=True, options=UTC_TEXT) as connection:
        own = ["link_position", "link_state", "link_copy", "link_quarantine", "link_freshness"]
        connection.execute(statements.truncate([*(table.ours for table in TABLES), *search_keys.TABLES, *own]))
        yield connection


@pytest.fixture
def link(inside_link_url: str, directorate: Connection, mirror: Connection, directorate_url: str) -> Iterator[Link]:
    process = Link(mirror, inside_url=inside_link_url, upstream_url=make_conninfo(directorate_url, dbname=directorate.info.dbname))
    yield process
    process.kill()


def until(true: Callable[[], bool], *, within_s: float = 8.0) -> None:
    deadline = time.monotonic() + within_s
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError("it did not come to pass")
        time.sleep(0.02)


def caught_up(directorate: Connection, mirror: Connection) -> None:
    """Wait until the mirror has passed where the Directorate stands now."""
    here = directorate.execute("select pg_current_wal_lsn() - '0/0'::pg_lsn").fetchone()
    directorate.execute("update denyut set waktu = now()")
    until(lambda: (mirror.execute("select position >= %s from link_position", here).fetchone() or (False,))[0])


def assert_equal(directorate: Connection, mirror: Connection) -> None:
    caught_up(directorate, mirror)
    assert equality.differences(directorate, mirror) == []
