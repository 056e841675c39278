"""The card's sections below the headline: documents, names, sponsor, address, movements. An empty one is not drawn."""

from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localtime
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from sisada.areas.names import area, name_of
from sisada.foundation import words
from sisada.inside.lookup.headline import day
from sisada.inside.lookup.person import BorderCrossing, PersonCard, Place, Sponsor, TravelDocument, WatchEntry
from sisada.inside.lookup.result_words import dwelling
from sisada.inside.registry.stay_facts import Application


@dataclass(frozen=True)
class Section:
    """What part `sheet_section` draws: a heading and pairs of label, value and perhaps a remark."""

    heading: str
    pairs: list[tuple[str, ...]]


def all_of(card: PersonCard, *, today: date) -> list[Section]:
    sections = [
        Section(_("Alamat dan penjamin"), [address_pair(place) for place in card.addresses] + sponsor_pairs(card)),
        Section(_("Dokumen perjalanan"), [document_pair(document, today) for document in card.documents]),
        Section(_("Nama lain"), [(name_kind(name.kind), name.written()) for name in card.names[1:]]),
        Section(_("Permohonan"), [application_pair(application) for application in card.stay.applications]),
        Section(_("Visa dan izin masuk kembali"), visa_pairs(card)),
        Section(
            _("Nomor dalam data pusat"),
            [("NIORA", card.niora), (_("Tempat lahir"), card.birth_place or "—"), (_("Kantor"), card.office_code)],
        ),
    ]
    return [section for section in sections if section.pairs]


def address_pair(place: Place) -> tuple[str, ...]:
    since = (
        _("sejak {day}").format(day=day(place.valid_from))
        if place.valid_until is None
        else _("sampai {day}").format(day=day(place.valid_until))
    )
    kelurahan = area(place.kelurahan_code) if place.kelurahan_code else None
    neighbourhood = " ".join(
        filter(None, [f"RT\N{NO-BREAK SPACE}{place.rt}" if place.rt else "", f"RW\N{NO-BREAK SPACE}{place.rw}" if place.rw else ""])
    )
    where = ", ".join(
        filter(None, [dwelling(place), neighbourhood, name_of(place.kelurahan_code), name_of(kelurahan.parent) if kelurahan else ""])
    )
    label = _("Alamat") if place.valid_until is None else _("Alamat dahulu")
    return (label, where or _("belum jelas"), since)


def sponsor_pairs(card: PersonCard) -> list[tuple[str, ...]]:
    return [sponsor_pair(sponsor) for sponsor in card.sponsors] or [(_("Penjamin"), _("tanpa penjamin"))]


def sponsor_pair(sponsor: Sponsor) -> tuple[str, ...]:
    role = _("Penanggung jawab") if sponsor.role == "penanggung-jawab" else _("Penjamin")
    since = day(sponsor.valid_from) + " – " + (day(sponsor.valid_until) if sponsor.valid_until else _("sekarang"))
    return (role, sponsor.name or _("nama belum tersalin"), " · ".join(filter(None, [since, sponsor.phone, sponsor.address])))


def document_kind(kind: str) -> str:
    return {
        "national": _("Paspor"),
        "official": _("Paspor dinas"),
        "diplomatic": _("Paspor diplomatik"),
        "travel": _("Dokumen perjalanan"),
    }.get(kind, kind)


def document_pair(document: TravelDocument, today: date) -> tuple[str, ...]:
    state = {"valid": "", "replaced": _("diganti"), "lost": _("hilang"), "withheld": _("ditahan")}.get(document.state, document.state)
    over = _("habis masa berlakunya") if document.valid_until and document.valid_until < today else ""
    until = _("berlaku s.d. {day}").format(day=day(document.valid_until))
    return (f"{document_kind(document.kind)} {document.issuer}", document.number, " · ".join(filter(None, [until, over, state])))


def name_kind(kind: str) -> str:
    return {"earlier": _("Nama lama"), "alias": _("Nama lain")}.get(kind, _("Nama di paspor"))


def application_pair(application: Application) -> tuple[str, ...]:
    kind = {
        "extension": _("Perpanjangan"),
        "conversion": _("Alih status"),
        "bridging": _("Izin peralihan"),
        "re-entry": _("Izin masuk kembali"),
        "exit": _("Izin keluar"),
    }[application.kind]
    state = {"pending": _("dalam proses"), "granted": _("disetujui"), "rejected": _("ditolak"), "withdrawn": _("ditarik")}[
        application.state
    ]
    decided = day(application.decided_on) if application.decided_on else ""
    return (kind, " ".join(filter(None, [state, decided])), _("diajukan {day}").format(day=day(application.filed_on)))


def visa_pairs(card: PersonCard) -> list[tuple[str, ...]]:
    visas: list[tuple[str, ...]] = [
        (_("Visa {index}").format(index=visa.index_code), visa.number, _("terbit {day}").format(day=day(visa.valid_from)))
        for visa in card.visas
    ]
    reentry: list[tuple[str, ...]] = [
        (_("IMK"), permit.number, _("berlaku s.d. {day}").format(day=day(permit.valid_until))) for permit in card.reentry_permits
    ]
    return visas + reentry


def crossing_items(card: PersonCard) -> list[dict[str, str]]:
    return [{"what": crossing_words(crossing), "line": crossing.checkpoint, "state": ""} for crossing in card.crossings]


def crossing_words(crossing: BorderCrossing) -> str:
    language = words.known(get_language() or "id")
    at = localtime(crossing.crossed_at)
    direction = pgettext("perlintasan", "Masuk") if crossing.direction == "in" else pgettext("perlintasan", "Keluar")
    return f"{direction} {words.short_date(at, language=language)}, {words.clock(at, language=language)}"


def in_force(card: PersonCard, today: date) -> list[WatchEntry]:
    """The instructions that hold today; a past one is no instruction."""
    return [
        entry for entry in card.watch_entries if entry.valid_from <= today and (entry.valid_until is None or today <= entry.valid_until)
    ]
