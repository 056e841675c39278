"""Numbers of law as dated rows: what held, from when until when, and who says so. A change is a new row, never an edit.

`rows` are the table's (inside/rules), `shipped_rows` those of this release (shipped_rules.toml). Rules take rows, only edges ask for them.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

from sisada.inside.registry.stay_permits import PermitKind
from sisada.inside.rules import read, shipped
from sisada.inside.rules.dated_rows import DatedRow

PREFIX = "registry."
KEPT_S = 10
_SHIPPED = Path(__file__).with_name("shipped_rules.toml")


class NoLawInForce(LookupError):  # noqa: N818 - it names what is missing, as the page shows it
    """No row is in force on the day asked for: the table has a hole that somebody must fill."""


class Step(StrEnum):
    EXTENSION = "extension"
    BRIDGING = "bridging"


class Closes(StrEnum):
    """The last day to file, by the last day of the permit. Both ends of a permit count, so "3 days before the 10th" is the 7th."""

    LAST_WORKING_DAY_BEFORE = "last-working-day-before"
    DAYS_BEFORE = "days-before"


class Dated(Protocol):
    @property
    def valid_from(self) -> date: ...
    @property
    def valid_until(self) -> date | None: ...  # None: until a newer row about the same
    @property
    def about(self) -> str: ...  # rows about the same replace each other


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    valid_from: date
    valid_until: date | None = None
    source: str

    @property
    def about(self) -> str:
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TariffRow(_Row):
    """Biaya beban for each day past the end of a permit."""

    rupiah_per_day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLimitRow(_Row):
    """The number of days over that no paragraph names: below it the fee, above it removal."""

    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingSoonRow(_Row):
    """How many days before its last day a permit is shown as ending soon."""

    kind: PermitKind
    days: int

    @property
    def about(self) -> str:
        return self.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingWindow(_Row):
    """When a step may be filed for a permit that has an end."""

    kind: PermitKind
    step: Step
    opens_months_before: int | None = None  # None: see the next one
    opens_days_before: int | None = None  # None, and no months: open from the first day
    closes: Closes
    closes_days_before: int | None = None  # only with Closes.DAYS_BEFORE
    whole_stay_days: int | None = None  # None: may be repeated. Else no further step once the permit spans so many days

    @property
    def about(self) -> str:
        return f"{self.kind}-{self.step}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow(_Row):
    """How often the holder of a permit without end reports to the office."""

    kind: PermitKind
    every_years: int

    @property
    def about(self) -> str:
        return self.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class LawRows:
    tariffs: tuple[TariffRow, ...]
    fee_limits: tuple[FeeLimitRow, ...]
    ending_soon: tuple[EndingSoonRow, ...]
    filing_windows: tuple[FilingWindow, ...]
    reports: tuple[ReportRow, ...]


Row = TypeVar("Row", bound=Dated)


def in_force(rows: Iterable[Row], on: date) -> tuple[Row, ...]:
    """The rows that hold on a day, both ends of a row counting; of those about the same, the one that began last."""
    holding = [row for row in rows if row.valid_from <= on and (row.valid_until is None or on <= row.valid_until)]
    newest = {row.about: row for row in sorted(holding, key=lambda row: row.valid_from)}
    return tuple(newest.values())


def the_one_in_force(rows: Iterable[Row], on: date) -> Row:
    """The row that holds on a day, where all rows are about the same.

    Raises: NoLawInForce."""
    holding = in_force(rows, on)
    if not holding:
        raise NoLawInForce(f"No row is in force on {on}.")
    return holding[0]


def rows() -> LawRows:
    """The rows that count, as the table said at most `KEPT_S` seconds ago: a new row begins tomorrow at the earliest, so none is missed."""
    return _rows_kept(int(time.monotonic() // KEPT_S))


@lru_cache(maxsize=1)
def _rows_kept(_moment: int) -> LawRows:
    return _typed(read.rows(PREFIX))


def forget() -> None:
    """The next `rows()` asks the table. For tests that set rows and go on."""
    _rows_kept.cache_clear()


def shipped_rows() -> LawRows:
    """The rows of this release, each with its source."""
    return _typed(shipped.read(_SHIPPED))


def _typed(dated: Iterable[DatedRow]) -> LawRows:
    by_name: dict[str, list[DatedRow]] = {}
    for row in dated:
        by_name.setdefault(row.name.removeprefix(PREFIX), []).append(row)
    return LawRows(
        tariffs=tuple(TariffRow(rupiah_per_day=row.value, **_span(row)) for row in by_name.get("fee-per-day", [])),
        fee_limits=tuple(FeeLimitRow(days=row.value, **_span(row)) for row in by_name.get("fee-limit-days", [])),
        ending_soon=tuple(
            EndingSoonRow(kind=PermitKind(row.about), days=row.value, **_span(row)) for row in by_name.get("ending-soon-days", [])
        ),
        filing_windows=tuple(filing_window(row.about, row.value, **_span(row)) for row in by_name.get("filing-window", [])),
        reports=tuple(
            ReportRow(kind=PermitKind(row.about), every_years=row.value, **_span(row)) for row in by_name.get("report-years", [])
        ),
    )


def filing_window(about: str, value: dict[str, Any], *, valid_from: date, valid_until: date | None, source: str) -> FilingWindow:
    """A window from its row: `about` is kind and step ("ITAS-extension")."""
    kind, step = about.split("-")
    closes = Closes(value["closes"])
    return FilingWindow(
        **value | {"kind": PermitKind(kind), "step": Step(step), "closes": closes},
        valid_from=valid_from,
        valid_until=valid_until,
        source=source,
    )


def _span(row: DatedRow) -> dict[str, Any]:
    return {"valid_from": row.valid_from, "valid_until": row.valid_until, "source": row.source}
