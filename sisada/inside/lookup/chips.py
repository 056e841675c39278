"""What was understood of a typed text, as chips: a wrong guess is seen and one tap away from being typed otherwise."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sisada.inside.lookup.question import ChipKind, Question

WORDS: dict[ChipKind, "Promise"] = {
    ChipKind.NUMBER: _("Nomor"),
    ChipKind.NAME: _("Nama"),
    ChipKind.BIRTH: _("Lahir"),
    ChipKind.NATIONALITY: _("Warga"),
    ChipKind.UNUSED: _("Tidak dipakai"),
}
SHORTEST_NAME = 2


def worded(question: Question) -> list[tuple[str, str]]:
    return [(str(WORDS[chip.kind]), chip.text) for chip in question.chips()]


def too_little(question: Question) -> bool:
    """Would this ask for half the registry? A number, two letters of a name, or a whole birth date are enough."""
    if question.number or sum(map(len, question.name_parts)) >= SHORTEST_NAME:
        return False
    return question.birth is None or question.birth.day is None
