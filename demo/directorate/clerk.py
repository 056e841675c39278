"""The clerk's hand: reads one person's snapshot, writes one act as one transaction, as a real counter does."""

from datetime import datetime
from random import Random
from typing import NamedTuple, TypeVar, cast

from psycopg import Connection, sql
from psycopg.rows import class_row, scalar_row

from demo.directorate import numbers
from demo.directorate.acts import Act, Change, next_act
from demo.directorate.dossier import WIB
from demo.directorate.faces import draw_faces
from demo.directorate.persons import make_world, newcomer
from demo.directorate.places import read_area
from demo.directorate.possible import Snapshot
from demo.directorate.rows import COLUMNS, Alamat, IzinTinggal, Nama, Orang, Paspor, Perlintasan, Permohonan

Row = TypeVar("Row")
TRIES = 30  # files opened in search of one in which something is due
NEWCOMERS = 0.1  # their share of the day's acts


class DemoInfo(NamedTuple):
    seed: int
    persons: int
    acts: int


def next_number(connection: Connection) -> DemoInfo:
    """Counts one act more, and holds the count against any other clerk until the transaction ends."""
    with connection.cursor(row_factory=class_row(DemoInfo)) as cursor:
        info = cursor.execute("update demo_info set acts = acts + 1 returning seed, persons, acts").fetchone()
    if info is None:
        raise LookupError("This Directorate was never built.")
    return info


def do_next(connection: Connection) -> str:
    """The next act of the day, drawn from the seed and the number of acts before it. Returns what it was, in one word."""
    with connection.transaction():
        info = next_number(connection)
        random = Random(f"{info.seed}/act/{info.acts}")
        if random.random() < NEWCOMERS:
            return _let_in(connection, info)
        last_id = _last_id(connection)
        for _ in range(TRIES):
            snapshot = read_snapshot(connection, random.randint(numbers.FIRST_PERSON_ID, last_id))
            act = next_act(random, snapshot) if snapshot else None
            if act:
                write(connection, act)
                return act.what
        return "rest"


def read_snapshot(connection: Connection, person_id: int) -> Snapshot | None:
    """None when nobody has this id."""
    found = _select(connection, Orang, "orang", person_id)
    if not found:
        return None
    names = [name for name in _select(connection, Nama, "nama", person_id) if name.jenis == "paspor"]
    addresses = [row for row in _select(connection, Alamat, "alamat", person_id) if row.berlaku_sampai is None]
    waiting = [row for row in _select(connection, Permohonan, "permohonan", person_id) if row.keadaan == "diajukan"]
    crossings = _select(connection, Perlintasan, "perlintasan", person_id)
    now = _now(connection)
    return Snapshot(
        now=now,
        today=now.astimezone(WIB).date(),
        area=read_area(),
        person=found[0],
        permits=tuple(_select(connection, IzinTinggal, "izin_tinggal", person_id)),
        passports=tuple(_select(connection, Paspor, "paspor", person_id)),
        name=names[-1] if names else None,
        address=addresses[-1] if addresses else None,
        application=next((row for row in waiting if row.jenis == "perpanjangan" and row.id_izin), None),
        crossing=max(crossings, key=lambda row: row.waktu, default=None),
    )


def _select(connection: Connection, row_class: type[Row], table: str, person_id: int) -> list[Row]:
    columns = sql.SQL(", ").join(map(sql.Identifier, COLUMNS[table]))
    statement = sql.SQL("select {} from {} where id_orang = {} order by 1").format(columns, sql.Identifier(table), sql.Literal(person_id))
    with connection.cursor(row_factory=class_row(row_class)) as cursor:
        return cursor.execute(statement).fetchall()


def _now(connection: Connection) -> datetime:
    """The database's clock at the transaction's begin."""
    with connection.cursor(row_factory=scalar_row) as cursor:
        return cast(datetime, cursor.execute("select now()").fetchone())


def write(connection: Connection, act: Act) -> None:
    """All changes of one act, inside the caller's transaction."""
    for change in act.changes:
        if change.key is None:
            _add(connection, change)
        else:
            _alter(connection, change)


def _add(connection: Connection, change: Change) -> None:
    """A new row takes its id from the sequence, unless it brings one (a newcomer's rows do)."""
    values = dict(change.values)
    values.setdefault(COLUMNS[change.table][0], sql.SQL("nextval('nomor_baris')"))
    columns = sql.SQL(", ").join(map(sql.Identifier, values))
    given = sql.SQL(", ").join(sql.Literal(value) if not isinstance(value, sql.Composable) else value for value in values.values())
    connection.execute(sql.SQL("insert into {} ({}) values ({})").format(sql.Identifier(change.table), columns, given))


def _alter(connection: Connection, change: Change) -> None:
    """versi rises by one and diubah_pada says when, as with every change at the Directorate."""
    settings = sql.SQL(", ").join(
        sql.SQL("{} = {}").format(sql.Identifier(name), sql.Literal(value)) for name, value in change.values.items()
    )
    table, key = sql.Identifier(change.table), sql.Identifier(COLUMNS[change.table][0])
    statement = sql.SQL("update {} set {}, versi = versi + 1, diubah_pada = now() where {} = {}")
    connection.execute(statement.format(table, settings, key, sql.Literal(change.key)))


def _last_id(connection: Connection) -> int:
    """The newest person's; the cast's ids lie below everybody else's."""
    with connection.cursor(row_factory=scalar_row) as cursor:
        return cast(int, cursor.execute("select max(id_orang) from orang").fetchone())


def _let_in(connection: Connection, info: DemoInfo) -> str:
    """Somebody new enters the country, with a file of their own."""
    index = _last_id(connection) + 1 - numbers.FIRST_PERSON_ID
    today = _now(connection).astimezone(WIB).date()
    world = make_world(info.seed, persons=info.persons, today=today, area=read_area(), faces=draw_faces(2, seed=index))
    rows = newcomer(world, index)
    for table in COLUMNS:
        for row in getattr(rows, table):
            _add(connection, Change(table, None, row._asdict()))
    return "arrive"
