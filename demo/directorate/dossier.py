"""One person's file while it is being made: every method adds a row with an id of the person's own range."""

from datetime import date, datetime, time, timedelta, timezone
from random import Random

from demo.directorate import numbers
from demo.directorate.places import Place
from demo.directorate.rows import Alamat, Cekal, Imk, IzinTinggal, Nama, Paspor, Penjaminan, Perlintasan, Permohonan, Rows, Visa

WIB = timezone(timedelta(hours=7))
_CHECKPOINTS = ("Soekarno-Hatta",) * 12 + ("Ngurah Rai", "Ngurah Rai", "Halim Perdanakusuma", "Juanda", "Batam Centre", "Entikong")


class Dossier:
    """`random` is the person's own: the same seed and index give the same file, whoever else is made."""

    def __init__(self, person_id: int, *, office: str, random: Random, today: date) -> None:
        self.person_id = person_id
        self.office = office
        self.random = random
        self.today = today
        self.rows = Rows()

    def row_id(self, count: int) -> int:
        return self.person_id * numbers.CHILDREN_EACH + count

    def days(self, first: int, last: int) -> timedelta:
        return timedelta(days=self.random.randint(first, last))

    def permit(
        self,
        kind: str,
        index: str | None,
        *,
        since: date,
        until: date | None,
        extension: int = 0,
        report_by: date | None = None,
        ended: tuple[date, str] | None = None,
    ) -> int:
        """Adds a permit and returns its id. `ended`: the day and the reason, when it ended before its date."""
        count = len(self.rows.izin_tinggal)
        number = numbers.permit(self.person_id, count=count, year=since.year)
        ended_on, ended_by = ended or (None, None)
        row = IzinTinggal(
            self.row_id(count), self.person_id, number, kind, index, extension, since, until, report_by, ended_on, ended_by, self.office
        )
        self.rows.izin_tinggal.append(row)
        return row.id_izin

    def end_permit(self, ended_on: date, ended_by: str) -> None:
        """The newest permit ends on `ended_on`, before its date."""
        self.rows.izin_tinggal[-1] = self.rows.izin_tinggal[-1]._replace(berakhir_pada=ended_on, berakhir_karena=ended_by)

    def application(self, kind: str, permit_id: int | None, *, filed: date, state: str, decided: date | None = None) -> None:
        count = self.row_id(len(self.rows.permohonan))
        self.rows.permohonan.append(Permohonan(count, self.person_id, permit_id, kind, filed, state, decided))

    def visa(self, index: str, *, issued: date) -> None:
        row_id = self.row_id(len(self.rows.visa))
        self.rows.visa.append(Visa(row_id, self.person_id, numbers.visa(row_id), index, issued, issued + timedelta(days=90)))

    def reentry(self, *, since: date, until: date | None) -> None:
        row_id = self.row_id(len(self.rows.imk))
        self.rows.imk.append(Imk(row_id, self.person_id, numbers.reentry(row_id), since, until))

    def crossing(self, direction: str, day: date) -> None:
        """At some hour of `day` in Jakarta; today's in the first hour, for the future holds no crossings."""
        hour = 0 if day >= self.today else self.random.randint(0, 23)
        at = datetime.combine(day, time(hour, self.random.randint(0, 59)), WIB)
        row_id = self.row_id(len(self.rows.perlintasan))
        self.rows.perlintasan.append(Perlintasan(row_id, self.person_id, direction, at, self.random.choice(_CHECKPOINTS)))

    def name(self, primary: str, secondary: str | None, *, kind: str = "paspor", since: date | None, until: date | None = None) -> None:
        self.rows.nama.append(Nama(self.row_id(len(self.rows.nama)), self.person_id, primary, secondary, kind, since, until))

    def passport(self, number: str, nation: str, *, kind: str = "kebangsaan", issued: date, expires: date, state: str = "berlaku") -> None:
        row_id = self.row_id(len(self.rows.paspor))
        self.rows.paspor.append(Paspor(row_id, self.person_id, kind, number, nation, nation, issued, expires, state))

    def guarantee(self, sponsor_id: int, *, role: str, since: date, until: date | None = None) -> None:
        row_id = self.row_id(len(self.rows.penjaminan))
        self.rows.penjaminan.append(Penjaminan(row_id, self.person_id, sponsor_id, role, since, until))

    def address(self, place: Place, *, since: date, until: date | None = None) -> None:
        row_id = self.row_id(len(self.rows.alamat))
        self.rows.alamat.append(Alamat(row_id, self.person_id, *place, since, until))

    def watch(self, kind: str, instruction: str, *, since: date, until: date) -> None:
        row_id = self.row_id(len(self.rows.cekal))
        self.rows.cekal.append(Cekal(row_id, self.person_id, kind, instruction, since, until))
