"""How the file of each kind of stay comes about: one story a case of cases.py, told with dates around the file's `today`."""

from collections.abc import Callable
from datetime import timedelta

from demo.directorate import purposes
from demo.directorate.dossier import Dossier
from demo.directorate.purposes import ARRIVAL, UNLIMITED, VISIT, WORK, Purpose, year_after
from demo.directorate.stays import DAY, LONG_STAYS, enter, lawful_end, permits_until, trips

Story = Callable[[Dossier, Purpose], None]


def settled(file: Dossier, purpose: Purpose) -> None:
    permits_until(file, purpose, lawful_end(file, purpose, least_d=31))


def ending(file: Dossier, purpose: Purpose) -> None:
    permits_until(file, purpose, file.today + file.days(1, min(30, purpose.length_d() - 1)))


def last_day(file: Dossier, purpose: Purpose) -> None:
    permits_until(file, purpose, file.today)


def without_end(file: Dossier, _: Purpose, *, index: str = "E31A", least_report_d: int = 200) -> None:
    """Unlimited: only the report every five years has a date."""
    report_by = file.today + file.days(least_report_d, 1700)
    since = purposes.years_before(report_by, 5) + DAY
    enter(file, UNLIMITED, since)
    file.permit("ITAP", index, since=since, until=None, report_by=report_by)
    trips(file, since=since, before=file.today)


def itap_without_end(file: Dossier, purpose: Purpose) -> None:
    """Extended without limit after five years as ITAP."""
    without_end(file, purpose, index="E23")
    first = file.rows.izin_tinggal.pop()
    until = first.berlaku_dari - DAY
    old = file.permit("ITAP", "E23", since=purposes.years_before(until, 5) + DAY, until=until)
    file.application("perpanjangan", old, filed=until - file.days(10, 50), state="disetujui", decided=until)
    file.permit("ITAP", "E23", since=first.berlaku_dari, until=None, extension=1, report_by=first.lapor_sebelum)


def report_due(file: Dossier, purpose: Purpose) -> None:
    without_end(file, purpose)
    row = file.rows.izin_tinggal[-1]
    file.rows.izin_tinggal[-1] = row._replace(lapor_sebelum=file.today + file.days(-20, 25))


def extended_ahead(file: Dossier, _: Purpose) -> None:
    """The next permit is already granted and begins when the present one has ended."""
    until = file.today + file.days(1, 25)
    old = permits_until(file, WORK, until)
    file.application("perpanjangan", old, filed=file.today - file.days(6, 30), state="disetujui", decided=file.today - file.days(0, 5))
    file.permit("ITAS", "E23", since=until + DAY, until=year_after(until), extension=file.rows.izin_tinggal[-1].perpanjangan_ke + 1)


def overlapping(file: Dossier, _: Purpose) -> None:
    """Two permits share one day, as when an extension is counted from the last day."""
    until = file.today - file.days(5, 200)
    old = permits_until(file, WORK, until)
    file.application("perpanjangan", old, filed=until - file.days(9, 40), state="disetujui", decided=until - file.days(1, 6))
    file.permit("ITAS", "E23", since=until, until=year_after(until) - DAY, extension=file.rows.izin_tinggal[-1].perpanjangan_ke + 1)


def diplomat(file: Dossier, _: Purpose, *, kind: str = "DIPLOMATIK") -> None:
    """Given by the Foreign Minister; some are on file without any permit, and without fault."""
    since = file.today - file.days(40, 1200)
    file.crossing("masuk", since)
    if file.random.random() < 0.7:
        file.permit(kind, None, since=since, until=since + file.days(1201, 1460))


def official(file: Dossier, purpose: Purpose) -> None:
    diplomat(file, purpose, kind="DINAS")


def affidavit(file: Dossier, _: Purpose) -> None:
    since = file.today - file.days(200, 4000)
    file.permit("AFIDAVIT", None, since=since, until=None)


def newborn(_: Dossier, __: Purpose) -> None:
    """Born here days ago: no passport, no permit, no crossing yet."""


def refugee(file: Dossier, _: Purpose) -> None:
    file.crossing("masuk", file.today - file.days(300, 3500))


def bridging(file: Dossier, _: Purpose) -> None:
    """Asked in time and granted before the old permit ended: sixty days, which run today."""
    until = file.today - file.days(2, 50)
    old = permits_until(file, WORK, until)
    file.application("peralihan", old, filed=until - file.days(4, 9), state="disetujui", decided=until - file.days(0, 3))
    file.permit("PERALIHAN", None, since=until + DAY, until=until + timedelta(days=60))
    file.application("alih-status", old, filed=until - file.days(0, 3), state="diajukan")


def converted(file: Dossier, _: Purpose) -> None:
    """Came to visit, stays to work: the visit permit ended by alih status before its date."""
    changed = file.today - file.days(20, 200)
    old = permits_until(file, VISIT, changed + file.days(3, 40), extensions=0)
    file.application("alih-status", old, filed=changed - file.days(8, 15), state="disetujui", decided=changed)
    file.end_permit(changed, "alih-status")
    file.permit("ITAS", "E23", since=changed, until=year_after(changed) - DAY)
    file.reentry(since=changed, until=year_after(changed) - DAY)


def pending_early(file: Dossier, purpose: Purpose) -> None:
    permit_id = permits_until(file, purpose, file.today + file.days(0, min(25, purpose.length_d() - 8)))
    file.application("perpanjangan", permit_id, filed=file.today - file.days(0, 6), state="diajukan")


def abroad(file: Dossier, _: Purpose) -> None:
    """Out of the country with a re-entry permit: permitted, resident, not present."""
    permits_until(file, WORK, file.today + file.days(60, 300))
    file.crossing("keluar", file.today - file.days(0, 4))


def over_by(first: int, last: int) -> Story:
    def story(file: Dossier, purpose: Purpose) -> None:
        permits_until(file, purpose, file.today - file.days(first, last))

    return story


def first_permit_pending(file: Dossier, _: Purpose) -> None:
    """Entered with a visa for limited stay; the permit is asked for and not yet given."""
    entered = file.today - file.days(3, 25)
    enter(file, WORK, entered)
    file.application("perpanjangan", None, filed=entered + file.days(1, 3), state="diajukan")


def pending_late(file: Dossier, purpose: Purpose) -> None:
    until = file.today - file.days(1, 30)
    permit_id = permits_until(file, purpose, until)
    file.application("perpanjangan", permit_id, filed=until - file.days(1, 12), state="diajukan")


def refused(state: str) -> Story:
    def story(file: Dossier, purpose: Purpose) -> None:
        until = file.today - file.days(3, 30)
        permit_id = permits_until(file, purpose, until)
        file.application("perpanjangan", permit_id, filed=until - file.days(2, 12), state=state, decided=until + file.days(-1, 3))

    return story


def bridging_late(file: Dossier, _: Purpose) -> None:
    """Granted after the old permit had ended: no overstay, says the rule, but a gap on paper."""
    until = file.today - file.days(12, 50)
    old = permits_until(file, WORK, until)
    granted = until + file.days(2, 10)
    file.application("peralihan", old, filed=until - file.days(3, 5), state="disetujui", decided=granted)
    file.permit("PERALIHAN", None, since=granted, until=granted + timedelta(days=59))


def contradictory(file: Dossier, _: Purpose) -> None:
    """Two permits of different kinds run at once and end on different days."""
    permits_until(file, WORK, file.today + file.days(40, 300))
    until = file.today + file.days(-20, 25)
    file.permit("ITK", "C2", since=VISIT.first_day(until), until=until)


def cancelled(file: Dossier, _: Purpose) -> None:
    permits_until(file, WORK, file.today + file.days(30, 200))
    file.end_permit(file.today - file.days(1, 40), "dibatalkan")


def departed(file: Dossier, purpose: Purpose) -> None:
    """Left for good with an exit permit where one is needed."""
    until = file.today + file.days(-200, 20)
    permit_id = permits_until(file, purpose, until)
    left = min(until, file.today) - file.days(0, 3)
    if purpose.kind in LONG_STAYS:
        file.application("epo", permit_id, filed=left - file.days(3, 8), state="disetujui", decided=left - file.days(1, 2))
    file.crossing("keluar", left)
    file.end_permit(left, "keluar")


def departure_missing(file: Dossier, _: Purpose) -> None:
    """Came for thirty days long ago; nothing after that was ever recorded."""
    permits_until(file, ARRIVAL, file.today - file.days(250, 1500), extensions=0)


def arrival_missing(file: Dossier, _: Purpose) -> None:
    """The last crossing on record is an exit, yet a newer permit says the person came back."""
    left = file.today - file.days(110, 140)
    permits_until(file, WORK, file.today + file.days(10, 150), extensions=0, present_until=left)
    file.crossing("keluar", left)
    file.end_permit(left, "keluar")
    file.permit("ITAS", "E23", since=left + timedelta(days=30), until=year_after(left))


def ended_by(reason: str) -> Story:
    def story(file: Dossier, _: Purpose) -> None:
        last_day = file.today - file.days(5, 100)
        permits_until(file, WORK, file.today + file.days(30, 250), present_until=last_day)
        file.end_permit(last_day, reason)

    return story


def no_permit(file: Dossier, _: Purpose) -> None:
    file.crossing("masuk", file.today - file.days(40, 400))


def newcomer(file: Dossier, purpose: Purpose) -> None:
    """Enters today and is given the permit at the border."""
    enter(file, purpose, file.today)
    until = year_after(file.today) - DAY if purpose.years else file.today + timedelta(days=purpose.days - 1)
    file.permit(purpose.kind, purpose.index, since=file.today, until=until)
