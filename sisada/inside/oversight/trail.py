"""Who saw whom, when, on what ground. A trail is read under a look of its own; its question stands in that look."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from sisada.inside.audit.looks import Look, Purpose
from sisada.inside.lookup.document_numbers import DocumentNumber
from sisada.inside.lookup.find import Answer, read

PAGE = 50
# Grounds that say by themselves why: an order, a document in the hand, an assignment. The others are an officer's own word for it.
EXPLAINED = frozenset({"order", "document", "assignment"})
# A report is read because its hold is in the officer's hands. Whom else he looks up under that hold is his own word.
EXPLAINED_FOR = frozenset({("case", Purpose.CASE)})


@dataclass(frozen=True)
class TrailQuestion:
    """What a trail is asked for. Each part None: not asked. Whom the number means is resolved under the look, so that it leaves a trace."""

    number: DocumentNumber | None = None
    officer: UUID | None = None
    reference: str | None = None  # of the ground, as people call it: SP 0412/XI/2026
    look: UUID | None = None  # the id of its case; of a look that is over also its own
    begins: datetime | None = None
    ends: datetime | None = None

    def to_json(self) -> dict[str, Any]:
        parts = {
            "exact": self.number.exact if self.number else None,
            "typed": self.number.exact if self.number else None,
            "officer": self.officer,
            "reference": self.reference,
            "look": self.look,
            "from": self.begins,
            "until": self.ends,
        }
        return {"kind": "trail"} | {key: str(value) for key, value in parts.items() if value is not None}


def next_page(question: dict[str, Any], *, at: str, place: str) -> dict[str, Any]:
    """The same question, from where a page ended."""
    return question | {"before": {"at": at, "place": place}}


@dataclass(frozen=True)
class Seen:
    """A person as a trail names one; name and NIORA None when the mirror no longer has the row."""

    id: UUID
    name: str | None
    niora: str | None
    decoy: bool

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Self:
        return cls(UUID(row["id"]), row["name"], row["niora"], row["decoy"])


@dataclass(frozen=True)
class TrailRow:
    """One look, or one that was refused: who, when, on which ground, for what, whom it disclosed, and what a review found."""

    id: UUID | None  # None: it is still open, or was refused
    place: str
    officer: UUID
    officer_name: str | None
    device: str | None
    purpose: str
    begun_at: datetime
    valid_until: datetime  # when it runs out by itself
    ended_at: datetime | None  # None: nobody closed it
    refused: str | None  # the code that says why it showed nothing; None: it was a look
    continued: bool  # a page that stayed open
    asked: tuple[str, ...]  # what was typed or chosen, for a search or a trail
    ground_kind: str  # empty: refused before one was chosen
    ground_reference: str
    ground_place: str
    subject: Seen | None  # None: a search or list. Of a refusal: who was asked for
    shown: tuple[Seen, ...]
    check_codes: tuple[str, ...]
    case: str | None  # why it came up for review; None: it did not
    outcome: str | None  # None: not reviewed
    remark: str | None
    reviewed_by: str | None

    @property
    def explained(self) -> bool:
        """What was refused never is: it stands with what needs somebody's eye."""
        return not self.refused and (self.ground_kind in EXPLAINED or (self.ground_kind, self.purpose) in EXPLAINED_FOR)

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Self:
        review = row["review"] or {}
        return cls(
            id=UUID(row["id"]) if row["id"] else None,
            place=row["place"],
            officer=UUID(row["officer"]),
            officer_name=row["officer_name"],
            device=row["device"],
            purpose=row["purpose"],
            begun_at=datetime.fromisoformat(row["begun_at"]),
            valid_until=datetime.fromisoformat(row["valid_until"]),
            ended_at=datetime.fromisoformat(row["ended_at"]) if row["ended_at"] else None,
            refused=row.get("refused"),
            continued=bool(row["continues"]),
            asked=_asked(row),
            ground_kind=row["ground"]["kind"],
            ground_reference=row["ground"]["reference"],
            ground_place=row["ground"]["place"],
            subject=Seen.from_json(row["subject"]) if row["subject"] else None,
            shown=tuple(Seen.from_json(one) for one in row["shown"]),
            check_codes=tuple(answer["code"] for answer in row["answers"]),
            case=row["case"],
            outcome=review.get("outcome"),
            remark=review.get("remark"),
            reviewed_by=review.get("by"),
        )


def _asked(row: dict[str, Any]) -> tuple[str, ...]:
    query = row["query"] if isinstance(row["query"], dict) else {}
    parts = (query.get("typed"), row["asked_officer"], query.get("reference"), query.get("code"))
    return tuple(str(part) for part in parts if part)


@dataclass(frozen=True)
class Trail:
    """One page of looks and refusals, newest first. `persons`: whom the number meant; None: the question named no number. `refusals`: how
    many the whole question has."""

    persons: tuple[Seen, ...] | None
    refusals: int
    rows: tuple[TrailRow, ...]
    check_code: str


def trail(look: Look) -> Trail:
    """The looks that this trail's look asks for and what was refused among them, newest first. Raises: LookRefused."""
    return _trail(read("select answer, check_code from oversight_trail(%s, %s)", look, Answer)[0])


def refused_trail(look: Look) -> Trail:
    """Only what was refused, by the same question under the same look, newest first. Raises: LookRefused."""
    return _trail(read("select answer, check_code from oversight_trail_refused(%s, %s)", look, Answer)[0])


def _trail(answer: Answer) -> Trail:
    persons, looks = answer.answer["persons"], answer.answer["looks"]
    return Trail(
        persons=None if persons is None else tuple(Seen.from_json(one) for one in persons),
        refusals=answer.answer["refusals"],
        rows=tuple(TrailRow.from_json(one) for one in looks),
        check_code=answer.check_code,
    )
