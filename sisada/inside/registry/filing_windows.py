"""The next lawful step of a permit's holder: file from when until when, report by when, or leave. Pure, over dated rows (law.FilingWindow).

What was filed already is not asked here: the headline says so beside it (`stay.Headline.filed_on`).
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sisada.foundation.working_days import last_working_day_on_or_before
from sisada.inside.registry.law import Closes, FilingWindow, ReportRow, Step, in_force
from sisada.inside.registry.stay_facts import Permit
from sisada.inside.registry.stay_permits import PermitKind

_ONE_DAY = timedelta(days=1)
_FOREIGN_MINISTRY_OR_NOBODY = frozenset({PermitKind.DIPLOMATIC, PermitKind.OFFICIAL, PermitKind.AFFIDAVIT})


class NextStepKind(StrEnum):
    FILE_EXTENSION = "file-extension"
    REPORT = "report"
    LEAVE = "leave"  # no extension is foreseen for this permit
    TOO_LATE = "too-late"  # the window has closed: leave in time, or ask the office
    NONE = "none"  # nothing of ours: diplomatic, official, affidavit, or a permit that has ended


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """All days count. file_from in the future means: not yet."""

    kind: NextStepKind
    file_from: date | None = None  # None unless an extension may be filed
    file_until: date | None = None  # its last working day; with TOO_LATE the day that has passed
    bridging_until: date | None = None  # the last day to ask and pay for a bridging permit; None: none is foreseen, or it has passed
    report_by: date | None = None  # None unless the permit has no end; may have passed
    leave_by: date | None = None  # the last lawful day; None without an end


def next_step(
    permit: Permit,
    today: date,
    *,
    windows: Sequence[FilingWindow],
    reports: Sequence[ReportRow] = (),
    holidays: frozenset[date],
    earlier: Sequence[Permit] = (),
) -> NextStep:
    """The step that is next on `today` for one permit. Rows are those in force on `today`; when one has no row, no such step is foreseen.
    `earlier` are the holder's other permits: each extension is a row of its own, and the whole stay counts from the first of them.

    Source: Law 6/2011 art. 48, 78; the rows name theirs"""
    if permit.kind in _FOREIGN_MINISTRY_OR_NOBODY or permit.ended_early:
        return NextStep(kind=NextStepKind.NONE)
    if permit.valid_until is None:
        return NextStep(kind=NextStepKind.REPORT, report_by=permit.report_due_on or _next_report(permit, today, reports))
    bridging_until = _bridging_until(permit, today, windows, holidays)
    window = _window(permit, today, windows, Step.EXTENSION)
    if window is None or _is_used_up(permit, window, began=chain_began(permit, earlier)):
        return NextStep(kind=NextStepKind.LEAVE, bridging_until=bridging_until, leave_by=permit.valid_until)
    until = closes_on(window, permit.valid_until, holidays=holidays)
    return NextStep(
        kind=NextStepKind.FILE_EXTENSION if today <= until else NextStepKind.TOO_LATE,
        file_from=opens_on(window, permit.valid_until),
        file_until=until,
        bridging_until=bridging_until,
        leave_by=permit.valid_until,
    )


def opens_on(window: FilingWindow, valid_until: date) -> date | None:
    """The first day to file; None when a window is open from the start. Three months before 31 May is the last day of February."""
    if window.opens_months_before is not None:
        return _months_before(valid_until, window.opens_months_before)
    return valid_until - timedelta(days=window.opens_days_before) if window.opens_days_before is not None else None


def closes_on(window: FilingWindow, valid_until: date, *, holidays: frozenset[date]) -> date:
    """The last day to file. Offices are closed on its holidays, so a day that is one moves forward to the working day before it."""
    days_before = window.closes_days_before or 1 if window.closes is Closes.DAYS_BEFORE else 1
    return last_working_day_on_or_before(valid_until - days_before * _ONE_DAY, holidays)


def _window(permit: Permit, today: date, windows: Sequence[FilingWindow], step: Step) -> FilingWindow | None:
    return next((row for row in in_force(windows, today) if (row.kind, row.step) == (permit.kind, step)), None)


def _bridging_until(permit: Permit, today: date, windows: Sequence[FilingWindow], holidays: frozenset[date]) -> date | None:
    window = _window(permit, today, windows, Step.BRIDGING)
    until = closes_on(window, permit.valid_until, holidays=holidays) if window and permit.valid_until else None
    return until if until and today <= until else None


def chain_began(permit: Permit, earlier: Sequence[Permit]) -> date:
    """The first day of the unbroken row of permits of this kind that ends with this one.
    An extension begins the day after the one before ended, or on its last day."""
    began = permit.valid_from
    for before in sorted(earlier, key=lambda each: each.valid_from, reverse=True):
        if before.kind is permit.kind and before.valid_from < began <= before.last_day + _ONE_DAY:
            began = before.valid_from
    return began


def _is_used_up(permit: Permit, window: FilingWindow, *, began: date) -> bool:
    """Whether the stay already spans the whole that its kind allows; first and last day both count."""
    if window.whole_stay_days is None or permit.valid_until is None:
        return False
    return (permit.valid_until - began).days + 1 >= window.whole_stay_days


def _next_report(permit: Permit, today: date, reports: Sequence[ReportRow]) -> date | None:
    """The next turn of the years since the permit began, where the source does not name the day."""
    row = next((each for each in in_force(reports, today) if each.kind is permit.kind), None)
    if row is None:
        return None
    turn = 1
    while (due := _months_before(permit.valid_from, -12 * row.every_years * turn)) < today:
        turn += 1
    return due


def _months_before(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 - months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
