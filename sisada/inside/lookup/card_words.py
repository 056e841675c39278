"""The card in words: what stands first and large, then what it rests on. Rules decided; here is only which words, in which order."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sisada.foundation import words
from sisada.inside.lookup import card_sections, headline
from sisada.inside.lookup.card_sections import Section
from sisada.inside.lookup.person import PersonCard, TravelDocument
from sisada.inside.lookup.result_words import nation
from sisada.inside.lookup.stay_record import PermitRow
from sisada.inside.lookup.stay_steps import overstay_section, step_section
from sisada.inside.registry.headline import Headline, Reason, State
from sisada.inside.registry.law import rows as law_rows
from sisada.inside.registry.mirror_age import MirrorAge
from sisada.inside.registry.stay import standing_on, stay_rules
from sisada.inside.registry.stay_facts import ApplicationState


@dataclass(frozen=True)
class Note:
    title: str
    text: str
    kind: str = ""
    icon: str = "eye"


@dataclass(frozen=True)
class CardWords:
    """What lookup/card.html draws."""

    headline: headline.HeadlineShown
    identity: dict[str, Any]
    notes: list[Note]
    first_sections: list[Section]
    permits_heading: str
    permits: list[dict[str, str]]
    sections: list[Section]
    crossings_heading: str
    crossings: list[dict[str, str]] = field(default_factory=list)


def card_words(card: PersonCard, *, today: date, age: MirrorAge, now: datetime) -> CardWords:
    rows = law_rows()
    standing = standing_on(today, card.stay.as_of(age.age(now) if age.whole else None), stay_rules(rows, today))
    deciding = next((row for row in card.stay.permits if row.facts.id == standing.permit_id), None)
    return CardWords(
        headline=headline.shown(standing, today=today, valid_from=deciding.facts.valid_from if deciding else None),
        identity=identity(card),
        notes=notes(card, standing, today),
        first_sections=list(filter(None, [overstay_section(standing, today, rows), step_section(standing, card.stay, today, rows)])),
        permits_heading=_("Izin tinggal"),
        permits=permit_items(card.stay.permits, standing),
        sections=card_sections.all_of(card, today=today),
        crossings_heading=_("Perlintasan"),
        crossings=card_sections.crossing_items(card),
    )


def identity(card: PersonCard) -> dict[str, Any]:
    sex = {"M": _("Laki-laki"), "F": _("Perempuan")}.get(card.sex or "", "")
    document = card.documents[0] if card.documents else None
    return {
        "name": card.names[0].written() if card.names else "—",
        "line": " · ".join(filter(None, [sex, born(card), nation(card.nationality)])),
        "number": document.number if document else "",
        "document": document_line(document) if document else _("Tidak ada dokumen perjalanan yang tercatat"),
        "photo": reverse("photo", args=[card.id]) if card.photo else None,
    }


def born(card: PersonCard) -> str:
    if card.birth_date:
        return words.short_date(card.birth_date, language=words.known(get_language() or "id"))
    return _("{year}, tanggal tidak diketahui").format(year=card.birth_year) if card.birth_year else _("tanggal lahir tidak diketahui")


def document_line(document: TravelDocument) -> str:
    until = headline.day(document.valid_until)
    return _("{kind} {issuer}, berlaku s.d. {until}").format(
        kind=card_sections.document_kind(document.kind), issuer=document.issuer, until=until
    )


def notes(card: PersonCard, standing: Headline, today: date) -> list[Note]:
    """What an officer must read before the rest: an instruction on record, what is in question, and that a date is a question."""
    found = [
        Note(_("Petunjuk {kind}:").format(kind=entry.kind), entry.instruction, kind=State.ASK.value)
        for entry in card_sections.in_force(card, today)
    ]
    found += [Note(*mark.words(), kind=State.ASK.value) for mark in card.marks]
    if standing.state is State.OVER:
        found.append(Note(_("Tanyakan dulu, ini belum putusan."), what_to_ask(card, standing)))
    if standing.state in (State.LAWFUL, State.ENDING) and standing.filed_on:
        found.append(Note(_("Perpanjangan sedang diurus."), _("Diajukan {day}.").format(day=headline.day(standing.filed_on)), icon="clock"))
    return found


def what_to_ask(card: PersonCard, standing: Headline) -> str:
    """The question for somebody past the end: a refusal is on record, or no application is."""
    refused = standing.reason is Reason.PAST_ITS_END_AFTER_REFUSAL
    last = next((one for one in card.stay.applications if one.state is ApplicationState.REJECTED), None) if refused else None
    if last:
        decided = headline.day(last.decided_on)
        return _("Permohonan perpanjangan tercatat ditolak {day}; tanyakan apakah ada keberatan atau permohonan baru.").format(day=decided)
    return _("Tidak ada permohonan perpanjangan di data ini; minta bukti bila sudah diajukan.")


def permit_items(permits: tuple[PermitRow, ...], standing: Headline) -> list[dict[str, str]]:
    return [
        {
            "what": " ".join(filter(None, [row.facts.kind, row.index_code]))
            + (_(", perpanjangan ke-{n}").format(n=row.extension) if row.extension else ""),
            "line": " · ".join(filter(None, [span(row.facts.valid_from, row.facts.valid_until), ended(row), row.number])),
            "state": standing.state.value if row.facts.id == standing.permit_id else "",
        }
        for row in permits
    ]


def span(first: date, last: date | None) -> str:
    return f"{headline.day(first)} – {headline.day(last) if last else _('tanpa batas akhir')}"


def ended(row: PermitRow) -> str:
    if not row.facts.ended_on:
        return ""
    why = {
        "exit": _("berakhir karena keluar"),
        "cancelled": _("dibatalkan"),
        "conversion": _("alih status"),
        "death": _("berakhir karena meninggal"),
        "naturalised": _("berakhir karena naturalisasi"),
    }.get(row.facts.ended_by or "", _("berakhir lebih awal"))
    return f"{why} {headline.day(row.facts.ended_on)}"
