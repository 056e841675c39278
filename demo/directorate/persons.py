"""The synthetic foreigners: person after person, each from seed and index alone, so that any number streams in little memory.

Nobody here exists. The case of a stay and one trait of the papers are dealt out in fixed shares (cases.py, below);
the rest is drawn. `today` is the day the whole Directorate is drawn for.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from demo.directorate import cases, naming, nations, numbers, papers, places, purposes, sponsors
from demo.directorate.cases import Case
from demo.directorate.dossier import Dossier
from demo.directorate.naming import Name
from demo.directorate.nations import Nation
from demo.directorate.places import Area
from demo.directorate.purposes import Purpose
from demo.directorate.rows import Foto, Orang, Rows
from demo.directorate.sponsors import Sponsors

# one trait each, dealt out of 199 (a prime, so that every trait meets every case as the index runs)
TRAITS = {
    "unknown-birth-day": 4,
    "two-passports": 3,
    "replaced-passport": 16,
    "missing-passport": 2,
    "passport-ends-first": 6,
    "renamed": 7,
    "alias": 4,
    "namesake": 2,
    "child": 14,
    "former-citizen": 2,
    "sponsor-changed": 6,
    "moved-here": 5,
    "moved": 10,
    "watched": 1,
    "none": 117,
}
_DEALT = tuple(trait for trait, share in TRAITS.items() for _ in range(share))
_PAPERS: dict[str, Callable[[Dossier, Nation], None]] = {
    "two-passports": papers.two_passports,
    "replaced-passport": papers.replaced_passport,
    "missing-passport": papers.missing_passport,
    "passport-ends-first": papers.short_passport,
}
_INSTRUCTIONS = (
    "Hubungi Seksi Inteldakim sebelum melanjutkan.",
    "Minta keterangan tentang alamat tinggal, lalu laporkan kepada atasan.",
    "Jangan menahan; catat tempat dan waktu, hubungi piket.",
)


@dataclass(frozen=True, slots=True)
class World:
    """What all persons of one Directorate share. `faces` may be empty: then nobody has a photo."""

    seed: int
    today: date
    area: Area
    sponsors: Sponsors
    faces: tuple[bytes, ...] = ()


def make_world(seed: int, *, persons: int, today: date, area: Area, faces: tuple[bytes, ...] = ()) -> World:
    return World(seed, today, area, sponsors.make_sponsors(Random(seed), area, persons=persons), faces)


def stream_persons(world: World, *, persons: int) -> Iterator[Rows]:
    for index in range(persons):
        yield person(world, index)


def trait_of(index: int, *, seed: int) -> str:
    return _DEALT[(index * 37 + seed) % len(_DEALT)]


def person(world: World, index: int) -> Rows:
    """The person at `index`, from 0. Two `namesake`s in a row of 199 share name, sex, nationality and birth date, and nothing else."""
    case, trait = cases.deal(index, seed=world.seed), trait_of(index, seed=world.seed)
    return _file(world, index, case, trait=trait if _mixes(case, trait) else "none")


def _mixes(case: Case, trait: str) -> bool:
    if case.name in {"dead", "naturalised"}:
        return trait != "child"
    return case.category == "biasa" and case.name != "newborn"


def newcomer(world: World, index: int) -> Rows:
    """The person at `index` as one who enters today."""
    return _file(world, index, cases.NEWCOMER, trait="none")


def _file(world: World, index: int, case: Case, *, trait: str) -> Rows:
    random = Random(world.seed * 1_000_003 + index)
    office = places.THIS_OFFICE if trait == "moved-here" else places.draw_office(random)
    file = Dossier(numbers.FIRST_PERSON_ID + index, office=office, random=random, today=world.today)
    who = _Identity.draw(Random(f"{world.seed}/{index // len(_DEALT)}") if trait == "namesake" else random, case, trait, world.today)
    purpose = _purpose(random, who.nation, trait)
    case.story(file, purpose)
    _papers(file, who, case, trait=trait)
    until = _closed_on(file)
    _sponsor(file, purpose, world, case=case, trait=trait, until=until)
    _address(file, world, trait=trait, until=until)
    _person(file, who, case, trait=trait)
    if trait == "watched":
        since = world.today - file.days(5, 150)
        kind = random.choice(("pencegahan", "penangkalan"))
        file.watch(kind, random.choice(_INSTRUCTIONS), since=since, until=since + timedelta(days=180))
    if world.faces and random.random() < 0.6:
        file.rows.foto.append(Foto(file.person_id, _face(world, who.sex, random), world.today - file.days(20, 900)))
    return file.rows


def _purpose(random: Random, nation: Nation, trait: str) -> Purpose:
    if trait == "child":
        return random.choice((purposes.FAMILY, purposes.DEPENDANT))
    return purposes.FORMER_CITIZEN if trait == "former-citizen" else purposes.draw(random, entry=nation.entry)


@dataclass(frozen=True, slots=True)
class _Identity:
    nation: Nation
    sex: str
    name: Name
    born: date

    @classmethod
    def draw(cls, random: Random, case: Case, trait: str, today: date) -> "_Identity":
        nation = nations.draw(random, "namesake" if trait == "namesake" else case.pool)
        sex = "P" if random.random() < nation.female else "L"
        name = naming.former_citizen(random, sex=sex) if trait == "former-citizen" else naming.draw(random, nation, sex=sex)
        first_age, last_age = (1, 17) if trait == "child" else (19, 74)
        return cls(nation, sex, name, papers.birth_date(random, today, first_age=first_age, last_age=last_age))


def _papers(file: Dossier, who: _Identity, case: Case, *, trait: str) -> None:
    if case.category == "afidavit":
        papers.affidavit_passports(file, who.nation)
    elif case.name == "newborn":
        pass  # some sixty days may go by until a child born here has a passport
    elif case.category == "pengungsi":
        papers.refugee_papers(file, who.nation)
    elif case.category == "diplomatik":
        papers.passport(file, who.nation, kind="dinas" if case.name == "official" else "diplomatik")
    else:
        _PAPERS.get(trait, papers.passport)(file, who.nation)
    if trait == "renamed":
        papers.renamed(file, who.name, who.nation, sex=who.sex)
    elif trait == "alias":
        papers.also_called(file, who.name)
    else:
        papers.only_name(file, who.name)


def _sponsor(file: Dossier, purpose: Purpose, world: World, *, case: Case, trait: str, until: date | None) -> None:
    """Who has stayed on several permits may have had another sponsor before; who came as a refugee or tourist has none."""
    kind = {"biasa": purpose.sponsor, "diplomatik": "mission", "afidavit": "relative", "pengungsi": "none"}[case.category]
    since = _arrived(file)
    if trait == "sponsor-changed" and _stayed(file, since, until):
        changed = since + ((until or world.today) - since) // 2
        file.guarantee(world.sponsors.firm(file.random), role="penjamin", since=since, until=changed - timedelta(days=1))
        since = changed
    if kind == "relative":
        parent = sponsors.relative(file.random, number=file.row_id(0), code=None)
        file.rows.penjamin.append(parent)
        file.guarantee(parent.id_penjamin, role="penanggung-jawab", since=since, until=until)
    elif kind != "none":
        file.guarantee(_of_pool(world.sponsors, kind, file.random), role="penjamin", since=since, until=until)


def _of_pool(pool: Sponsors, kind: str, random: Random) -> int:
    if kind == "firm":
        return pool.firm(random)
    return random.choice({"agent": pool.agents, "school": pool.schools, "mission": pool.missions}[kind])


def _arrived(file: Dossier) -> date:
    first = [row.waktu.date() for row in file.rows.perlintasan[:1]] + [row.berlaku_dari for row in file.rows.izin_tinggal[:1]]
    return min(first, default=file.today - timedelta(days=2))


def _stayed(file: Dossier, since: date, until: date | None) -> bool:
    """Long enough for something to have changed meanwhile."""
    return ((until or file.today) - since).days > 10


def _closed_on(file: Dossier) -> date | None:
    """The day on which guarantee and address ended with the stay. None for who stays, and for a third of those who left (never closed)."""
    last = file.rows.izin_tinggal[-1] if file.rows.izin_tinggal else None
    if last is None or last.berakhir_karena not in {"keluar", "meninggal", "naturalisasi"} or file.random.random() < 0.33:
        return None
    return last.berakhir_pada


def _address(file: Dossier, world: World, *, trait: str, until: date | None) -> None:
    since = _arrived(file)
    if trait in {"moved", "moved-here"} and _stayed(file, since, until):
        before = file.random.choice(tuple(places.OTHER_OFFICES)) if trait == "moved-here" else file.office
        moved = since + ((until or world.today) - since) * 2 // 3
        file.address(places.draw(file.random, world.area, office=before), since=since, until=moved - timedelta(days=1))
        since = moved
    file.address(places.draw(file.random, world.area, office=file.office), since=since, until=until)


def _person(file: Dossier, who: _Identity, case: Case, *, trait: str) -> None:
    born, state = _born(file, who.born), {"dead": "meninggal", "naturalised": "naturalisasi"}.get(case.name, "hidup")
    if case.category == "afidavit":
        born = file.rows.izin_tinggal[0].berlaku_dari - file.days(10, 60)
    elif case.name == "newborn":
        born = file.today - file.days(4, 60)
    ended = file.rows.izin_tinggal[-1].berakhir_pada if state != "hidup" else None
    known = trait != "unknown-birth-day"
    year_known = known or file.random.random() < 0.8
    file.rows.orang.append(
        Orang(
            id_orang=file.person_id,
            niora=numbers.niora(file.person_id),
            jenis_kelamin="X" if file.random.random() < 0.001 else who.sex,
            tgl_lahir=born if known else None,
            tahun_lahir=born.year if year_known else None,
            tempat_lahir=file.random.choice(who.nation.cities) if file.random.random() < 0.95 else None,
            kewarganegaraan=who.nation.code,
            golongan=case.category,
            keadaan=state,
            keadaan_sejak=ended,
            kode_kantor=file.office,
        )
    )


def _born(file: Dossier, drawn: date) -> date:
    """Before the first paper: a small child may have come with the parents, but not before its birth."""
    papers_since = [row.tgl_terbit for row in file.rows.paspor] + [row.berlaku_dari for row in file.rows.izin_tinggal]
    if not papers_since:
        return drawn
    first = min(papers_since)
    return drawn if drawn < first else first - file.days(30, 300)


def _face(world: World, sex: str, random: Random) -> bytes:
    """Faces at even places of the pool are drawn for women, at odd places for men."""
    place = random.randrange(len(world.faces) // 2) * 2
    return world.faces[place if sex == "P" else place + 1]
