"""What is recorded about one person's stay, as plain values: what `stay.standing_on` decides from. Words are the mirror's (models.py).

All dates are calendar dates in the office's zone.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from sisada.inside.registry.stay_permits import PermitKind


class EndedBy(StrEnum):
    EXIT = "exit"  # left without a re-entry permit
    CANCELLED = "cancelled"
    CONVERSION = "conversion"  # alih status
    DEATH = "death"
    NATURALISED = "naturalised"


class ApplicationKind(StrEnum):
    EXTENSION = "extension"
    CONVERSION = "conversion"
    BRIDGING = "bridging"
    RE_ENTRY = "re-entry"
    EXIT = "exit"


class ApplicationState(StrEnum):
    PENDING = "pending"
    GRANTED = "granted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Category(StrEnum):
    ORDINARY = "ordinary"
    DIPLOMATIC = "diplomatic"
    AFFIDAVIT = "affidavit"
    REFUGEE = "refugee"


class CivilState(StrEnum):
    ORDINARY = "ordinary"
    DECEASED = "deceased"
    NATURALISED = "naturalised"


class Direction(StrEnum):
    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit:
    id: UUID
    kind: PermitKind
    valid_from: date
    valid_until: date | None  # None: no end date
    report_due_on: date | None = None  # None: no report is due, or its day is not recorded
    ended_on: date | None = None  # None: not ended before its date. Else the first day on which it no longer holds
    ended_by: EndedBy | None = None  # None: not ended before its date, or nobody recorded why

    @property
    def ended_early(self) -> bool:
        return self.ended_on is not None and (self.valid_until is None or self.ended_on <= self.valid_until)

    @property
    def last_day(self) -> date:
        """The last day on which it holds: `date.max` when it has no end."""
        by_date = self.valid_until or date.max
        return min(by_date, self.ended_on - timedelta(days=1)) if self.ended_on else by_date

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day <= self.last_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    id: UUID
    permit_id: UUID | None  # None: about a first permit
    kind: ApplicationKind
    filed_on: date
    state: ApplicationState
    decided_on: date | None = None  # None: not decided

    def pending_on(self, day: date) -> bool:
        """Filed by that day and not decided by then: what was decided later was pending before."""
        if self.filed_on > day:
            return False
        return self.state is ApplicationState.PENDING or (self.decided_on is not None and self.decided_on > day)

    def decided_by(self, day: date, *, state: ApplicationState) -> bool:
        return self.state is state and self.filed_on <= day and (self.decided_on is None or self.decided_on <= day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    direction: Direction
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    permits: tuple[Permit, ...] = ()
    applications: tuple[Application, ...] = ()
    civil_state: CivilState = CivilState.ORDINARY
    category: Category = Category.ORDINARY
    last_crossing: Crossing | None = None  # None: none is recorded, which is not the same as "never left"
    mirror_age: timedelta | None  # None: the copy has not come to its end yet
