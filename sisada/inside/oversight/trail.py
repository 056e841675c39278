"""Who saw whom, when, on what ground. A trail is read under a look of its own; its question stands in that look."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from sisada.inside.audit.looks import Look
from sisada.inside.lookup.find import Answer, read

PAGE = 50


@dataclass(frozen=True)
class TrailQuestion:
    """What a trail is asked for. Each part None: not asked. A person is the subject of the trail's look, not part of its question."""

    officer: UUID | None = None
    ground: UUID | None = None
    look: UUID | None = None
    begins: datetime | None = None
    ends: datetime | None = None
    before: UUID | None = None  # the last look of the page before

    def to_json(self) -> dict[str, Any]:
        parts = {"officer": self.officer, "ground": self.ground, "look": self.look, "from": self.begins, "until": self.ends, "before": self.before}
        return {"kind": "trail"} | {key: str(value) for key, value in parts.items() if value is not None}


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
    """One look: who, when, on which ground, for what, whom it disclosed, and what a review found."""

    id: UUID
    officer: UUID
    officer_name: str | None
    device: str | None
    purpose: str
    begun_at: datetime
    ended_at: datetime | None  # None: it ran out by itself
    continued: bool  # a page that stayed open
    typed: str | None  # what was typed, for a search
    ground_kind: str
    ground_reference: str
    ground_place: str
    subject: Seen | None  # None: a search or list
    shown: tuple[Seen, ...]
    check_codes: tuple[str, ...]
    case: str | None  # why it came up for review; None: it did not
    outcome: str | None  # None: not reviewed
    remark: str | None
    reviewed_by: str | None

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Self:
        review = row["review"] or {}
        return cls(
            id=UUID(row["id"]),
            officer=UUID(row["officer"]),
            officer_name=row["officer_name"],
            device=row["device"],
            purpose=row["purpose"],
            begun_at=datetime.fromisoformat(row["begun_at"]),
            ended_at=datetime.fromisoformat(row["ended_at"]) if row["ended_at"] else None,
            continued=row["continues"] is not None,
            typed=(row["query"] or {}).get("typed"),
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


def trail(look: Look) -> tuple[list[TrailRow], str]:
    """The looks that this trail's look asks for, newest first, with the check code. Raises: LookRefused."""
    answer = read("select answer, check_code from oversight_trail(%s, %s)", look, Answer)[0]
    return [TrailRow.from_json(row) for row in answer.answer], answer.check_code


@dataclass(frozen=True)
class Stood:
    """What stood on a screen: under which look, when, exactly what, and whether its mac still proves it."""

    row: TrailRow
    at: datetime
    answer: Any
    proven: bool


def answers_of_code(look: Look) -> tuple[list[Stood], str]:
    """Everything that was ever shown under the check code in this trail's look, newest first. Raises: LookRefused."""
    answer = read("select answer, check_code from oversight_answers_of_code(%s, %s)", look, Answer)[0]
    stood = [Stood(TrailRow.from_json(one["look"]), datetime.fromisoformat(one["at"]), one["answer"], one["proven"]) for one in answer.answer]
    return stood, answer.check_code
