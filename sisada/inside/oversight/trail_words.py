"""Looks, grounds and reviews in words, and how one look stands in a list. Words only; the database decided."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from sisada.foundation import words
from sisada.inside.orders.ground_words import KINDS, number_of
from sisada.inside.oversight.refused_words import page, reason
from sisada.inside.oversight.reviews import Outcome
from sisada.inside.oversight.trail import Seen, TrailRow

PURPOSES: dict[str, "Promise"] = {
    "card": gettext_lazy("Kartu orang"),
    "search": gettext_lazy("Pencarian"),
    "area-list": gettext_lazy("Daftar wilayah"),
    "trail": gettext_lazy("Membaca jejak"),
    "case": gettext_lazy("Membaca laporan"),  # which one its ground says
}
DRAWN: dict[str, "Promise"] = {
    "random": gettext_lazy("Terpilih acak"),
    "finding": gettext_lazy("Temuan langsung, selalu ditinjau"),
    "decoy": gettext_lazy("Orang umpan, selalu ditinjau"),
    "unused-finding": gettext_lazy("Temuan langsung tanpa penglihatan, selalu ditinjau"),
}
OUTCOMES: dict[str, "Promise"] = {
    Outcome.JUSTIFIED: pgettext_lazy("hasil tinjauan", "Wajar"),
    Outcome.UNCLEAR: pgettext_lazy("hasil tinjauan", "Belum jelas"),
    Outcome.MISUSE: pgettext_lazy("hasil tinjauan", "Disalahgunakan"),
}
NAMED_AT_ONCE = 3
REFUSED = "ditolak"  # of ?tampil=: only what was refused


@dataclass(frozen=True)
class LookWords:
    """What oversight/look.html draws. `more`: people beyond the first three; `refused`: why it
    showed nothing, or nothing; `result`: what a review found, or nothing."""

    id: str
    when: str
    who: str
    device: str
    ground: str
    purpose: str
    reads_trails: bool
    asked: str
    persons: list[str]
    more: list[str]
    codes: tuple[str, ...]
    duration: str
    refused: str
    case: str
    result: str
    remark: str


def moment(at: datetime) -> str:
    """24 Nov 2026, 14.03.22: a trail needs the second."""
    language, local = words.known(get_language() or "id"), localtime(at)
    return f"{words.short_date(local.date(), language=language)}, {words.clock_with_seconds(local, language=language)}"


def look_words(row: TrailRow) -> LookWords:
    persons = [person_words(one) for one in ([row.subject] if row.subject and row.purpose != "case" else row.shown)]
    return LookWords(
        id=str(row.id or ""),
        when=moment(row.begun_at),
        who=row.officer_name or _("akun yang sudah dihapus"),
        device=row.device or "",
        ground=" · ".join(filter(None, [ground_words(row.ground_kind, row.ground_reference), row.ground_place])),
        purpose=purpose_words(row.purpose),
        reads_trails=row.purpose == "trail",
        asked=" · ".join(row.asked),
        persons=persons[:NAMED_AT_ONCE],
        more=persons[NAMED_AT_ONCE:],
        codes=row.check_codes,
        duration=_duration(row),
        refused=reason(row.refused) if row.refused else "",
        case=str(DRAWN[row.case]) if row.case else "",
        result=_("{outcome}, ditinjau {name}").format(outcome=OUTCOMES[row.outcome], name=row.reviewed_by) if row.outcome else "",
        remark=row.remark or "",
    )


def refused_chips(url: str, *, refusals: int, only_refused: bool) -> list[dict[str, Any]]:
    """The two chips above a list of looks: all, and only what was refused."""
    return [
        {"label": _("Semua"), "count": None, "href": url, "on": not only_refused},
        {"label": _("Ditolak"), "count": refusals, "href": f"{url}?tampil={REFUSED}", "on": only_refused},
    ]


def purpose_words(purpose: str) -> str:
    """A look's purpose; of a page that was refused, what it is about."""
    return str(PURPOSES[purpose]) if purpose in PURPOSES else page(purpose)


def ground_words(kind: str, reference: str | None) -> str:
    """Surat perintah · SP 0416/XI/2026."""
    return " · ".join(filter(None, [str(KINDS.get(kind, kind)), number_of(kind, reference or "")]))


def person_words(person: Seen) -> str:
    """Name and NIORA; whom the mirror no longer holds has neither."""
    name = " · ".join(filter(None, [person.name, person.niora])) or _("tidak ada lagi dalam salinan")
    return _("{person} (orang umpan)").format(person=name) if person.decoy else name


def _duration(row: TrailRow) -> str:
    """Nobody need close a search: another one replaces it on the screen, and it runs out by itself."""
    language = words.known(get_language() or "id")
    if row.refused:
        return ""
    if row.continued:
        return _("halaman tetap terbuka")
    if row.ended_at is None:
        said = _("tidak ditutup; paling lama sampai {clock}") if row.id is None else _("tidak ditutup; habis pukul {clock}")
        return said.format(clock=words.clock(localtime(row.valid_until), language=language))
    return _("ditutup setelah {span}").format(span=words.span((row.ended_at - row.begun_at).total_seconds(), language=language))
