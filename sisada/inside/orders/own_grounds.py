"""The grounds an officer may open for himself, each for a short time, and which role may open which.

Free text adds to a ground, it is never one: a desk task is named by its number in the register, a finding by its letter of art. 30.
Source: Permenimipas 2/2025 art. 30; Law 27/2022 art. 32."""

from enum import StrEnum
from uuid import UUID

from sisada.inside.accounts.roles import Officer, Role
from sisada.inside.orders.refusals import call


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
    """A document is in the officer's hand. Returns the ground's id. Raises: OrderProblem."""
    return _made(call("orders_open_document", officer))


def open_desk_task(officer: UUID, *, reference: str) -> UUID:
    """A task at the desk, by its number in the register. Raises: OrderProblem when the reference holds no number."""
    return _made(call("orders_open_desk_task", officer, reference))


def open_review(officer: UUID, *, reference: str) -> UUID:
    """A privacy review, by its number. Raises: OrderProblem as above."""
    return _made(call("orders_open_review", officer, reference))


def open_own_request(officer: UUID, *, reference: str) -> UUID:
    """Somebody at the counter asks who looked at him. Raises: OrderProblem as above."""
    return _made(call("orders_open_own_request", officer, reference))


def _made(ground: object) -> UUID:
    return UUID(str(ground))
