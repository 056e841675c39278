"""Where people stay: invented towers and streets in real kelurahan, and a few addresses that nobody could place.

Area codes come from the office's own list (`sisada/areas/data/wilayah-31.74.csv`); buildings are invented (buildings.csv).
"""

import csv
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import NamedTuple

from demo.directorate.nations import HERE

AREAS_FILE = HERE.parents[1] / "sisada" / "areas" / "data" / "wilayah-31.74.csv"
THIS_OFFICE = "JAKSEL"
# other offices and the Kemendagri code of a city in their area; the kelurahan below it are numbered, not looked up
OTHER_OFFICES = {
    "JAKPUS": "31.71",
    "JAKBAR": "31.73",
    "JAKUT": "31.72",
    "JAKTIM": "31.75",
    "BOGOR": "32.71",
    "TANGERANG": "36.71",
    "BEKASI": "32.75",
    "BANDUNG": "32.73",
    "DENPASAR": "51.71",
    "NGURAHRAI": "51.03",
    "SURABAYA": "35.78",
    "BATAM": "21.71",
}
_STREETS = (
    "Melati",
    "Kenanga",
    "Cempaka",
    "Anggrek",
    "Flamboyan",
    "Merpati",
    "Kutilang",
    "Rajawali",
    "Cendana",
    "Meranti",
    "Bambu",
    "Kelapa",
    "Pelita",
    "Purnama",
    "Lembah",
    "Sawah",
    "Telaga",
)
_NUMERALS = ("", "", " I", " II", " III", " IV", " V")
_UNPLACED = (
    "d/a kantor penjamin, alamat tempat tinggal menyusul",
    "Apartemen dekat stasiun, Jakarta Selatan",
    "Jl. Contoh Raya Gg. Buntu RT 03 (kelurahan tidak disebut)",
    "Rumah kos Ibu S., Jaksel",
    "Hotel (nama tidak terbaca), Jakarta",
)


class Place(NamedTuple):
    """The columns of `alamat` that say where, in their order."""

    jalan: str | None = None
    gedung: str | None = None
    menara: str | None = None
    lantai: str | None = None
    unit: str | None = None
    rt: str | None = None
    rw: str | None = None
    kode_kelurahan: str | None = None
    keterangan: str | None = None


@dataclass(frozen=True, slots=True)
class Building:
    code: str
    name: str
    towers: tuple[str, ...]
    floors: int


@dataclass(frozen=True, slots=True)
class Area:
    """The 65 kelurahan of the city by name, and the buildings that stand in them with their summed weights."""

    kelurahan: tuple[str, ...]
    codes: dict[str, str]
    buildings: tuple[Building, ...]
    summed: tuple[int, ...]


@cache
def read_area(areas_file: Path = AREAS_FILE) -> Area:
    """Raises: FileNotFoundError without the office's list of areas; KeyError when a building names a kelurahan that is not in it."""
    with areas_file.open(encoding="utf-8") as lines:
        codes = {row["name"]: row["code"] for row in csv.DictReader(lines) if row["level"] == "kelurahan"}
    with (HERE / "buildings.csv").open(encoding="utf-8") as lines:
        found = list(csv.DictReader(lines))
    buildings = tuple(
        Building(code=codes[row["kelurahan"]], name=row["building"], towers=tuple(row["towers"].split("|")), floors=int(row["floors"]))
        for row in found
    )
    return Area(tuple(codes.values()), codes, buildings, tuple(accumulate(int(row["weight"]) for row in found)))


def draw_office(random: Random) -> str:
    return THIS_OFFICE if random.random() < 0.55 else random.choice(tuple(OTHER_OFFICES))


def draw(random: Random, area: Area, *, office: str) -> Place:
    """One place of stay in the area of `office`. In this office about half live in towers and 2 % cannot be placed."""
    if office != THIS_OFFICE:
        return _house(random, f"{OTHER_OFFICES[office]}.{random.randint(1, 5):02d}.{1000 + random.randint(1, 5)}")
    chance = random.random()
    if chance < 0.02:
        return Place(keterangan=random.choice(_UNPLACED))
    if chance < 0.52:
        return _flat(random, random.choices(area.buildings, cum_weights=area.summed)[0])
    return _house(random, random.choice(area.kelurahan))


def _flat(random: Random, building: Building) -> Place:
    tower, floor = random.choice(building.towers), str(random.randint(2, building.floors))
    unit = f"{random.choice('ABCDEFGH')}{random.randint(1, 24):02d}"
    return Place(
        gedung=building.name,
        menara=tower,
        lantai=floor,
        unit=unit,
        rt=f"{random.randint(1, 12):03d}" if random.random() < 0.5 else None,
        rw=f"{random.randint(1, 9):03d}",
        kode_kelurahan=building.code,
        keterangan=f"{building.name} {tower} lt. {floor} unit {unit}",
    )


def _house(random: Random, code: str) -> Place:
    street = f"Jalan {random.choice(_STREETS)} Contoh{random.choice(_NUMERALS)} No. {random.randint(1, 98)}"
    rt, rw = f"{random.randint(1, 15):03d}", f"{random.randint(1, 12):03d}"
    return Place(jalan=street, rt=rt, rw=rw, kode_kelurahan=code, keterangan=f"{street} RT {rt}/RW {rw}")
