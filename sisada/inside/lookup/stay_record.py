"""A person's stay as a reading function returns it: the facts that rules judge, and the numbers that only the page shows."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sisada.foundation.clock import office_date
from sisada.inside.registry.stay_facts import (
    Application,
    ApplicationKind,
    ApplicationState,
    Category,
    CivilState,
    Crossing,
    Direction,
    EndedBy,
    Permit,
    Stay,
)
from sisada.inside.registry.stay_permits import PermitKind


@dataclass(frozen=True)
class PermitRow:
    """One permit: the facts of it, and what is printed on it."""

    facts: Permit
    number: str
    index_code: str | None
    extension: int


@dataclass(frozen=True)
class StayRecord:
    """Newest permit first."""

    permits: tuple[PermitRow, ...]
    applications: tuple[Application, ...]
    civil_state: CivilState
    category: Category
    last_crossing: Crossing | None

    def as_of(self, mirror_age: timedelta | None) -> Stay:
        """The facts for `stay.standing_on`. None: the copy has not come to its end yet."""
        return Stay(
            permits=tuple(row.facts for row in self.permits),
            applications=self.applications,
            civil_state=self.civil_state,
            category=self.category,
            last_crossing=self.last_crossing,
            mirror_age=mirror_age,
        )


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def stay_record(row: dict[str, Any]) -> StayRecord:
    """Raises: KeyError or ValueError for a word that the mirror's mapping cannot have written."""
    crossing = row["last_crossing"]
    return StayRecord(
        permits=tuple(map(_permit, row["permits"])),
        applications=tuple(map(_application, row["applications"])),
        civil_state=CivilState(row["civil_state"]),
        category=Category(row["category"]),
        last_crossing=Crossing(direction=Direction(crossing["direction"]), on=office_date(datetime.fromisoformat(crossing["crossed_at"])))
        if crossing
        else None,
    )


def _permit(row: dict[str, Any]) -> PermitRow:
    facts = Permit(
        id=UUID(row["id"]),
        kind=PermitKind(row["kind"]),
        valid_from=date.fromisoformat(row["valid_from"]),
        valid_until=day(row["valid_until"]),
        report_due_on=day(row["report_due_on"]),
        ended_on=day(row["ended_on"]),
        ended_by=EndedBy(row["ended_by"]) if row["ended_by"] else None,
    )
    return PermitRow(facts, row["number"], row["index_code"], row["extension"])


def _application(row: dict[str, Any]) -> Application:
    return Application(
        id=UUID(row["id"]),
        permit_id=UUID(row["permit_id"]) if row["permit_id"] else None,
        kind=ApplicationKind(row["kind"]),
        filed_on=date.fromisoformat(row["filed_on"]),
        state=ApplicationState(row["state"]),
        decided_on=day(row["decided_on"]),
    )
