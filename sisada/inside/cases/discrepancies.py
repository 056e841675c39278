"""What stands otherwise in the street than in the mirror: reported from a card, proposed upstream, and closed when the link brings it. The
mirror is never edited. The list holds open columns alone; who it is about is read in a case, under a look."""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from psycopg.rows import class_row

from sisada.foundation.clock import now
from sisada.foundation.office import office
from sisada.inside.audit.looks import Look
from sisada.inside.cases import promising, proposal_file
from sisada.inside.cases.reading import WholeCase
from sisada.inside.cases.refusals import call, rows_by
from sisada.inside.lookup.document_numbers import DocumentNumber
from sisada.inside.lookup.name_folding import folded_parts

PAGE = 50


class State(StrEnum):
    OPEN = "open"
    PROPOSED = "proposed"
    CLOSED = "closed"  # with those that were withdrawn


@dataclass(frozen=True)
class Found:
    """What an officer found. `what`: as a human reads it; an address ends with its kelurahan's code in brackets."""

    field: str
    what: str
    kelurahan: str | None  # where it was found; None: not said
    remark: str = ""

    @property
    def comparable(self) -> str | None:
        """The same as the mirror's keys would hold it. None: this field is compared otherwise, or by nobody."""
        if self.field in ("document", "permit"):
            return DocumentNumber.parse(self.what).exact
        if self.field == "name":
            return " ".join(sorted(folded_parts(self.what)))
        return self.what if self.field == "birth_date" else None


REPORT = "select cases_report_discrepancy(%s, %s, %s, %s, %s, %s, %s, jsonb_populate_record(null::cases_case, %s))"


def report(look: Look, found: Found, *, form: UUID) -> UUID:
    """Report what differs, about the person whose card this look opened; the case it became, or became part of. `form`: the id that the
    form was made with; sent twice it makes one.

    Raises: CaseProblem; LookRefused when the look is over."""
    promised = promising.on_arrival(now(), kind="discrepancy", danger=False)
    row = json.dumps({"office_code": office().code, "kelurahan": found.kelurahan, **promising.as_row(promised)})
    values = [look.id, look.officer, form, found.field, found.what, found.comparable, found.remark, row]
    made: UUID = rows_by(REPORT, values)[0][0]
    return made


def propose(read: WholeCase, *, by: UUID, name: str, seen: int) -> None:
    """Propose the change to the Directorate: the file is signed and kept, and from now on it waits for the link. `name`: the officer's, who
    answers for it. Raises: CaseProblem."""
    with transaction.atomic():
        call("cases_propose", read.case.id, by, seen, proposal_file.signed(read, officer=name, at=now()))


def withdraw(case: UUID, *, by: UUID, seen: int, why: str) -> None:
    """It is not so after all. Raises: CaseProblem."""
    call("cases_end_discrepancy", case, by, seen, "withdrawn", why)


def note_corrected(case: UUID, *, by: UUID, seen: int, why: str) -> None:
    """The Directorate changed what no machine compares. Raises: CaseProblem."""
    call("cases_end_discrepancy", case, by, seen, "corrected", why)


@dataclass(frozen=True)
class Row:
    """One discrepancy as everybody at the desk may see it: nobody's name."""

    id: UUID
    number: str
    field: str
    state: str
    channel: str
    kelurahan: str | None
    received_at: datetime
    proposed_at: datetime | None
    closed_at: datetime | None
    holder: UUID | None  # who reads it now; None: anybody may take it
    version: int


ROWS = """
select one.id, one.number, different.field, different.state, one.channel, one.kelurahan, one.received_at, different.proposed_at,
    different.closed_at, hold.officer as holder, one.version
from cases_discrepancy as different join cases_case as one on one.id = different."case"
left join cases_hold as hold on hold."case" = one.id and hold.kind = 'handler' and hold.ended_at is null and hold.until > clock_timestamp()
"""
STATES: dict[State, tuple[str, ...]] = {State.OPEN: ("open",), State.PROPOSED: ("proposed",), State.CLOSED: ("closed", "withdrawn")}
# The oldest first where somebody waits; of those that ended the newest.
ORDER = {
    State.OPEN: "one.received_at, one.id",
    State.PROPOSED: "different.proposed_at, one.id",
    State.CLOSED: "different.closed_at, one.id",
}
LAST = 'select {} from cases_discrepancy as different join cases_case as one on one.id = different."case" where one.id = %(after)s'


def rows(state: State, *, after: UUID | None = None) -> list[Row]:
    """One page; `after`: the last of the page before."""
    ordered = ORDER[state]
    further = f"({ordered}) {'<' if state is State.CLOSED else '>'} ({LAST.format(ordered)})" if after else "true"
    direction = "desc" if state is State.CLOSED else "asc"
    order = ", ".join(f"{column} {direction}" for column in ordered.split(", "))
    statement = f"{ROWS} where different.state = any (%(states)s) and {further} order by {order} limit {PAGE}"
    return _rows(statement, {"states": list(STATES[state]), "after": after})


def one(case: UUID) -> Row | None:
    """None: there is none."""
    found = _rows(f"{ROWS} where one.id = %(case)s", {"case": case})
    return found[0] if found else None


def counts() -> dict[State, int]:
    """How many are open and how many proposed; of those that ended nobody asks."""
    with connection.cursor() as cursor:
        cursor.execute("select state, count(*) from cases_discrepancy where state in ('open', 'proposed') group by state")
        found = dict(cursor.fetchall())
    return {state: found.get(state.value, 0) for state in (State.OPEN, State.PROPOSED)}


def _rows(statement: str, values: dict[str, Any]) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.cursor.row_factory = class_row(Row)
        cursor.execute(statement, values)
        return list(cursor.fetchall())
