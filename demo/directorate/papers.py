"""Passports and names over time: one person may have several of both, and all stay searchable."""

from datetime import date, timedelta
from random import Random

from demo.directorate import naming, nations, numbers
from demo.directorate.dossier import Dossier
from demo.directorate.naming import Name
from demo.directorate.nations import Nation
from demo.directorate.purposes import years_before

_ALIASES = ("ALEX", "DANI", "JESSY", "KEVIN", "LUNA", "MICHAEL", "RIA", "STEVEN", "TINA", "YONO")


def number(file: Dossier, nation: Nation) -> str:
    return numbers.passport(file.random, file.person_id, copy=len(file.rows.paspor), shapes=nation.passports)


def passport(file: Dossier, nation: Nation, *, kind: str = "kebangsaan") -> None:
    """One valid document of ten years, issued before the person came in, or since where that one would be spent by now."""
    issued = _before_entry(file, years=7)
    if _ten_years(issued) < file.today + timedelta(days=400):
        issued = file.today - file.days(150, 2000)
    file.passport(number(file, nation), nation.code, kind=kind, issued=issued, expires=_ten_years(issued))


def replaced_passport(file: Dossier, nation: Nation) -> None:
    """A new passport during the stay: the permit was printed on the old one."""
    changed = file.today - file.days(5, 300)
    file.passport(number(file, nation), nation.code, issued=_ten_years(changed, -1), expires=changed + file.days(10, 200), state="diganti")
    file.passport(number(file, nation), nation.code, issued=changed, expires=_ten_years(changed))


def missing_passport(file: Dossier, nation: Nation) -> None:
    passport(file, nation)
    file.rows.paspor[-1] = file.rows.paspor[-1]._replace(keadaan=file.random.choice(("hilang", "ditahan")))


def two_passports(file: Dossier, nation: Nation) -> None:
    """Two states at once."""
    passport(file, nation)
    other = nations.draw(file.random, "any")
    while other.code == nation.code:
        other = nations.draw(file.random, "any")
    passport(file, other)


def short_passport(file: Dossier, nation: Nation) -> None:
    """Ends before the permit does, where the permit runs long enough for that."""
    passport(file, nation)
    ends = file.today + file.days(3, 28)
    file.rows.paspor[-1] = file.rows.paspor[-1]._replace(tgl_terbit=_ten_years(ends, -1), tgl_habis=ends)


def affidavit_passports(file: Dossier, nation: Nation) -> None:
    """A child of two nations holds the foreign passport and may hold an Indonesian one."""
    issued = file.rows.izin_tinggal[0].berlaku_dari
    file.passport(number(file, nation), nation.code, issued=issued, expires=file.today + file.days(100, 1700))
    if file.random.random() < 0.5:
        serial = numbers.passport(file.random, file.person_id, copy=len(file.rows.paspor), shapes=("X#######",))
        file.passport(serial, "IDN", issued=issued, expires=file.today + file.days(100, 1700))


def refugee_papers(file: Dossier, nation: Nation) -> None:
    """A travel document in few hands; most have none."""
    if file.random.random() < 0.35:
        passport(file, nation, kind="perjalanan")


def only_name(file: Dossier, name: Name) -> None:
    file.name(*name, since=_name_since(file))


def renamed(file: Dossier, name: Name, nation: Nation, *, sex: str) -> None:
    """Married, corrected or romanised anew: the older name keeps its dates."""
    changed = file.today - file.days(10, 900)
    other = naming.draw(file.random, nation, sex=sex)
    earlier = Name(other.primary, name.secondary) if name.secondary else other
    file.name(*name, since=changed)
    file.name(*earlier, kind="lama", since=years_before(changed, 8), until=changed - timedelta(days=1))


def also_called(file: Dossier, name: Name) -> None:
    only_name(file, name)
    file.name(file.random.choice(_ALIASES), None, kind="alias", since=None)


def _name_since(file: Dossier) -> date | None:
    return file.rows.paspor[0].tgl_terbit if file.rows.paspor else None


def _before_entry(file: Dossier, *, years: int) -> date:
    entered = file.rows.izin_tinggal[0].berlaku_dari if file.rows.izin_tinggal else file.today - timedelta(days=400)
    return min(entered, file.today) - file.days(20, years * 300)


def _ten_years(day: date, direction: int = 1) -> date:
    return years_before(day, -10 * direction) - timedelta(days=direction)


def birth_date(random: Random, today: date, *, first_age: int, last_age: int) -> date:
    """Most foreigners who work are between thirty and fifty."""
    age_d = int((first_age + (last_age - first_age) * (random.random() + random.random()) / 2) * 365.25)
    return today - timedelta(days=age_d + random.randint(1, 300))
