"""Which of the dated rows about the same counts on a day. Pure: rows and day come in. `rules_value` decides the same in SQL."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedRow:
    """One number, or a few that belong together, from when until when; both days count, in the office's zone."""

    id: UUID
    name: str
    about: str
    value: Any  # as JSON: a whole number, or an object that the rule's owner reads
    valid_from: date
    valid_until: date | None = None  # None: until a newer row about the same
    source: str
    set_by: UUID | None = None  # None: it came with a release
    set_at: datetime

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    def strength(self) -> tuple[Any, ...]:
        """The greater one counts: began later, then the office's before the release's, then set later."""
        return (self.valid_from, self.set_by is not None, self.set_at, self.id)


def in_force(rows: Iterable[DatedRow], on: date) -> DatedRow | None:
    """The row that counts on a day, where all rows are about the same. None: the table has a hole."""
    return max((row for row in rows if row.holds_on(on)), key=DatedRow.strength, default=None)
