"""Makes the synthetic Directorate in an empty database: tables, persons, the reader's role, the publication."""

from collections.abc import Callable
from datetime import date
from itertools import islice
from pathlib import Path

import psycopg
from psycopg import Connection, sql

from demo.directorate import faces, places
from demo.directorate.cast import cast_rows
from demo.directorate.copying import copy_batch
from demo.directorate.persons import World, make_world, stream_persons
from demo.directorate.rows import COLUMNS, Rows

HERE = Path(__file__).parent
READER = "sisada_baca"
PUBLICATION = "sisada"
PUBLISHED = (*COLUMNS, "denyut")
FACES = 300
BATCH = 2_000  # persons written at once
Progress = Callable[[str, int, int], None]  # step (`faces`, `persons`, `indexes`, `publication`), how many are done, of how many


class AlreadyBuiltError(Exception):
    """The database holds a Directorate already; nothing was changed."""


def build(connection_url: str, *, persons: int, seed: int, today: date, reader_password: str, progress: Progress) -> None:  # noqa: PLR0913 — a build's whole description
    """Fills an empty database with `persons` foreigners and the cast, as of `today` in the office's zone.

    `connection_url` is an administrator's. All in one transaction: a build that was cut off leaves nothing.
    Raises: AlreadyBuiltError when the database was filled before; psycopg.Error when it cannot be written.
    """
    with psycopg.connect(connection_url) as connection:
        if is_built(connection):
            raise AlreadyBuiltError(
                f"The Directorate's database {connection.info.dbname} is filled already; throw it away to build it anew."
            )
        _run(connection, "schema.sql")
        _run(connection, "demo_info.sql")
        world = _make_world(persons, seed=seed, today=today, progress=progress)
        _fill(connection, world, persons=persons, progress=progress)
        progress("indexes", 0, 1)
        _run(connection, "indexes.sql")
        connection.execute("insert into demo_info (seed, persons, today) values (%s, %s, %s)", (seed, persons, today))
        progress("indexes", 1, 1)
        _open_to_reader(connection, reader_password)
        progress("publication", 1, 1)
    with psycopg.connect(connection_url, autocommit=True) as connection:
        connection.execute("analyze")


def is_built(connection: Connection) -> bool:
    row = connection.execute("select to_regclass('public.demo_info') is not null").fetchone()
    return bool(row and row[0])


def _run(connection: Connection, name: str) -> None:
    connection.execute((HERE / name).read_bytes())


def _make_world(count: int, *, seed: int, today: date, progress: Progress) -> World:
    progress("faces", 0, FACES)
    drawn = faces.draw_faces(FACES, seed=seed)
    progress("faces", FACES, FACES)
    return make_world(seed, persons=count, today=today, area=places.read_area(), faces=drawn)


def _fill(connection: Connection, world: World, *, persons: int, progress: Progress) -> None:
    with connection.cursor() as cursor:
        copy_batch(cursor, [Rows(penjamin=list(world.sponsors.rows)), *cast_rows(world)])
        cursor.execute("insert into denyut default values")
        stream = stream_persons(world, persons=persons)
        for done in range(0, persons, BATCH):
            progress("persons", done, persons)
            copy_batch(cursor, islice(stream, BATCH))
        progress("persons", persons, persons)


def _open_to_reader(connection: Connection, password: str) -> None:
    """The link's role: it may read the published tables and follow their changes, nothing else."""
    role = sql.Identifier(READER)
    known = connection.execute("select 1 from pg_roles where rolname = %s", (READER,)).fetchone()
    verb = sql.SQL("alter role" if known else "create role")
    connection.execute(sql.SQL("{} {} login replication password {}").format(verb, role, sql.Literal(password)))
    tables = sql.SQL(", ").join(map(sql.Identifier, PUBLISHED))
    connection.execute(sql.SQL("grant usage on schema public to {}").format(role))
    connection.execute(sql.SQL("grant select on {} to {}").format(tables, role))
    connection.execute(sql.SQL("create publication {} for table {}").format(sql.Identifier(PUBLICATION), tables))
