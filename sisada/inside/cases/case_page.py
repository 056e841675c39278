"""What the page of a case shows: of one that is not held its facts, of one's own everything that was said and done."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sisada.foundation import words
from sisada.foundation.clock import now
from sisada.inside.cases import case_words, trail
from sisada.inside.cases.place_map import place_map
from sisada.inside.cases.promise_words import promise
from sisada.inside.cases.queue import QueueRow
from sisada.inside.cases.reading import DecisionRead, MessageRead, ReportRead, StayLine, WholeCase
from sisada.inside.cases.sentences import ANSWERED, ASK, DONE, FACT, NOT_FACT, NOT_OURS
from sisada.inside.cases.similar import Similar

SENTENCES = ASK | FACT | DONE | NOT_FACT | NOT_OURS | ANSWERED
LATER = ("addition", "list_change", "not_done")


def facts(row: QueueRow, *, named: dict[UUID, str]) -> dict[str, Any]:
    """What everybody at the desk may know of a case."""
    return {
        "id": str(row.id),
        "number": row.number,
        "what": case_words.what(row.kind, row.category),
        "kind": row.kind,
        "place": case_words.where(row.kelurahan),
        "came": _("{number} · masuk {moment} · {channel}").format(
            number=row.number, moment=case_words.moment(row.received_at), channel=case_words.CHANNELS[row.channel]
        ),
        "photos": case_words.photos(row.photo_count),
        "danger": row.danger,
        "state": row.state,
        "state_words": case_words.STATES[row.state],
        "promise": promise(row, now()),
        "holder": named.get(row.holder, _("rekan Anda")) if row.holder else "",
        "for_others": row.for_others,
        "reopened": row.reopened_at is not None,
        "pattern": row.reporter_pattern,
        "version": row.version,
        "closed": row.state == "closed",
        "trail": _trail(row.id),
    }


def _trail(case: UUID) -> list[dict[str, str]]:
    at = now()
    return [{"when": case_words.trail_moment(event.at, at), "words": trail.words(event)} for event in trail.events(case)]


def whole(read: WholeCase, *, alike: list[Similar], named: dict[UUID, str]) -> dict[str, Any]:
    """Everything of a case that is held."""
    first, *others = read.reports
    return {
        "case": read.case,
        "seen": read.case.version,
        "check_code": read.check_code,
        "first": report(first, read),
        "also": [report(one, read) for one in others if one.kind not in LATER],
        "nationality_hidden": read.nationality_hidden,
        "map": _map(read, first),
        "lane": lane(read, named),
        "notes": [{"who": named.get(one.by, ""), "when": case_words.moment(one.at), "text": one.text} for one in read.notes],
        "answerable": any(one.answerable for one in read.reports),
        "decisions": [decision(one, named) for one in read.decisions],
        "persons": [{"id": str(one.person) if one.person else None, "when": case_words.moment(one.at)} for one in read.persons],
        "evidence": read.evidence,
        "similar": [similar(one) for one in alike],
        "anonymous": not any(one.reporter_name or one.reporter_contact for one in read.reports),
    }


def _map(read: WholeCase, first: ReportRead) -> SafeString | None:
    pinned = next((one for one in read.reports if one.lat is not None), first)
    label = _("Peta: {place}").format(place=case_words.where(read.case.kelurahan))
    return place_map(read.case.kelurahan, lat=pinned.lat, lon=pinned.lon, label=label)


def report(one: ReportRead, read: WholeCase) -> dict[str, Any]:
    """One letter in words. Its nationality stands here only once a decision is written (reading hides it until then)."""
    return {
        "number": one.case_number if one.case_number != read.case.number else "",
        "kind": case_words.LETTERS.get(one.kind, ""),
        "when": case_words.moment(one.received_at),
        "what": one.what or "",
        "seen_when": one.when_text or "",
        "place": one.place_text or "",
        "pin_from": case_words.PIN_SOURCES.get(one.pin_from or "", ""),
        "nationality": one.nationality or "",
        "reporter": " · ".join(part for part in (one.reporter_name, one.reporter_contact) if part),
        "reason": case_words.REASONS.get(one.about_reason or "", ""),
        "about_code": one.check_code or "",
        "photos": [str(photo) for photo in one.photos],
        "stays": [stay(line) for line in one.stays],
    }


def stay(line: StayLine) -> dict[str, Any]:
    result, mark = case_words.STAY_RESULTS[line.result]
    return {
        "place": line.place,
        "name": line.name,
        "nationality": line.nationality,
        "number": line.document_number,
        "since": _day(line.since),
        "until": _day(line.until) or _("masih tinggal"),
        "result": result,
        "mark": mark,
    }


def _day(day: date | None) -> str:
    return words.short_date(day, language=words.known(get_language() or "id")) if day else ""


@dataclass(frozen=True)
class InLane:
    """One entry of what went to and fro between the office and its reporters."""

    at: datetime
    from_reporter: bool
    who: str
    what: str
    lines: tuple[str, ...]
    photos: tuple[str, ...] = ()

    @property
    def when(self) -> str:
        return case_words.moment(self.at)


def lane(read: WholeCase, named: dict[UUID, str]) -> list[InLane]:
    """In the order in which it was said."""
    told = [_told(one, named) for one in read.messages]
    written = [_written(one) for one in read.reports if one.kind in LATER]
    return sorted([*told, *written], key=lambda one: one.at)


def _told(one: MessageRead, named: dict[UUID, str]) -> InLane:
    lines = [SENTENCES.get(one.sentence or ""), case_words.GO_TO.get(one.go_to or ""), one.text]
    who = named.get(one.by, _("Kantor")) if one.by else _("Mesin")
    return InLane(
        one.at, from_reporter=False, who=who, what=str(case_words.TOLD[one.step]), lines=tuple(str(line) for line in lines if line)
    )


def _written(one: ReportRead) -> InLane:
    photos = tuple(str(photo) for photo in one.photos)
    lines = (one.what,) if one.what else ()
    return InLane(one.received_at, from_reporter=True, who=_("Pelapor"), what=str(case_words.LETTERS[one.kind]), lines=lines, photos=photos)


def decision(one: DecisionRead, named: dict[UUID, str]) -> dict[str, Any]:
    agreed = {True: _("Mata kedua setuju"), False: _("Mata kedua tidak setuju")}
    return {
        "what": case_words.OUTCOMES[one.kind],
        "who": named.get(one.by, ""),
        "when": case_words.moment(one.at),
        "why": one.ground or "",
        "second": agreed[one.agreed] if one.agreed is not None else "",
        "second_who": named.get(one.second, "") if one.second else "",
        "refused_why": one.refused_why or "",
    }


def similar(one: Similar) -> dict[str, Any]:
    """What speaks for it, in words: no score of a person, only of place, time and kind."""
    language = words.known(get_language() or "id")
    metres = words.number(round(one.metres, -1), language=language) if one.metres is not None else ""
    return {
        "id": str(one.id),
        "number": one.number,
        "state": case_words.STATES[one.state],
        "when": case_words.moment(one.received_at),
        "distance": _("kira-kira {metres} m dari sini").format(metres=metres) if metres else _("di kelurahan yang sama"),
        "points": one.points,
        "open": one.state != "closed",
    }
