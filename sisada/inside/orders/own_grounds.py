"""The grounds an officer may open for himself, and a direct finding that a superior must answer first. Which role may open which.

Free text adds to a ground, it is never one: a desk task is named by its number in the register, a finding by its letter of art. 30.
Source: Permenimipas 2/2025 art. 30; Law 27/2022 art. 32."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import connection
from psycopg.rows import class_row

from sisada.inside.accounts.roles import Officer, Role
from sisada.inside.orders.orders import call


class OwnGround(StrEnum):
    DOCUMENT = "document"
    DESK_TASK = "desk-task"
    FINDING = "finding"
    REVIEW = "review"
    OWN_REQUEST = "own-request"


OPEN_TO: dict[OwnGround, tuple[Role, ...]] = {
    OwnGround.DOCUMENT: (Role.PETUGAS, Role.ATASAN, Role.MEJA, Role.KEPALA),
    OwnGround.DESK_TASK: (Role.MEJA,),
    OwnGround.FINDING: (Role.PETUGAS, Role.ATASAN),
    OwnGround.REVIEW: (Role.PENGAWAS,),
    OwnGround.OWN_REQUEST: (Role.PENGAWAS, Role.MEJA),
}


def open_to(officer: Officer) -> list[OwnGround]:
    """What this officer may open, in the order in which it is offered."""
    return [ground for ground, roles in OPEN_TO.items() if officer.may(*roles)]


def open_document(officer: UUID) -> UUID:
    return UUID(str(call("select orders_open_document(%s)", [officer])))


def open_desk_task(officer: UUID, *, reference: str) -> UUID:
    return UUID(str(call("select orders_open_desk_task(%s, %s)", [officer, reference])))


def open_review(officer: UUID, *, reference: str) -> UUID:
    return UUID(str(call("select orders_open_review(%s, %s)", [officer, reference])))


def open_own_request(officer: UUID, *, reference: str) -> UUID:
    return UUID(str(call("select orders_open_own_request(%s, %s)", [officer, reference])))


@dataclass(frozen=True)
class FindingRow:
    """A direct finding and its answer; the later fields None until it is answered."""

    id: UUID
    officer: UUID
    letter: str
    sentence: str
    place: str
    reported_at: datetime
    approved: bool | None
    answered_by: UUID | None
    answered_at: datetime | None
    order_due_at: datetime | None


def report_finding(officer: UUID, device: UUID, *, letter: str, sentence: str, place: str) -> UUID:
    """Report what was found; superiors are told in turn. Raises: OrderProblem when there is nobody to ask."""
    return UUID(str(call("select orders_report_finding(%s, %s, %s, %s, %s)", [officer, device, letter, sentence, place])))


def answer_finding(finding: UUID, *, by: UUID, approve: bool) -> None:
    """Raises: OrderProblem when somebody answered before, or the answerer is not a superior."""
    call("select orders_answer_finding(%s, %s, %s)", [finding, by, approve])


FINDING = """
select finding.id, finding.officer, finding.letter, finding.sentence, finding.place, finding.reported_at,
    answer.approved, answer.answered_by, answer.answered_at, answer.order_due_at
from orders_finding as finding left join orders_finding_answer as answer on answer.finding = finding.id
where finding.id = %s
"""


def finding(finding_id: UUID) -> FindingRow | None:
    with connection.cursor() as cursor:
        cursor.cursor.row_factory = class_row(FindingRow)
        cursor.execute(FINDING, [finding_id])
        return cursor.fetchone()
