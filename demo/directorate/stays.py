"""The ordinary course of a stay, which every case begins from: visa, entry, permit, extensions, trips abroad."""

from datetime import date, timedelta

from demo.directorate.dossier import Dossier
from demo.directorate.purposes import Purpose

DAY = timedelta(days=1)
LONG_STAYS = frozenset({"ITAS", "ITAP"})


def permits_until(file: Dossier, purpose: Purpose, until: date, *, extensions: int | None = None, present_until: date | None = None) -> int:
    """Everything from the visa to the newest permit, which ends on `until`; returns that permit's id.

    Each follows the other without a gap. `extensions` None: as many as chance gives.
    No journey is later than `present_until` (None: today).
    """
    count = file.random.randint(0, purpose.most_extensions) if extensions is None else extensions
    spans = _spans(purpose, until, count=count)
    enter(file, purpose, spans[0][0])
    permit_id = file.permit(purpose.kind, purpose.index, since=spans[0][0], until=spans[0][1])
    for extension, (since, end) in enumerate(spans[1:], start=1):
        file.application("perpanjangan", permit_id, filed=since - file.days(9, 40), state="disetujui", decided=since - file.days(1, 6))
        permit_id = file.permit(purpose.kind, purpose.index, since=since, until=end, extension=extension)
    if purpose.kind in LONG_STAYS:
        file.reentry(since=spans[-1][0], until=until)
        trips(file, since=spans[-1][0], before=min(until, present_until or file.today))
    return permit_id


def _spans(purpose: Purpose, until: date, *, count: int) -> list[tuple[date, date]]:
    spans = [(purpose.first_day(until), until)]
    for _ in range(count):
        end = spans[0][0] - DAY
        spans.insert(0, (purpose.first_day(end), end))
    return spans


def enter(file: Dossier, purpose: Purpose, day: date) -> None:
    """Who needs a visa has one before; everybody's entry is recorded on `day`."""
    if purpose.kind not in {"VOA", "BVK"}:
        file.visa(purpose.index, issued=day - file.days(5, 50))
    file.crossing("masuk", day)


def trips(file: Dossier, *, since: date, before: date) -> None:
    """Up to two journeys abroad, both over some days before `before`."""
    room = ((before - since).days - 1) // 2 - 2
    if room < 10:
        return
    for half in range(file.random.choice((0, 0, 1, 1, 2))):
        out = since + timedelta(days=half * room) + file.days(2, room - 8)
        file.crossing("keluar", out)
        file.crossing("masuk", out + file.days(2, 7))


def lawful_end(file: Dossier, purpose: Purpose, *, least_d: int) -> date:
    """An end at least `least_d` days ahead, if the permit is long enough, and not so far that it would begin in the future."""
    last = purpose.length_d() - 1
    return file.today + file.days(min(least_d, last), last)
