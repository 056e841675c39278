"""Whose hands a case is in. A hold is the ground of every look at the case, and ends by itself."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from psycopg.rows import class_row

from sisada.inside.cases import words_out
from sisada.inside.cases.refusals import call, rows_of

NEXT = 5  # "ambil 5 berikutnya"


@dataclass(frozen=True)
class Held:
    """A case in an officer's hands now. `id` is the ground of his looks at it."""

    id: UUID
    officer: UUID
    kind: str  # handler, second
    until: datetime


def claim(case: UUID, *, by: UUID) -> UUID:
    """Take a case, or keep the one that is one's own; the ground under which it is read. The first to claim a new one tells its reporters.

    Raises: CaseProblem when a colleague holds it, or it is for somebody else to judge.
    """
    with transaction.atomic():
        hold = UUID(str(call("cases_claim", case, by)))
        _tell_once(case, by)
    return hold


def claim_next(*, by: UUID, most: int = NEXT) -> list[UUID]:
    """Take the next ones that nobody holds: danger first, then what was promised earliest. Empty: there are none."""
    with transaction.atomic():
        taken = [row[0] for row in rows_of("cases_claim_next", by, most)]
        for case in taken:
            _tell_once(case, by)
    return taken


def claim_second(case: UUID, *, by: UUID) -> UUID:
    """Take a case to look at it a second time. Raises: CaseProblem when it does not wait for that, or one decided it."""
    return UUID(str(call("cases_claim_second", case, by)))


def release(case: UUID, *, by: UUID) -> None:
    """Give it back. Raises: CaseProblem."""
    call("cases_release", case, by)


def hand_over(case: UUID, *, by: UUID, to: UUID) -> None:
    """Give it to a colleague, who is told. Raises: CaseProblem when he may not handle it."""
    call("cases_hand_over", case, by, to)


HOLDS = """
select id, officer, kind, until from cases_hold
where "case" = %s and ended_at is null and until > clock_timestamp() order by kind, since
"""


def holds(case: UUID) -> list[Held]:
    """Who holds a case now: at most one handler, and superiors who look a second time."""
    with connection.cursor() as cursor:
        cursor.cursor.row_factory = class_row(Held)
        cursor.execute(HOLDS, [case])
        return list(cursor.fetchall())


def hold_of(case: UUID, *, officer: UUID) -> Held | None:
    """None: this officer does not hold it now."""
    return next((held for held in holds(case) if held.officer == officer), None)


SECONDS = """
select "case" from cases_hold where officer = %s and kind = 'second' and ended_at is null and until > clock_timestamp()
"""


def held_as_second(*, by: UUID) -> set[UUID]:
    """The cases that this superior looks at a second time now."""
    with connection.cursor() as cursor:
        cursor.execute(SECONDS, [by])
        return {row[0] for row in cursor.fetchall()}


def case_held_as(ground: UUID) -> UUID | None:
    """The case whose hold is this ground. None: the ground is another kind's."""
    with connection.cursor() as cursor:
        cursor.execute('select "case" from cases_hold where id = %s', [ground])
        row = cursor.fetchone()
    return row[0] if row else None


UNTOLD = """
select outcome_due from cases_case as one
where id = %s and state = 'reviewing'
  and not exists (select from cases_message as told where told."case" = one.id and told.step = 'reviewing' and told.at > one.promised_from)
"""


def _tell_once(case: UUID, by: UUID) -> None:
    """That somebody reviews it is told when the first one takes it, and again after it was reopened."""
    with connection.cursor() as cursor:
        cursor.execute(UNTOLD, [case])
        untold = cursor.fetchone()
    if untold:
        words_out.tell(case, words_out.word("reviewing", promised_on=untold[0]), by=by)
