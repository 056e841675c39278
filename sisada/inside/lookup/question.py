"""What an officer asks: one box takes anything, and one rule says what it was. The question is stored in the look, as plain JSON.

Begin with `understand`. What it understood is shown as chips, so that a wrong guess is seen and typed otherwise.
"""

import re
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, Self

from sisada.inside.lookup.birth_dates import BirthDate, read_birth_date, take_birth_date
from sisada.inside.lookup.document_numbers import DocumentNumber
from sisada.inside.lookup.mrz import Mrz, looks_like_mrz, read_mrz
from sisada.inside.lookup.mrz_fields import MrzFault, Wrong
from sisada.inside.lookup.name_folding import folded_parts
from sisada.inside.lookup.nationality_words import nationality_after_a_date, nationality_at_the_end

SHORTEST_NUMBER = 5  # signs; shorter ones are house numbers and slips

Json = dict[str, Any]


class QuestionKind(StrEnum):
    MRZ = "mrz"
    MRZ_UNREADABLE = "mrz_unreadable"
    NUMBER = "number"
    PERSON = "person"


class ChipKind(StrEnum):
    NUMBER = "number"
    NAME = "name"
    BIRTH = "birth"
    NATIONALITY = "nationality"
    UNUSED = "unused"  # typed, but not asked: an officer must see it


class Chip(NamedTuple):
    kind: ChipKind
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood. Which fields count is a matter of its kind; the others are empty.

    number and name_parts are compared folded (document_numbers, name_folding). nationality and issuer are codes of travel documents."""

    kind: QuestionKind
    number: DocumentNumber | None = None
    name_parts: tuple[str, ...] = ()
    last_part_is_prefix: bool = False  # the last name part is only a beginning: still being typed, or cut by the document
    birth: BirthDate | None = None
    nationality: str | None = None
    issuer: str | None = None
    sex: str | None = None  # M or F; None: the document does not state it
    expires_on: date | None = None  # of the document; None: it has no end
    faults: tuple[MrzFault, ...] = ()
    unused: tuple[str, ...] = ()  # words that no rule understood

    @property
    def is_empty(self) -> bool:
        """Nothing to look for: not even a part of a name, and no fault to tell."""
        return not (self.number or self.name_parts or self.birth or self.faults)

    def chips(self) -> tuple[Chip, ...]:
        said = (
            (ChipKind.NUMBER, self.number.exact if self.number else ""),
            (ChipKind.NAME, " ".join(self.name_parts)),
            (ChipKind.BIRTH, self.birth.written() if self.birth else ""),
            (ChipKind.NATIONALITY, self.nationality or ""),
            (ChipKind.UNUSED, " ".join(self.unused)),
        )
        return tuple(Chip(kind, text) for kind, text in said if text)

    def to_json(self) -> Json:
        """Plain and stable: looks keep it, and SQL functions read it. Keys that a kind does not use are left out."""
        whole: Json = {
            "kind": self.kind.value,
            "number": self.number.exact if self.number else None,
            "exact": self.number.exact if self.number else None,
            "folded": self.number.folded if self.number else None,
            "name_parts": list(self.name_parts),
            "last_part_is_prefix": self.last_part_is_prefix,
            "birth": asdict(self.birth) if self.birth else None,
            "nationality": self.nationality,
            "issuer": self.issuer,
            "sex": self.sex,
            "expires_on": self.expires_on.isoformat() if self.expires_on else None,
            "faults": [{"line": fault.line, "position": fault.position, "what": fault.what.value} for fault in self.faults],
        }
        unused: Json = {"unused": list(self.unused)} if self.unused else {}
        return {key: whole[key] for key in _KEYS[self.kind]} | unused

    @classmethod
    def from_json(cls, stored: Json) -> Self:
        """The question that `to_json` wrote.

        Raises: KeyError or ValueError for what it cannot have written."""
        kind = QuestionKind(stored["kind"])
        given = {key: stored[key] for key in _KEYS[kind]}
        expires_on = given.get("expires_on")
        exact, name_parts, birth = given.get("exact") or given.get("number"), given.get("name_parts") or (), given.get("birth")
        return cls(
            kind=kind,
            number=DocumentNumber(exact) if exact else None,
            name_parts=tuple(name_parts),
            last_part_is_prefix=given.get("last_part_is_prefix", kind is QuestionKind.PERSON and bool(name_parts)),
            birth=BirthDate(**birth) if birth else None,
            nationality=given.get("nationality"),
            issuer=given.get("issuer"),
            sex=given.get("sex"),
            expires_on=date.fromisoformat(expires_on) if expires_on else None,
            faults=tuple(MrzFault(fault["line"], fault["position"], Wrong(fault["what"])) for fault in given.get("faults") or ()),
            unused=tuple(stored.get("unused", ())),
        )


_KEYS = {
    QuestionKind.MRZ: (
        "kind",
        "number",
        "folded",
        "name_parts",
        "last_part_is_prefix",
        "birth",
        "nationality",
        "issuer",
        "sex",
        "expires_on",
    ),
    QuestionKind.MRZ_UNREADABLE: ("kind", "faults"),
    QuestionKind.NUMBER: ("kind", "folded", "exact"),
    QuestionKind.PERSON: ("kind", "name_parts", "birth", "nationality"),
}


def understand(text: str, today: date) -> Question:
    """What `text` asks for. An MRZ is one or is unreadable, never a name; a number wins over the words around it, which are then
    shown as unused; everything else is a person: name parts, the last of them a beginning, with birth date and nationality if given."""
    if looks_like_mrz(text):
        return _from_mrz(read_mrz(text, today))
    whole = read_birth_date(text, today)
    if whole:
        return Question(QuestionKind.PERSON, birth=whole)
    if not any(sign.isalpha() for sign in text):  # digits in groups: a number, even where one group looks like a year
        return _number(text.split()) or Question(QuestionKind.PERSON, unused=tuple(text.split()))
    taken = take_birth_date(text, today)
    before, after = (taken.before, taken.after) if taken else (text, "")
    return _number([*before.split(), *after.split()]) or _person(before, after, taken.birth_date if taken else None)


def _from_mrz(read: Mrz | tuple[MrzFault, ...]) -> Question:
    if not isinstance(read, Mrz):
        return Question(QuestionKind.MRZ_UNREADABLE, faults=read)
    return Question(
        QuestionKind.MRZ,
        number=DocumentNumber.parse(read.number),
        name_parts=folded_parts(f"{read.primary_name} {read.secondary_name}"),
        last_part_is_prefix=read.name_is_cut,
        birth=read.birth_date,
        nationality=read.nationality or None,
        issuer=read.issuer or None,
        sex=read.sex,
        expires_on=read.expires_on,
    )


def _number(words: list[str]) -> Question | None:
    """The longest run of words that together make one number; None when there is none."""
    runs = sorted(_runs(words), key=lambda run: -len("".join(words[run])))
    for run in runs:
        number = DocumentNumber.parse("".join(words[run]))
        if len(number.exact) >= SHORTEST_NUMBER:
            unused = (*words[: run.start], *words[run.stop :])
            return Question(QuestionKind.NUMBER, number=number, unused=tuple(word.upper() for word in unused))
    return None


def _runs(words: list[str]) -> list[slice]:
    """Neighbouring words that may be blocks of one number. A block has a digit, or is a series of one or two letters beside one."""
    marks = "".join("9" if _is_block(word) else "A" if _is_series(word) else " " for word in words)
    return [slice(*found.span()) for found in re.finditer("A?9[9A]*", marks)]


def _is_block(word: str) -> bool:
    return bool(re.fullmatch(r"[A-Za-z0-9./-]*[0-9][A-Za-z0-9./-]*", word))


def _is_series(word: str) -> bool:
    return bool(re.fullmatch("[A-Za-z]{1,2}", word))


def _person(before: str, after: str, birth: BirthDate | None) -> Question:
    front, back = folded_parts(before), folded_parts(after)
    names_before, names_after = _words_only(front), _words_only(back)
    taken = nationality_after_a_date(names_after)
    if taken:
        name_parts = (*names_before, *taken.others)
    else:
        taken = nationality_at_the_end((*names_before, *names_after))
        name_parts = taken.others if taken else (*names_before, *names_after)
    return Question(
        QuestionKind.PERSON,
        name_parts=name_parts,
        last_part_is_prefix=bool(name_parts),
        birth=birth,
        nationality=taken.code if taken else None,
        unused=tuple(part for part in (*front, *back) if not part.isalpha()),
    )


def _words_only(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Without parts that hold a digit: nobody's name does."""
    return tuple(part for part in parts if part.isalpha())
