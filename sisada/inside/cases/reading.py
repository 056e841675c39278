"""A case as its holder reads it: under a look on record, kept under a check code, with everything that was said and done in it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sisada.inside.accounts.roles import OfficerId
from sisada.inside.audit.looks import Look, Purpose, begin_look
from sisada.inside.cases.claims import hold_of
from sisada.inside.cases.refusals import CaseProblem
from sisada.inside.lookup.find import Answer
from sisada.inside.lookup.find import read as read_under


@dataclass(frozen=True)
class CaseRow:
    """The case itself; what did not happen yet is None."""

    id: UUID
    number: str
    year: int
    kind: str
    category: str | None
    danger: bool
    channel: str
    kelurahan: str | None
    photo_count: int
    received_at: datetime
    state: str
    handler: UUID | None
    promised_from: datetime
    first_answer_due: date
    outcome_due: date
    due_at: datetime | None
    promised_at: datetime | None  # by when the next answer is due; None: closed, or its reporter's turn
    first_answered_at: datetime | None
    closed_at: datetime | None
    outcome: str | None
    reopened_at: datetime | None
    merged_into: UUID | None
    reporter_pattern: bool
    erased_at: datetime | None
    version: int


@dataclass(frozen=True)
class StayLine:
    """A line of a list, with what the mirror says to it, in a code."""

    id: UUID
    place: int
    name: str
    nationality: str
    document_number: str
    since: date | None
    until: date | None
    result: str
    person: UUID | None  # None: the number is unknown, or was not compared
    compared_at: datetime | None


@dataclass(frozen=True)
class ReportRead:
    """One report: the first of a case, a later letter, or one of a case merged into it."""

    id: UUID
    case: UUID
    case_number: str
    kind: str
    language: str
    what: str | None
    when_text: str | None
    place_text: str | None
    lat: float | None
    lon: float | None
    pin_from: str | None
    nationality: str | None  # None also while it is hidden
    reporter_name: str | None
    reporter_contact: str | None
    about_reason: str | None
    check_code: str | None
    received_at: datetime
    answerable: bool  # whether somebody follows it outside
    photos: tuple[UUID, ...]
    stays: tuple[StayLine, ...]


@dataclass(frozen=True)
class NoteRead:
    by: UUID
    at: datetime
    text: str


@dataclass(frozen=True)
class MessageRead:
    by: UUID | None  # None: the machine
    at: datetime
    step: str
    sentence: str | None
    go_to: str | None
    text: str | None


@dataclass(frozen=True)
class DecisionRead:
    id: UUID
    kind: str
    ground: str | None
    by: UUID
    at: datetime
    second: UUID | None
    second_at: datetime | None
    agreed: bool | None
    refused_why: str | None


@dataclass(frozen=True)
class PersonLinked:
    person: UUID | None  # None: looked for, and nobody found
    by: UUID | None  # None: the machine, by a number in a list
    at: datetime


@dataclass(frozen=True)
class DiscrepancyRead:
    field: str
    reported: str | None
    recorded: str | None  # None: the mirror has nothing there
    state: str
    proposed_at: datetime | None
    proposed_by: UUID | None
    proposal: str | None  # the signed file
    closed_at: datetime | None
    closed_by_position: int | None  # of the change upstream that brought it; None: not closed, or by an officer
    niora: str | None


@dataclass(frozen=True)
class WholeCase:
    case: CaseRow
    nationality_hidden: bool
    reports: tuple[ReportRead, ...]
    notes: tuple[NoteRead, ...]
    messages: tuple[MessageRead, ...]
    decisions: tuple[DecisionRead, ...]
    persons: tuple[PersonLinked, ...]
    discrepancy: DiscrepancyRead | None
    evidence: str | None  # the file that it is kept for
    check_code: str


def open_case(officer: OfficerId, device: UUID, case: UUID) -> Look:
    """Put on record that this officer reads this case, on the ground of his hold.

    Raises: CaseProblem when he does not hold it; LookRefused.
    """
    held = hold_of(case, officer=officer)
    if held is None:
        raise CaseProblem("case.not-held")
    return begin_look(officer, device, ground=held.id, purpose=Purpose.CASE, subject=case)


def read(look: Look) -> WholeCase:
    """The whole case that this look names. Raises: LookRefused."""
    kept = read_under("select answer, check_code from cases_read(%s, %s)", look, Answer)[0]
    return whole_case(kept.answer, kept.check_code)


@dataclass(frozen=True)
class _Image:
    image: memoryview | bytes


def photo(look: Look, photo_id: UUID) -> bytes | None:
    """One photo of this case, as it was encoded anew. None: it belongs to another. Raises: LookRefused."""
    found = read_under("select image from cases_photo_of(%s, %s, %s)", look, _Image, photo_id)
    return bytes(found[0].image) if found else None


def whole_case(row: dict[str, Any], check_code: str) -> WholeCase:
    """The document that cases_whole makes, as values."""
    return WholeCase(
        case=CaseRow(**_typed(row["case"])),
        nationality_hidden=row["nationality_hidden"],
        reports=tuple(_report(one) for one in row["reports"]),
        notes=tuple(NoteRead(**_typed(one)) for one in row["notes"]),
        messages=tuple(MessageRead(**_typed(one)) for one in row["messages"]),
        decisions=tuple(DecisionRead(**_typed(one)) for one in row["decisions"]),
        persons=tuple(PersonLinked(**_typed(one)) for one in row["persons"]),
        discrepancy=DiscrepancyRead(**_typed(row["discrepancy"])) if row["discrepancy"] else None,
        evidence=row["evidence"],
        check_code=check_code,
    )


def _report(row: dict[str, Any]) -> ReportRead:
    photos = tuple(UUID(one) for one in row.pop("photos"))
    stays = tuple(StayLine(**_typed(one)) for one in row.pop("stays"))
    return ReportRead(**_typed(row), photos=photos, stays=stays)


IDS = ("id", "case", "person", "by", "second", "handler", "merged_into", "proposed_by")
DAYS = ("first_answer_due", "outcome_due", "since", "until")


def _typed(row: dict[str, Any]) -> dict[str, Any]:
    """JSON's texts as what their names say: ids, days, instants (`_at`, `_from`, `at`)."""
    return {name: value if value is None else _of(name)(value) for name, value in row.items()}


def _of(name: str) -> Any:
    if name in IDS:
        return UUID
    if name in DAYS:
        return date.fromisoformat
    if name == "at" or name.endswith("_at") or name == "promised_from":
        return datetime.fromisoformat
    return lambda value: value
