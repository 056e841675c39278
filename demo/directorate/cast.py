"""The cast that documents and tests rely on: the same for every seed and size, with dates that follow `today`.

The specimen of ICAO 9303 and her neighbours of Utopia (UTO), which is no country. Their sponsor is PT Contoh.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from demo.directorate import numbers, purposes
from demo.directorate.dossier import Dossier
from demo.directorate.persons import World
from demo.directorate.places import THIS_OFFICE, Place
from demo.directorate.purposes import UNLIMITED, VISIT, WORK
from demo.directorate.rows import Foto, Orang, Rows
from demo.directorate.sponsors import PT_CONTOH
from demo.directorate.stays import DAY, enter, permits_until

Story = Callable[[Dossier], None]


@dataclass(frozen=True, slots=True)
class Role:
    """One of the cast. `born` None: only the year is known. `kelurahan` None: lives in the area of `office`, elsewhere."""

    primary: str
    secondary: str | None
    sex: str
    born: date | None
    year: int
    document: str
    expires: date
    story: Story
    kelurahan: str | None
    office: str = THIS_OFFICE
    category: str = "biasa"
    watch: str | None = None


def _lawful(file: Dossier) -> None:
    """108 days left, of one year, after two years before that."""
    until = file.today + timedelta(days=108)
    since = purposes.years_before(until, 1) + DAY
    first = purposes.years_before(since, 2)
    enter(file, WORK, first)
    old = file.permit("ITAS", "E23", since=first, until=since - DAY)
    file.application("perpanjangan", old, filed=since - timedelta(days=30), state="disetujui", decided=since - timedelta(days=4))
    file.permit("ITAS", "E23", since=since, until=until, extension=1)
    file.reentry(since=since, until=until)
    file.crossing("keluar", file.today - timedelta(days=30))
    file.crossing("masuk", file.today - timedelta(days=22))


def _over_four_days(file: Dossier) -> None:
    """On arrival for thirty days, extended once by thirty: ended four days ago, no application on record."""
    until = file.today - timedelta(days=4)
    since = until - timedelta(days=29)
    file.crossing("masuk", since - timedelta(days=30))
    old = file.permit("VOA", "B1", since=since - timedelta(days=30), until=since - DAY)
    file.application("perpanjangan", old, filed=since - timedelta(days=8), state="disetujui", decided=since - timedelta(days=2))
    file.permit("VOA", "B1", since=since, until=until, extension=1)


def _two_that_disagree(file: Dossier) -> None:
    permits_until(file, WORK, file.today + timedelta(days=141), extensions=0, present_until=date.min)
    file.permit("ITK", "C2", since=file.today - timedelta(days=50), until=file.today + timedelta(days=9))


def _ending_in_twelve_days(file: Dossier) -> None:
    permits_until(file, WORK, file.today + timedelta(days=12), extensions=1, present_until=date.min)


def _pending(file: Dossier) -> None:
    """Past its end, but asked for in time."""
    until = file.today - timedelta(days=2)
    old = permits_until(file, VISIT, until, extensions=0)
    file.application("perpanjangan", old, filed=until - timedelta(days=4), state="diajukan")


def _without_end(file: Dossier) -> None:
    report_by = file.today + timedelta(days=1500)
    since = purposes.years_before(report_by, 5) + DAY
    enter(file, UNLIMITED, since)
    file.permit("ITAP", "E31A", since=since, until=None, report_by=report_by)


def _diplomat(file: Dossier) -> None:
    since = file.today - timedelta(days=400)
    file.crossing("masuk", since)
    file.permit("DIPLOMATIK", None, since=since, until=since + timedelta(days=1460))


def _departed(file: Dossier) -> None:
    """Left three weeks ago with an exit permit; the permit ended at the border."""
    left = file.today - timedelta(days=21)
    permit_id = permits_until(file, WORK, file.today + timedelta(days=75), extensions=0, present_until=left - timedelta(days=60))
    file.application("epo", permit_id, filed=left - timedelta(days=6), state="disetujui", decided=left - timedelta(days=2))
    file.crossing("keluar", left)
    file.end_permit(left, "keluar")


def _settled_work(file: Dossier) -> None:
    permits_until(file, WORK, file.today + timedelta(days=200), extensions=0, present_until=date.min)


CAST = (
    Role("ERIKSSON", "ANNA MARIA", "P", date(1974, 8, 12), 1974, "L898902C3", date(2031, 4, 15), _lawful, "Rawajati"),
    Role("ERICSSON", "ANNE MARIE", "P", date(1974, 2, 3), 1974, "K402117D8", date(2030, 1, 9), _over_four_days, "Kalibata"),
    Role("ERIKSEN", "ANA", "P", None, 1974, "M117350F2", date(2030, 9, 30), _two_that_disagree, "Duren Tiga"),
    Role("LINDQVIST", "OSKAR", "L", date(1988, 5, 21), 1988, "L310442A7", date(2032, 3, 1), _ending_in_twelve_days, "Bangka"),
    Role("TAMBOURA", "ELIA JON", "L", date(1991, 11, 2), 1991, "L550913B4", date(2031, 7, 19), _pending, "Pejaten Barat"),
    Role("HALVARSEN", "INGE", "L", date(1969, 1, 30), 1969, "K776120C5", date(2033, 6, 11), _without_end, "Pondok Pinang"),
    Role(
        "VAN DEN UTOP", "CORNELIA", "P", date(1979, 9, 8), 1979, "D004417U1", date(2030, 2, 2), _diplomat, "Senayan", category="diplomatik"
    ),
    Role("ORSINI MAREK", "TOMAS", "L", date(1983, 7, 15), 1983, "L229871E6", date(2031, 12, 24), _departed, "Karet Kuningan"),
    Role("BERGSTRAND", "LOVISA", "P", date(1995, 3, 27), 1995, "L641208G9", date(2032, 10, 5), _settled_work, None, office="BOGOR"),
    Role("PURVANTO", None, "L", date(1966, 12, 1), 1966, "K093355H2", date(2030, 5, 16), _settled_work, "Tebet Timur"),
    Role(
        "QUILL",
        "SAMUEL PETER",
        "L",
        date(1977, 10, 10),
        1977,
        "L482936J3",
        date(2031, 1, 28),
        _settled_work,
        "Cilandak Barat",
        watch="pencegahan",
    ),
)
INSTRUCTION = "Jangan menahan. Catat tempat dan waktu, lalu hubungi Seksi Inteldakim."


def niora(place: int) -> str:
    """The NIORA of the role at `place` of CAST, from 0: N0000000101, N0000000102, …"""
    return f"N{101 + place:010d}"


def cast_rows(world: World) -> list[Rows]:
    return [_rows(world, place, role) for place, role in enumerate(CAST)]


def _rows(world: World, place: int, role: Role) -> Rows:
    file = Dossier(numbers.FIRST_CAST_ID + place, office=role.office, random=Random(9303 + place), today=world.today)
    role.story(file)
    since = min([row.berlaku_dari for row in file.rows.izin_tinggal])
    kind = "diplomatik" if role.category == "diplomatik" else "kebangsaan"
    issued = purposes.years_before(role.expires, 10) + DAY
    file.passport(role.document, "UTO", kind=kind, issued=issued, expires=role.expires)
    file.name(role.primary, role.secondary, since=issued)
    file.guarantee(PT_CONTOH.id_penjamin, role="penjamin", since=since)
    file.address(_home(world, place, role), since=since)
    if role.watch:
        file.watch(role.watch, INSTRUCTION, since=world.today - timedelta(days=40), until=world.today + timedelta(days=143))
    if world.faces:
        file.rows.foto.append(Foto(file.person_id, world.faces[place * 2 + (role.sex == "L")], since))
    file.rows.orang.append(_orang(file.person_id, place, role))
    return file.rows


def _orang(person_id: int, place: int, role: Role) -> Orang:
    return Orang(
        id_orang=person_id,
        niora=niora(place),
        jenis_kelamin=role.sex,
        tgl_lahir=role.born,
        tahun_lahir=role.year,
        tempat_lahir="ZENITH",
        kewarganegaraan="UTO",
        golongan=role.category,
        keadaan="hidup",
        keadaan_sejak=None,
        kode_kantor=role.office,
    )


def _home(world: World, place: int, role: Role) -> Place:
    if role.kelurahan is None:
        return Place(
            jalan="Jalan Contoh Bogor No. 5", rt="002", rw="004", kode_kelurahan="32.71.01.1001", keterangan="Jalan Contoh Bogor No. 5"
        )
    code = world.area.codes[role.kelurahan]
    if role.kelurahan == "Rawajati":
        written = "Apartemen Contoh Rawajati Menara B lt. 12 unit 07"
        return Place(
            gedung="Apartemen Contoh Rawajati", menara="Menara B", lantai="12", unit="07", rw="002", kode_kelurahan=code, keterangan=written
        )
    street = f"Jalan Contoh {role.kelurahan} No. {place + 2}"
    return Place(jalan=street, rt="003", rw="005", kode_kelurahan=code, keterangan=street)
