"""Makes the synthetic Directorate in an empty database: tables, persons, the reader's role, the publication."""

from collections.abc import Callable
from datetime import date, datetime
from itertools import islice
from pathlib import Path

import psycopg
from psycopg import Connection, sql

from demo.directorate.cast import cast_rows
from demo.directorate.copying import copy_batch
from demo.directorate.dossier import WIB
from demo.directorate.faces import draw_faces
from demo.directorate.persons import World, make_world, stream_persons
from demo.directorate.places import read_area
from demo.directorate.rows import COLUMNS, Rows

HERE = Path(__file__).parent
READER = "sisada_baca"
PUBLICATION = "sisada"
PUBLISHED = (*COLUMNS, "denyut")
FACES = 300  # the same for every seed, so that the cast keeps its faces
BATCH = 2_000  # persons written at once
SEED = 9303
STEP = 10_000  # persons between two words of progress
Progress = Callable[[str], None]  # told in words, Indonesian / English, when a long step begins or goes on


class AlreadyBuiltError(Exception):
    """The database holds a Directorate already; nothing was changed."""


def build_once(connection_url: str, *, persons: int, reader_password: str, progress: Progress) -> None:
    """Builds the demo's Directorate as of today in Jakarta, or leaves the one that is there. Raises: psycopg.Error."""
    with psycopg.connect(connection_url) as connection:
        held = _persons_held(connection)
    if held is None:
        today = datetime.now(WIB).date()
        build(connection_url, persons=persons, seed=SEED, today=today, reader_password=reader_password, progress=progress)
    elif held != persons:
        progress(
            f"sudah ada dengan {held} orang, tetap dipakai / kept with its {held} persons; make demo: mulai dari awal / builds it anew"
        )


def build(connection_url: str, *, persons: int, seed: int, today: date, reader_password: str, progress: Progress) -> None:
    """Fills an empty database with `persons` foreigners and the cast, as of `today` in the office's zone.

    `connection_url` is an administrator's. All in one transaction: a build that was cut off leaves nothing.
    Raises: AlreadyBuiltError when the database was filled before; psycopg.Error when it cannot be written.
    """
    with psycopg.connect(connection_url) as connection:
        if _persons_held(connection) is not None:
            raise AlreadyBuiltError(
                f"The Directorate's database {connection.info.dbname} is filled already; throw it away to build it anew."
            )
        _run(connection, "schema.sql")
        _run(connection, "demo_info.sql")
        progress("wajah digambar / drawing faces")
        drawn = draw_faces(FACES, seed=SEED)
        world = make_world(seed, persons=persons, today=today, area=read_area(), faces=drawn)
        _fill(connection, world, persons=persons, progress=progress)
        progress("indeks / indexes")
        _run(connection, "indexes.sql")
        connection.execute("insert into demo_info (seed, persons, today) values (%s, %s, %s)", (seed, persons, today))
        _open_to_reader(connection, reader_password)
    with psycopg.connect(connection_url, autocommit=True) as connection:
        connection.execute("analyze")


def _persons_held(connection: Connection) -> int | None:
    """For how many persons this database was built; None when it was not."""
    known = connection.execute("select to_regclass('public.demo_info') is not null").fetchone()
    if not known or not known[0]:
        return None
    row = connection.execute("select persons from demo_info").fetchone()
    return int(row[0]) if row else None


def _run(connection: Connection, name: str) -> None:
    connection.execute((HERE / name).read_bytes())


def _fill(connection: Connection, world: World, *, persons: int, progress: Progress) -> None:
    with connection.cursor() as cursor:
        copy_batch(cursor, [Rows(penjamin=list(world.sponsors.rows)), *cast_rows(world)])
        cursor.execute("insert into denyut default values")
        stream = stream_persons(world, persons=persons)
        for done in range(0, persons, BATCH):
            if done % STEP == 0:
                progress(f"orang / persons: {done} dari / of {persons}")
            copy_batch(cursor, islice(stream, BATCH))


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
