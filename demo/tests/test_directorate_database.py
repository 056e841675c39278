"""A small Directorate in a real PostgreSQL: built once, read by the link's role alone, and alive."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import make_conninfo

from demo.directorate import act, clerk
from demo.directorate.build import PUBLISHED, READER, AlreadyBuiltError, build
from demo.directorate.cast import CAST, niora
from demo.directorate.possible import What

PERSONS = 300
ANNE = niora(1)


@pytest.fixture
def built_url(directorate_url: str) -> Iterator[str]:
    """A database of its own on the Directorate's server, filled."""
    name = f"direktorat_{os.getpid()}"
    url = make_conninfo(directorate_url, dbname=name)
    with psycopg.connect(directorate_url, autocommit=True) as admin:
        admin.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
        try:
            fill(url)
            yield url
        finally:
            admin.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


def fill(url: str) -> None:
    build(url, persons=PERSONS, seed=7, today=date(2026, 11, 24), reader_password="contoh", progress=lambda _: None)


def one(connection: psycopg.Connection, statement: str) -> object:
    row = connection.execute(statement.encode()).fetchone()
    return row[0] if row else None


def test_a_directorate_of_three_hundred_is_built_published_and_not_built_twice(built_url: str) -> None:
    with pytest.raises(AlreadyBuiltError):
        fill(built_url)
    with psycopg.connect(built_url) as connection:
        assert one(connection, "select count(*) from orang") == PERSONS + len(CAST)
        assert one(connection, "select max(length(gambar)) from foto") <= 1_200  # type: ignore[operator]  # a number, says SQL
        assert one(connection, "select count(*) from alamat left join orang using (id_orang) where orang.id_orang is null") == 0
        assert one(connection, "select count(*) from penjaminan left join penjamin using (id_penjamin) where penjamin.nama is null") == 0
        tables = connection.execute("select tablename from pg_publication_tables where pubname = 'sisada'").fetchall()
        assert {table for (table,) in tables} == set(PUBLISHED)
        connection.execute(sql.SQL("set role {}").format(sql.Identifier(READER)))
        assert one(connection, "select count(*) from denyut") == 1
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("select * from demo_info")


def test_a_day_at_the_directorate_raises_versions_and_leaves_the_cast_alone(built_url: str) -> None:
    with psycopg.connect(built_url, autocommit=True) as connection:
        done = {clerk.do_next(connection) for _ in range(150)}
        assert {"arrive", "move", "depart"} <= done
        assert one(connection, "select acts from demo_info") == 150
        assert one(connection, "select count(*) from izin_tinggal where versi > 1 and diubah_pada <= (select built_at from demo_info)") == 0
        changed = "select count(*) from nama join orang using (id_orang) where niora like 'N00000001%' and nama.versi > 1"
        assert one(connection, changed) == 0
        with connection.transaction():
            act.do(connection, What.EXTEND, niora=ANNE)
        newest = f"select max(berlaku_sampai) from izin_tinggal join orang using (id_orang) where niora = '{ANNE}'"
        assert one(connection, newest) >= date(2026, 12, 20)  # type: ignore[operator]  # a date, says SQL
        with pytest.raises(act.ImpossibleError):
            act.do(connection, What.MOVE, niora="N99")


def test_the_living_directorate_beats_and_ends_within_a_second_of_being_told(built_url: str) -> None:
    environment = os.environ | {"DIRECTORATE_DATABASE_URL": built_url, "DEMO_RHYTHM": "100"}
    process = subprocess.Popen([sys.executable, "-m", "demo.directorate.life"], env=environment, stderr=subprocess.DEVNULL)
    try:
        with psycopg.connect(built_url, autocommit=True) as connection:
            first = one(connection, "select waktu from denyut")
            wait_until(connection, "select acts > 5 from demo_info")
            assert one(connection, "select waktu from denyut") > first  # type: ignore[operator]  # instants, says SQL
        told = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=5) == 0
        assert time.monotonic() - told < 1
    finally:
        process.kill()
        process.wait()


def wait_until(connection: psycopg.Connection, condition: str) -> None:
    deadline = time.monotonic() + 10
    while not one(connection, condition):
        assert time.monotonic() < deadline, condition
        time.sleep(0.05)
