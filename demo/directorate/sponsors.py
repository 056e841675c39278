"""Who answers for a foreigner: firms, agents, schools, missions as one pool; spouses and parents each for one person.

E-mail addresses are under `.example` alone, which no mail server may ever answer for (RFC 2606). Some have none at all.
"""

from dataclasses import dataclass
from random import Random

from demo.directorate import naming
from demo.directorate.places import Area
from demo.directorate.rows import Penjamin

PT_CONTOH = Penjamin(
    1,
    "badan",
    "PT Contoh",
    "sdm@pt-contoh.example",
    "direksi@pt-contoh.example",
    "+62 21 5550 0001",
    "Jalan Contoh Raya No. 1",
    None,
)
GIANT_STAFF = 400  # one firm has about so many people, and mails to it must be grouped
_GIANT = 2
_FIRST = (
    "Anugerah",
    "Bahtera",
    "Cakra",
    "Dharma",
    "Eka",
    "Fajar",
    "Gempita",
    "Harapan",
    "Indo",
    "Jaya",
    "Karya",
    "Lintas",
    "Mitra",
    "Nusa",
    "Prima",
    "Rajawali",
    "Sinar",
    "Tirta",
    "Utama",
    "Wira",
)
_SECOND = (
    "Abadi",
    "Baja",
    "Energi",
    "Digital",
    "Elektronik",
    "Farma",
    "Global",
    "Gemilang",
    "Industri",
    "Kimia",
    "Logistik",
    "Makmur",
    "Mandiri",
    "Niaga",
    "Otomotif",
    "Pangan",
    "Sentosa",
    "Tekstil",
)
_FORMS = ("PT", "PT", "PT", "PT", "CV", "Yayasan")
_PLACES = ("Utara", "Selatan", "Timur", "Barat")


@dataclass(frozen=True, slots=True)
class Sponsors:
    """The pool: ids are places in one list, beginning with 1 (PT Contoh)."""

    rows: tuple[Penjamin, ...]
    firms: range
    agents: range
    schools: range
    missions: range
    giant_share: float

    def firm(self, random: Random) -> int:
        """Few firms hold many people: the giant a fixed number, the others by a long tail."""
        if random.random() < self.giant_share:
            return _GIANT
        return self.firms[int(random.random() ** 1.5 * len(self.firms))]


def make_sponsors(random: Random, area: Area, *, persons: int) -> Sponsors:
    """A pool in the size that `persons` foreigners need: a firm for every 30 of them, a school for every 500, agents and missions."""
    firms = range(3, 3 + max(20, persons // 30))
    agents = range(firms.stop, firms.stop + 5 + persons // 5000)
    schools = range(agents.stop, agents.stop + 4 + persons // 500)
    missions = range(schools.stop, schools.stop + 30)
    rows = [PT_CONTOH, _row(random, area, _GIANT, f"PT Raksasa {random.choice(_SECOND)} Contoh")]
    rows += [_row(random, area, number, _firm_name(random, number)) for number in firms]
    rows += [_row(random, area, number, f"Biro Jasa {random.choice(_FIRST)} Izin {number}") for number in agents]
    rows += [_row(random, area, number, f"Sekolah {random.choice(_FIRST)} {random.choice(_PLACES)} {number}") for number in schools]
    rows += [_row(random, area, number, f"Perwakilan Asing Contoh {number - missions.start + 1}", "perwakilan") for number in missions]
    return Sponsors(tuple(rows), firms, agents, schools, missions, min(0.05, GIANT_STAFF / max(persons, 1) / 0.6))


def _firm_name(random: Random, number: int) -> str:
    return f"{random.choice(_FORMS)} {random.choice(_FIRST)} {random.choice(_SECOND)} {number}"


def _row(random: Random, area: Area, number: int, name: str, kind: str = "badan") -> Penjamin:
    domain = f"{'-'.join(name.lower().split())}.example"
    chance = random.random()
    return Penjamin(
        id_penjamin=number,
        jenis=kind,
        nama=name,
        surel=f"hrd@{domain}" if chance < 0.88 else None,
        surel_kedua=f"izin@{domain}" if chance < 0.3 else None,
        telepon=f"+62 21 5550 {number % 10_000:04d}" if chance < 0.95 else None,
        alamat=f"Jalan Contoh Niaga No. {random.randint(1, 200)}",
        kode_kelurahan=random.choice(area.kelurahan),
    )


def relative(random: Random, *, number: int, code: str | None) -> Penjamin:
    """An Indonesian spouse or parent who answers for one person."""
    words = naming.lists("javanese")
    name = f"{random.choice(words.male + words.female)} {random.choice(words.family)}"
    mail = f"{name.lower().replace(' ', '.')}.{number % 100_000}@surat.example" if random.random() < 0.7 else None
    return Penjamin(number, "perorangan", name.title(), mail, None, f"+62 812 5550 {number % 10_000:04d}", None, code)
