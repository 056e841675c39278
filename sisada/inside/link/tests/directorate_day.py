"""A day at the Directorate for the link's tests: a few persons, then seeded transactions of every kind, and whom each one concerns."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from psycopg import Connection

from sisada.inside.link.mapping import HEARTBEAT, PERSONS, PUBLICATION, TABLES
from sisada.inside.link.mirrored_table import Table

SCHEMA = Path(__file__).parents[4] / "demo" / "directorate" / "schema.sql"
PERSON_COUNT = 60

SEED = """
insert into orang (id_orang, niora, jenis_kelamin, tgl_lahir, kewarganegaraan, kode_kantor)
    select i, 'UTO' || i, (array['L', 'P', 'X', null])[1 + i %% 4], date '1980-01-01' + i, 'UTO', 'JKS' from generate_series(1, %(n)s) as i;
insert into nama (id_nama, id_orang, nama_utama, nama_lain, jenis)
    select i, i, 'Eriksson', E'Anna\\tMaria \\\\' || i, 'paspor' from generate_series(1, %(n)s) as i;
insert into foto (id_orang, gambar)
    select i, decode(string_agg(md5(i || 'x' || j), ''), 'hex')
    from generate_series(1, %(n)s) as i, generate_series(1, 300) as j group by i;
insert into paspor (id_paspor, id_orang, nomor, negara_penerbit, kewarganegaraan)
    select i, i, 'L89890' || i, 'UTO', 'UTO' from generate_series(1, %(n)s) as i;
insert into izin_tinggal (id_izin, id_orang, nomor, jenis, berlaku_dari, kode_kantor)
    select i, i, '2C21-' || i, 'ITAS', '2026-01-01', 'JKS' from generate_series(1, %(n)s) as i;
insert into alamat (id_alamat, id_orang, jalan, berlaku_dari) select i, i, 'Jalan ' || i, '2026-01-01' from generate_series(1, %(n)s) as i;
insert into penjamin (id_penjamin, jenis, nama) select i, 'badan', 'PT Contoh' from generate_series(1, 5) as i;
insert into penjaminan (id_penjaminan, id_orang, id_penjamin, peran, berlaku_dari)
    select i, i, 1 + i %% 5, 'penjamin', '2026-01-01' from generate_series(1, %(n)s) as i;
insert into denyut default values;
"""


def build(connection: Connection, persons: int = PERSON_COUNT) -> None:
    """Tables, the publication and a few persons, in an empty database."""
    connection.execute(SCHEMA.read_bytes())
    if not connection.execute("select from pg_publication where pubname = %s", [PUBLICATION]).fetchone():
        connection.execute(f"create publication {PUBLICATION} for table {', '.join([HEARTBEAT, *(table.theirs for table in TABLES)])}")
    connection.execute(psycopg.ClientCursor(connection).mogrify(SEED, {"n": persons}).encode())


@dataclass
class Day:
    """Transactions one after another, each seeded. `concerned` holds, for each that was committed, the persons' keys, oldest first."""

    connection: Connection
    seed: int
    concerned: list[frozenset[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)  # noqa: S311 - seeded on purpose
        self.next_key = 1_000_000 * (1 + self.seed)

    def transaction(self) -> None:
        persons: set[int] = set()
        with self.connection.transaction():
            for _ in range(self.chance.choice((1, 1, 1, 2, 4))):
                persons |= self.chance.choice(DEEDS)(self)
        if persons:
            self.concerned.append(frozenset(persons))

    def new_key(self) -> int:
        self.next_key += 1
        return self.next_key

    def person(self) -> int:
        return self.chance.randint(1, PERSON_COUNT)

    def run(self, statement: str, *values: object) -> set[int]:
        """Persons' keys that the statement returns: whom it concerned, before and after."""
        return {key for row in self.connection.execute(statement, values) for key in row if key is not None}


def _arrives(day: Day) -> set[int]:
    return day.run(
        "insert into perlintasan (id_perlintasan, id_orang, arah, waktu, tpi) values (%s, %s, 'masuk', now(), 'CGK') returning id_orang",
        day.new_key(),
        day.person(),
    )


def _is_corrected(day: Day) -> set[int]:
    return day.run(
        "update orang set tempat_lahir = %s, niora = niora || 'x', versi = versi + 1 where id_orang = %s returning id_orang",
        f"Utopia\n{day.new_key()}",
        day.person(),
    )


def _name_moves_to_another(day: Day) -> set[int]:
    return day.run(
        "update nama set id_orang = %s, nama_lain = %s, versi = versi + 1 where id_nama = %s returning old.id_orang, new.id_orang",
        day.person(),
        f"Maria {day.new_key()}",
        day.person(),
    )


def _photo_gets_a_date(day: Day) -> set[int]:
    return day.run("update foto set diambil_pada = now(), versi = versi + 1 where id_orang = %s returning id_orang", day.person())


def _permit_is_replaced(day: Day) -> set[int]:
    """Deleted and written anew with the same key and its first version."""
    key = day.person()
    gone = day.run("delete from izin_tinggal where id_izin = %s returning id_orang", key)
    new = "insert into izin_tinggal (id_izin, id_orang, nomor, jenis, berlaku_dari, kode_kantor)"
    return gone | day.run(
        f"{new} values (%s, %s, %s, 'AFIDAVIT', now(), 'JKS') returning id_orang", key, day.person(), f"2C21-{day.new_key()}"
    )


def _address_gets_another_key(day: Day) -> set[int]:
    return day.run(
        "update alamat set id_alamat = %s, versi = versi + 1 where id_alamat = (select min(id_alamat) from alamat) returning id_orang",
        day.new_key(),
    )


def _passport_is_withdrawn(day: Day) -> set[int]:
    return day.run("delete from paspor where id_paspor = %s returning id_orang", day.person())


def _person_goes_and_comes(day: Day) -> set[int]:
    key = day.person()
    gone = day.run("delete from orang where id_orang = %s returning id_orang", key)
    new = "insert into orang (id_orang, niora, kewarganegaraan, kode_kantor) values (%s, %s, 'UTO', 'JKS') returning id_orang"
    return gone | (day.run(new, key, f"UTO-{day.new_key()}") if day.chance.random() < 0.8 or not gone else set())


def _thinks_better_of_it(day: Day) -> set[int]:
    with day.connection.transaction(force_rollback=True):
        _is_corrected(day)
    return set()


def _heart_beats(day: Day) -> set[int]:
    day.connection.execute("update denyut set waktu = now()")
    return set()


DEEDS: tuple[Callable[[Day], set[int]], ...] = (
    _arrives,
    _is_corrected,
    _name_moves_to_another,
    _photo_gets_a_date,
    _permit_is_replaced,
    _address_gets_another_key,
    _passport_is_withdrawn,
    _person_goes_and_comes,
    _thinks_better_of_it,
    _heart_beats,
)


def person_id(key: int) -> str:
    return PERSONS.row_id(str(key))


def tables_of(names: tuple[str, ...]) -> tuple[Table, ...]:
    return tuple(table for table in TABLES if table.theirs in names)
