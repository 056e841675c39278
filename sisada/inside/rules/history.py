"""Every row ever set, with the people behind it, and what each is today: for the page that shows rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby
from uuid import UUID

from django.db import connection
from psycopg.rows import class_row
from psycopg.types.json import JsonbLoader

from sisada.inside.rules.dated_rows import DatedRow, in_force

_ROWS = """
select dated.id, dated.name, dated.about, dated.value, dated.valid_from, dated.valid_until, dated.source, dated.set_by, dated.set_at,
    setter.name as set_by_name, confirmer.name as confirmed_by_name, confirmation.at as confirmed_at,
    withdrawer.name as withdrawn_by_name, withdrawal.at as withdrawn_at,
    exists (select from rules_counted as counted where counted.id = dated.id) as counts
from rules_row as dated
left join sign_in_user as setter on setter.id = dated.set_by
left join rules_confirmation as confirmation on confirmation.row = dated.id
left join sign_in_user as confirmer on confirmer.id = confirmation.by
left join rules_withdrawal as withdrawal on withdrawal.row = dated.id
left join sign_in_user as withdrawer on withdrawer.id = withdrawal.by
where dated.name = any (%s) order by dated.name, dated.about, dated.valid_from desc, dated.set_at desc
"""


class RowState(StrEnum):
    IN_FORCE = "in-force"
    COMING = "coming"
    WAITING = "waiting"  # for the second person
    LAPSED = "lapsed"  # nobody confirmed it before it should have begun
    WITHDRAWN = "withdrawn"
    PAST = "past"
    REPLACED = "replaced"  # another row that begins the same day counts instead


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow(DatedRow):
    set_by_name: str | None  # None: it came with a release
    confirmed_by_name: str | None  # None: nobody did, or nobody needs to
    confirmed_at: datetime | None
    withdrawn_by_name: str | None  # None: it was not
    withdrawn_at: datetime | None
    counts: bool


@dataclass(frozen=True, slots=True)
class History:
    """All rows about one subject, the latest start first."""

    rows: tuple[HistoryRow, ...]
    today: date

    @property
    def present(self) -> HistoryRow | None:
        """None: nothing is in force today."""
        found = in_force((row for row in self.rows if row.counts), self.today)
        return next((row for row in self.rows if found and row.id == found.id), None)

    def state(self, row: HistoryRow) -> RowState:
        if row.withdrawn_at:
            return RowState.WITHDRAWN
        begun = row.valid_from < self.today or (row.valid_from == self.today and self.present is not None)
        if not row.counts:
            return RowState.LAPSED if begun else RowState.WAITING
        if row == self.present:
            return RowState.IN_FORCE
        if row.valid_from <= self.today:
            return RowState.PAST
        stronger = [
            other for other in self.rows if other.counts and other.valid_from == row.valid_from and other.strength() > row.strength()
        ]
        return RowState.REPLACED if stronger else RowState.COMING

    def next(self) -> list[HistoryRow]:
        """What is to come, the nearest first, rows that wait for a second person among them."""
        return [row for row in reversed(self.rows) if self.state(row) in (RowState.COMING, RowState.WAITING)]


def of(names: Iterable[str], *, today: date) -> dict[tuple[str, str], History]:
    """The histories of these rules by name and about, in one query."""
    with connection.cursor() as cursor:
        cursor.cursor.adapters.register_loader("jsonb", JsonbLoader)
        cursor.cursor.row_factory = class_row(HistoryRow)
        cursor.execute(_ROWS, [list(names)])
        rows: list[HistoryRow] = cursor.fetchall()
    by_subject = groupby(rows, key=lambda row: (row.name, row.about))
    return {subject: History(tuple(ones), today) for subject, ones in by_subject}


def refusal_to_confirm(row: UUID, *, by: UUID) -> str | None:
    """The code of why this person may not confirm the row. None: may."""
    with connection.cursor() as cursor:
        cursor.execute("select rules_refusal_to_confirm(%s, %s)", [row, by])
        refusal: str | None = cursor.fetchone()[0]
    return refusal


def key_of(row: UUID) -> str | None:
    """The key of the rule that a row is about, as in addresses. None: there is no such row."""
    with connection.cursor() as cursor:
        cursor.execute("select concat_ws(':', name, nullif(about, '')) from rules_row where id = %s", [row])
        found = cursor.fetchone()
    return found[0] if found else None
