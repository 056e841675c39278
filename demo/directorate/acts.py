"""What happens next in the Directorate's day: pure decisions about one person, as rows to add and to alter.

`next_act` picks by chance among what is possible for the person; the functions below it make one kind of act each.
Nothing here reads a clock or a database: clerk.py gives the snapshot and writes the act.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from demo.directorate import naming, nations, numbers, places
from demo.directorate.possible import Snapshot, What, is_possible
from demo.directorate.purposes import year_after
from demo.directorate.rows import IzinTinggal

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Change:
    """A row of `table`: added (`key` None; its id is given at writing), or altered where its primary key is `key`."""

    table: str
    key: int | None
    values: dict[str, object]


@dataclass(frozen=True, slots=True)
class Act:
    what: What
    person_id: int
    changes: tuple[Change, ...]


def next_act(random: Random, snapshot: Snapshot) -> Act | None:
    """One act that is possible for this person, or None where the file is at rest (dead, diplomat, abroad without a permit, …)."""
    possible = [what for what in _WEIGHTS if is_possible(what, snapshot)]
    if not possible:
        return None
    return make(random.choices(possible, [_WEIGHTS[what] for what in possible])[0], random, snapshot)


def make(what: What, random: Random, snapshot: Snapshot) -> Act:
    """The act itself. It must be possible (`is_possible`)."""
    return Act(what, snapshot.person.id_orang, tuple(_MAKERS[what](random, snapshot)))


def _file(_: Random, snapshot: Snapshot) -> list[Change]:
    permit = _permit(snapshot)
    asked = {"id_izin": permit.id_izin, "jenis": "perpanjangan", "diajukan_pada": snapshot.today, "keadaan": "diajukan"}
    return [_added(snapshot, "permohonan", **asked)]


def _decide(state: str, snapshot: Snapshot) -> Change:
    key = snapshot.application.id_permohonan if snapshot.application else None
    return Change("permohonan", key, {"keadaan": state, "diputus_pada": snapshot.today})


def _grant(_: Random, snapshot: Snapshot) -> list[Change]:
    return [_decide("disetujui", snapshot), _next_permit(snapshot)]


def _reject(_: Random, snapshot: Snapshot) -> list[Change]:
    return [_decide("ditolak", snapshot)]


def _extend(_: Random, snapshot: Snapshot) -> list[Change]:
    """Asked and granted in one stroke, as a clerk catching up does."""
    today = snapshot.today
    asked = {
        "id_izin": _permit(snapshot).id_izin,
        "jenis": "perpanjangan",
        "diajukan_pada": today,
        "keadaan": "disetujui",
        "diputus_pada": today,
    }
    return [_added(snapshot, "permohonan", **asked), _next_permit(snapshot)]


def _next_permit(snapshot: Snapshot) -> Change:
    """Begins when the old one has ended, and runs as long as that one; if even that has passed by now, it runs from today."""
    old = _permit(snapshot)
    ended = old.berlaku_sampai or snapshot.today
    length = ended - old.berlaku_dari
    until = year_after(ended) if length.days in {364, 365} else ended + length + DAY
    return _added(
        snapshot,
        "izin_tinggal",
        nomor=numbers.permit(snapshot.person.id_orang, count=len(snapshot.permits), year=snapshot.today.year),
        jenis=old.jenis,
        indeks=old.indeks,
        perpanjangan_ke=old.perpanjangan_ke + 1,
        berlaku_dari=ended + DAY,
        berlaku_sampai=until if until >= snapshot.today else snapshot.today + length,
        kode_kantor=snapshot.person.kode_kantor,
    )


def _cross(direction: str) -> Callable[[Random, Snapshot], list[Change]]:
    def maker(random: Random, snapshot: Snapshot) -> list[Change]:
        checkpoint = random.choice(("Soekarno-Hatta", "Soekarno-Hatta", "Ngurah Rai", "Batam Centre"))
        return [_added(snapshot, "perlintasan", arah=direction, waktu=snapshot.now, tpi=checkpoint)]

    return maker


def _move(random: Random, snapshot: Snapshot) -> list[Change]:
    """Within the area of the same office."""
    return _settle(random, snapshot, office=snapshot.person.kode_kantor)


def _move_away(random: Random, snapshot: Snapshot) -> list[Change]:
    """Into another office's area (mutasi): that office answers for the person from now on."""
    offices = [office for office in (*places.OTHER_OFFICES, places.THIS_OFFICE) if office != snapshot.person.kode_kantor]
    office = random.choice(offices)
    return [Change("orang", snapshot.person.id_orang, {"kode_kantor": office}), *_settle(random, snapshot, office=office)]


def _settle(random: Random, snapshot: Snapshot, *, office: str) -> list[Change]:
    place = _added(snapshot, "alamat", **places.draw(random, snapshot.area, office=office)._asdict(), berlaku_dari=snapshot.today)
    if snapshot.address is None:
        return [place]
    left = max(snapshot.address.berlaku_dari, snapshot.today - DAY)
    return [Change("alamat", snapshot.address.id_alamat, {"berlaku_sampai": left}), place]


def _rename(random: Random, snapshot: Snapshot) -> list[Change]:
    """Married or corrected: the older name stays, with its dates."""
    old = snapshot.name
    if old is None:
        raise ValueError("this act needs a name; ask is_possible first")
    nation = nations.of(snapshot.person.kewarganegaraan)
    drawn = naming.draw(random, nation, sex="P" if snapshot.person.jenis_kelamin == "P" else "L")
    added = {"nama_utama": drawn.primary, "nama_lain": old.nama_lain or drawn.secondary, "jenis": "paspor", "berlaku_dari": snapshot.today}
    return [
        Change("nama", old.id_nama, {"jenis": "lama", "berlaku_sampai": snapshot.today - DAY}),
        _added(snapshot, "nama", **added),
    ]


def _new_passport(random: Random, snapshot: Snapshot) -> list[Change]:
    old = max(snapshot.passports, key=lambda passport: passport.tgl_terbit)
    shapes = nations.of(old.negara_penerbit).passports
    number = numbers.passport(random, snapshot.person.id_orang, copy=len(snapshot.passports), shapes=shapes)
    ends = year_after(snapshot.today)
    new = _added(
        snapshot,
        "paspor",
        jenis=old.jenis,
        nomor=number,
        negara_penerbit=old.negara_penerbit,
        kewarganegaraan=old.kewarganegaraan,
        tgl_terbit=snapshot.today,
        tgl_habis=ends.replace(year=ends.year + 9, day=min(ends.day, 28)),
    )
    return [Change("paspor", old.id_paspor, {"keadaan": "diganti"}), new]


def _cancel(_: Random, snapshot: Snapshot) -> list[Change]:
    return [Change("izin_tinggal", _permit(snapshot).id_izin, {"berakhir_pada": snapshot.today, "berakhir_karena": "dibatalkan"})]


def _permit(snapshot: Snapshot) -> IzinTinggal:
    if snapshot.permit is None:
        raise ValueError("this act needs a permit; ask is_possible first")
    return snapshot.permit


def _added(snapshot: Snapshot, table: str, **values: object) -> Change:
    return Change(table, None, {"id_orang": snapshot.person.id_orang, **values})


_MAKERS: dict[What, Callable[[Random, Snapshot], list[Change]]] = {
    What.FILE: _file,
    What.GRANT: _grant,
    What.REJECT: _reject,
    What.EXTEND: _extend,
    What.RETURN: _cross("masuk"),
    What.DEPART: _cross("keluar"),
    What.MOVE: _move,
    What.MOVE_AWAY: _move_away,
    What.RENAME: _rename,
    What.NEW_PASSPORT: _new_passport,
    What.CANCEL: _cancel,
}
# how often each happens where it is possible; EXTEND is done by hand only
_WEIGHTS = {
    What.FILE: 60,
    What.GRANT: 140,
    What.REJECT: 12,
    What.RETURN: 60,
    What.DEPART: 10,
    What.MOVE: 5,
    What.MOVE_AWAY: 1,
    What.RENAME: 3,
    What.NEW_PASSPORT: 4,
    What.CANCEL: 0.5,
}
