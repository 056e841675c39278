"""A kept answer drawn as it was drawn then: a card by the card's parts, hits by the list's, anything else as it is kept."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from sisada.inside.lookup import result_words
from sisada.inside.lookup.card_words import CardWords, card_words
from sisada.inside.lookup.person import Hit, PersonCard
from sisada.inside.lookup.result_words import Row
from sisada.inside.oversight.stood import Stood
from sisada.inside.oversight.trail_words import LookWords, look_words, moment
from sisada.inside.registry.mirror_age import MirrorAge

AS_OF_THAT_DAY = _("Umur salinan waktu itu tidak disimpan: kata keadaan izin dihitung untuk hari itu, seakan salinannya segar.")
KEPT_OF_CARD = _("Foto tidak disimpan; semua tulisan kartunya disimpan.")
KEPT_OF_CARD_WITHOUT_PHOTO = _("Waktu itu data tanpa foto; semua tulisan kartunya disimpan.")
KEPT_OF_ROWS = _("Semua baris disimpan, dengan urutan dan kecocokan tiap baris.")
KEPT_OF_TEXT = _("Halamannya sendiri tidak digambar ulang.")


@dataclass(frozen=True)
class StoodWords:
    """What oversight/stood.html draws: one of `card`, `rows` and `text`; the others None. `kept`: what the mac proves, and what was never
    kept."""

    when: str
    kept: str
    proven: bool
    look: LookWords
    card: CardWords | None
    rows: list[Row] | None
    text: str | None


def stood_words(stood: Stood) -> StoodWords:
    card = card_of(stood)
    rows = rows_of(stood) if card is None else None
    text = json.dumps(stood.answer, ensure_ascii=False, indent=2, sort_keys=True) if card is None and rows is None else None
    kept = " ".join(map(str, _kept(stood, card=card, rows=rows)))
    return StoodWords(moment(stood.at), kept, stood.proven, look_words(stood.row), card, rows, text)


def _kept(stood: Stood, *, card: CardWords | None, rows: list[Row] | None) -> "list[Promise]":
    """What was kept of this answer, and what never was."""
    if card:
        return [KEPT_OF_CARD if stood.answer["photo"] else KEPT_OF_CARD_WITHOUT_PHOTO, AS_OF_THAT_DAY]
    return [KEPT_OF_ROWS, AS_OF_THAT_DAY] if rows is not None else [KEPT_OF_TEXT]


def card_of(stood: Stood) -> CardWords | None:
    """None: it was no card, or its shape is another release's; then it stands as it is kept."""
    if stood.row.purpose != "card" or not isinstance(stood.answer, dict):
        return None
    try:
        card = PersonCard.from_json(stood.answer | {"photo": None})  # the picture was another answer's
    except (KeyError, TypeError, ValueError):
        return None
    return card_words(card, **_as_of(stood.at))


def rows_of(stood: Stood) -> list[Row] | None:
    """None: as above. No row leads anywhere: the supervisor opens nobody."""
    if stood.row.purpose not in ("search", "area-list") or not isinstance(stood.answer, list):
        return None
    try:
        hits = [Hit.from_json(one) for one in stood.answer]
    except (KeyError, TypeError, ValueError):
        return None
    return [result_words.row(hit, href="", **_as_of(stood.at)) for hit in hits]


def _as_of(at: datetime) -> dict[str, Any]:
    """The words of that day. How old the mirror was is not kept with the answer: it is taken as fresh, and the page says so."""
    return {"today": localtime(at).date(), "age": MirrorAge(source_at=at, phase="streaming", copied_share=1.0), "now": at}
