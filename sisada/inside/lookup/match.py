"""Why a record is a hit, in words and by rule, never by score alone. A hit is a question to the officer, never a verdict.

Three words: *sama persis* (every given field equal, nothing contradicts, a document or whole birth date among them) ·
*kemungkinan orang yang sama* (to be held against photo and document) · *perlu dibandingkan* (the rest).
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Self

from sisada.inside.lookup.birth_dates import BirthDate
from sisada.inside.lookup.name_folding import folded_parts
from sisada.inside.lookup.question import Question


class Word(StrEnum):
    EXACT = "sama-persis"
    LIKELY = "kemungkinan"
    COMPARE = "perlu-dibandingkan"


class Field(StrEnum):
    NUMBER = "number"
    NAME = "name"
    EARLIER_NAME = "earlier-name"
    NAME_HAS = "name-has"  # every part asked is a whole part of it
    EARLIER_NAME_HAS = "earlier-name-has"
    NAME_BEGINS = "name-begins"  # the last part asked is the beginning of one
    EARLIER_NAME_BEGINS = "earlier-name-begins"
    BIRTH = "birth"
    BIRTH_YEAR = "birth-year"
    NATIONALITY = "nationality"
    ISSUER = "issuer"
    SEX = "sex"
    EXPIRY = "expiry"
    NUMBER_READ_ALIKE = "number-read-alike"  # O for 0, I for 1: "mirip", never equal


@dataclass(frozen=True)
class Candidate:
    """What scoring may see of a person: lookup_candidates returns it."""

    person_id: Any
    names: list[dict[str, Any]]
    birth_date: date | None
    birth_year: int | None
    nationality: str
    sex: str | None  # None: not stated, or not asked for
    numbers: list[dict[str, Any]]  # those that fold alike; with a travel document's issuer and end, where an MRZ was asked
    ticket: bytes = b""  # says to audit_show that this look drew this person; no score reads it


@dataclass(frozen=True)
class Contrast:
    """What an MRZ says of one field and what the record says: an officer sees at once who misread. Codes, and days as ISO 8601."""

    field: Field
    document: str
    record: str


@dataclass(frozen=True)
class Match:
    """How one candidate answers one question: the word, the fields that agree, the fields that differ; of some that differ also what stands
    on both sides."""

    word: Word
    agree: tuple[Field, ...]
    differ: tuple[Field, ...]
    contrasts: tuple[Contrast, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "word": self.word.value,
            "agree": [field.value for field in self.agree],
            "differ": [field.value for field in self.differ],
            "contrasts": [[one.field.value, one.document, one.record] for one in self.contrasts],
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        """Contrasts are absent from what an older release kept."""
        return cls(
            Word(stored["word"]),
            tuple(Field(field) for field in stored["agree"]),
            tuple(Field(field) for field in stored["differ"]),
            tuple(Contrast(Field(field), document, record) for field, document, record in stored.get("contrasts", ())),
        )


def judge(question: Question, candidate: Candidate) -> Match:
    """The match of one candidate. What was not asked neither agrees nor differs; of an MRZ every field is asked that a record can hold."""
    verdicts = [_number(question, candidate), _name(question, candidate), _birth(question, candidate), _nationality(question, candidate)]
    compared = _compared(question, candidate)
    contrasts = tuple(one for one in compared if one.document != one.record)
    verdicts += [(one.field, one not in contrasts) for one in compared]
    agree = tuple(field for field, agrees in filter(None, verdicts) if agrees)
    differ = tuple(field for field, agrees in filter(None, verdicts) if not agrees)
    return Match(_word(agree, differ), agree, differ, contrasts)


Verdict = tuple[Field, bool] | None  # None: not asked


def _word(agree: tuple[Field, ...], differ: tuple[Field, ...]) -> Word:
    weak = {Field.NUMBER_READ_ALIKE, Field.BIRTH_YEAR, *PART_OF_A_NAME}
    certain = Field.NUMBER in agree or (Field.BIRTH in agree and ({Field.NAME, Field.EARLIER_NAME} & set(agree)))
    if certain and not differ and not weak & set(agree):
        return Word.EXACT
    whole_name = Field.NAME in agree or Field.EARLIER_NAME in agree
    likely = {Field.NUMBER, Field.NUMBER_READ_ALIKE} & set(agree) or (whole_name and {Field.BIRTH, Field.BIRTH_YEAR} & set(agree))
    return Word.LIKELY if likely and len(differ) <= 1 else Word.COMPARE


def _number(question: Question, candidate: Candidate) -> Verdict:
    if question.number is None:
        return None
    if any(number["exact"] == question.number.exact for number in candidate.numbers):
        return Field.NUMBER, True
    alike = any(number["folded"] == question.number.folded for number in candidate.numbers)
    return (Field.NUMBER_READ_ALIKE, True) if alike else (Field.NUMBER, False)


def _name(question: Question, candidate: Candidate) -> Verdict:
    if not question.name_parts:
        return None
    asked = sorted(question.name_parts)
    for name in candidate.names:
        if sorted(folded_parts(f"{name['primary']} {name['secondary'] or ''}")) == asked:
            return (Field.NAME if name["kind"] == "passport" else Field.EARLIER_NAME), True
    found = [_part_of(question, name) for name in candidate.names]
    best = min(filter(None, found), key=PART_OF_A_NAME.index, default=None)
    return (best, True) if best else (Field.NAME, False)


# The nearer one first.
PART_OF_A_NAME = (Field.NAME_HAS, Field.EARLIER_NAME_HAS, Field.NAME_BEGINS, Field.EARLIER_NAME_BEGINS)


def _part_of(question: Question, name: dict[str, Any]) -> Field | None:
    recorded = folded_parts(f"{name['primary']} {name['secondary'] or ''}")
    if set(question.name_parts) <= set(recorded):
        return Field.NAME_HAS if name["kind"] == "passport" else Field.EARLIER_NAME_HAS
    if _begins(question, recorded):
        return Field.NAME_BEGINS if name["kind"] == "passport" else Field.EARLIER_NAME_BEGINS
    return None


def _begins(question: Question, recorded: tuple[str, ...]) -> bool:
    """Every part asked is there; the last may be the beginning of one."""
    *whole, last = question.name_parts
    return set(whole) <= set(recorded) and any(part.startswith(last) for part in recorded)


def _birth(question: Question, candidate: Candidate) -> Verdict:
    asked = question.birth
    if asked is None:
        return None
    if candidate.birth_date is None or asked.day is None or asked.month is None:
        return Field.BIRTH_YEAR, asked.year == (candidate.birth_date.year if candidate.birth_date else candidate.birth_year)
    return Field.BIRTH, asked == BirthDate(candidate.birth_date.year, candidate.birth_date.month, candidate.birth_date.day)


def _nationality(question: Question, candidate: Candidate) -> Verdict:
    return (Field.NATIONALITY, candidate.nationality == question.nationality) if question.nationality else None


def _compared(question: Question, candidate: Candidate) -> list[Contrast]:
    """Sex, and of the document that bears the very number its issuer and its end. What either side leaves open is not compared. An MRZ's
    optional data is no field of the record."""
    document = _document(question, candidate)
    sides = (
        (Field.SEX, question.sex, candidate.sex),
        (Field.ISSUER, question.issuer, document.get("issuer")),
        (Field.EXPIRY, question.expires_on.isoformat() if question.expires_on else None, document.get("valid_until")),
    )
    return [Contrast(field, asked, recorded) for field, asked, recorded in sides if asked and recorded]


def _document(question: Question, candidate: Candidate) -> dict[str, Any]:
    """The recorded travel document with the number that was asked; of several, one of the issuer who was asked. Empty: there is none."""
    if question.number is None:
        return {}
    same = [one for one in candidate.numbers if one["kind"] == "document" and one["exact"] == question.number.exact]
    return min(same, key=lambda one: one.get("issuer") != question.issuer, default={})


WORDS_IN_ORDER = tuple(Word)


def best_first(judged: list[tuple[Candidate, Match]]) -> list[tuple[Candidate, Match]]:
    """In the order in which an officer should read them: by word, then by how many fields agree and differ, then a whole part of a name
    before the beginning of one. Two that are both
    *sama persis* are shown as *kemungkinan*: only one of them can be the person at the door."""
    exact = [match for _, match in judged if match.word is Word.EXACT]
    if len(exact) > 1:
        judged = [(one, replace(match, word=Word.LIKELY) if match.word is Word.EXACT else match) for one, match in judged]
    return sorted(judged, key=lambda pair: (*_nearness(pair[1]), str(pair[0].person_id)))


def _nearness(match: Match) -> tuple[int, ...]:
    part = next((PART_OF_A_NAME.index(field) for field in match.agree if field in PART_OF_A_NAME), -1)
    return WORDS_IN_ORDER.index(match.word), len(match.differ), -len(match.agree), part
