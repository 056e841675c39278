"""What may happen to one person now: the words of the day's acts, the snapshot they are decided on, and which of them fit."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from demo.directorate import numbers
from demo.directorate.places import Area
from demo.directorate.rows import Alamat, IzinTinggal, Nama, Orang, Paspor, Perlintasan, Permohonan

SOON_D = 90  # days before the end from which somebody asks for an extension


class What(StrEnum):
    """The acts of the day; the values are the words of the command line."""

    FILE = "file"
    GRANT = "grant"
    REJECT = "reject"
    EXTEND = "extend"
    RETURN = "return"
    DEPART = "depart"
    MOVE = "move"
    MOVE_AWAY = "move-away"
    RENAME = "rename"
    NEW_PASSPORT = "new-passport"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the Directorate holds of one person now. `now` is an instant, `today` its date in the office's zone.

    `permit` is the newest one that has not ended before its date, `application` an undecided extension, `crossing` the last one;
    None when there is none.
    """

    now: datetime
    today: date
    area: Area
    person: Orang
    permits: tuple[IzinTinggal, ...]
    passports: tuple[Paspor, ...]
    name: Nama | None
    address: Alamat | None
    application: Permohonan | None
    crossing: Perlintasan | None

    @property
    def permit(self) -> IzinTinggal | None:
        running = [permit for permit in self.permits if permit.berakhir_pada is None]
        return max(running, key=lambda permit: permit.berlaku_dari, default=None)


def is_possible(what: What, snapshot: Snapshot) -> bool:
    """Whether this can happen to the person now. Diplomats, affidavit children, refugees and the dead are left in peace."""
    if snapshot.person.golongan != "biasa" or snapshot.person.keadaan != "hidup" or snapshot.permit is None:
        return False
    is_abroad = snapshot.crossing is not None and snapshot.crossing.arah == "keluar"
    return is_abroad == (what is What.RETURN) and _FITS[what](snapshot, snapshot.permit)


def _runs(snapshot: Snapshot, permit: IzinTinggal) -> bool:
    return permit.berlaku_dari <= snapshot.today and (permit.berlaku_sampai is None or snapshot.today <= permit.berlaku_sampai)


def _has_end(snapshot: Snapshot, permit: IzinTinggal) -> bool:
    return permit.berlaku_sampai is not None and len(snapshot.permits) < numbers.PERMITS_EACH


def _waits(snapshot: Snapshot, permit: IzinTinggal) -> bool:
    return snapshot.application is not None and _has_end(snapshot, permit)


def _may_extend(snapshot: Snapshot, permit: IzinTinggal) -> bool:
    return snapshot.application is None and _has_end(snapshot, permit)


def _ends_soon(snapshot: Snapshot, permit: IzinTinggal) -> bool:
    if permit.berlaku_sampai is None or not _may_extend(snapshot, permit):
        return False
    return 0 <= (permit.berlaku_sampai - snapshot.today).days <= SOON_D


def _may_renew_passport(snapshot: Snapshot, _: IzinTinggal) -> bool:
    return 0 < len(snapshot.passports) < numbers.PASSPORTS_EACH


def _is_named(snapshot: Snapshot, _: IzinTinggal) -> bool:
    return snapshot.name is not None


def _always(_: Snapshot, __: IzinTinggal) -> bool:
    return True


_FITS: dict[What, Callable[[Snapshot, IzinTinggal], bool]] = {
    What.FILE: _ends_soon,
    What.GRANT: _waits,
    What.REJECT: _waits,
    What.EXTEND: _may_extend,
    What.RETURN: _runs,
    What.DEPART: _always,
    What.MOVE: _always,
    What.MOVE_AWAY: _always,
    What.RENAME: _is_named,
    What.NEW_PASSPORT: _may_renew_passport,
    What.CANCEL: _runs,
}
