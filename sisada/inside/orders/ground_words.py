"""A ground in words. What was written with it is kept in Indonesian; its kind is worded for whoever reads."""

from datetime import datetime

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from sisada.foundation import words
from sisada.inside.audit.grounds import GroundInForce

KINDS: dict[str, "Promise"] = {
    "order": gettext_lazy("Surat perintah"),
    "document": gettext_lazy("Dokumen di tangan"),
    "desk-task": gettext_lazy("Tugas meja"),
    "finding": gettext_lazy("Temuan langsung"),
    "review": gettext_lazy("Tinjauan privasi"),
    "case": gettext_lazy("Laporan masyarakat"),
    "own-request": gettext_lazy("Permintaan orang itu sendiri"),
}


def label(ground: GroundInForce) -> str:
    """What the strip on top and the choice say: an order by its number, a document by its end, any other by its kind and number."""
    if ground.kind == "order":
        return ground.reference
    if ground.kind == "document":
        return _("Dokumen di tangan · sampai {clock}").format(clock=_clock(ground.valid_until))
    return f"{KINDS.get(ground.kind, ground.kind)} {number_of(ground.kind, ground.reference)}"


def number_of(kind: str, reference: str) -> str:
    """The part of a reference that the kind does not say already: a number, the time of a document, the letter of a finding."""
    if kind == "document":
        return reference.removeprefix("Dokumen ")
    if kind == "finding":
        return _("huruf {letter}").format(letter=reference.removeprefix("Temuan langsung huruf "))
    return reference


def _clock(at: datetime) -> str:
    return words.clock(localtime(at), language=words.known(get_language() or "id"))
