"""What a holder may do next, by the kind of the permit and the day."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sisada.foundation.working_days import is_working_day
from sisada.inside.registry.filing_windows import NextStep, NextStepKind, next_step
from sisada.inside.registry.law import shipped_rows
from sisada.inside.registry.stay_facts import Permit
from sisada.inside.registry.stay_permits import PermitKind

LAW = shipped_rows()
END = date(2026, 11, 24)  # a Tuesday
NO_HOLIDAYS: frozenset[date] = frozenset()


def permit(kind: PermitKind, *, valid_until: date | None = END, days: int = 30, report_due_on: date | None = None) -> Permit:
    first = (valid_until or END) - timedelta(days=days - 1)
    return Permit(id=UUID(int=1), kind=kind, valid_from=first, valid_until=valid_until, report_due_on=report_due_on)


def step(held: Permit, today: date, holidays: frozenset[date] = NO_HOLIDAYS) -> NextStep:
    return next_step(held, today, windows=LAW.filing_windows, reports=LAW.reports, holidays=holidays)


@pytest.mark.parametrize(
    ("kind", "opens"),
    [
        (PermitKind.ITAS, date(2026, 8, 24)),  # three months
        (PermitKind.ITAP, date(2026, 9, 25)),  # 60 days
        (PermitKind.ITK, date(2026, 11, 10)),  # 14 days
        (PermitKind.VOA, date(2026, 11, 10)),
    ],
)
def test_an_extension_may_be_filed_from_its_kinds_day_until_the_working_day_before_the_end(kind: PermitKind, opens: date) -> None:
    told = step(permit(kind), opens)
    assert (told.kind, told.file_from, told.file_until, told.leave_by) == (NextStepKind.FILE_EXTENSION, opens, date(2026, 11, 23), END)


def test_before_the_window_opens_the_step_is_the_same_with_a_day_to_come() -> None:
    told = step(permit(PermitKind.ITAS), date(2026, 1, 5))
    assert told.kind is NextStepKind.FILE_EXTENSION
    assert told.file_from == date(2026, 8, 24)


@pytest.mark.parametrize(("today", "kind"), [(date(2026, 11, 23), "file-extension"), (END, "too-late"), (date(2026, 12, 1), "too-late")])
def test_from_the_last_day_on_it_is_too_late_to_file(today: date, kind: str) -> None:
    assert step(permit(PermitKind.ITAS), today).kind == kind


def test_a_week_end_and_a_late_cuti_bersama_bring_the_last_day_forward() -> None:
    monday = date(2026, 11, 30)
    assert step(permit(PermitKind.ITAS, valid_until=monday), END).file_until == date(2026, 11, 27)
    friday_off = frozenset({date(2026, 11, 27)})
    assert step(permit(PermitKind.ITAS, valid_until=monday), END, friday_off).file_until == date(2026, 11, 26)


def test_three_months_before_the_31st_is_the_last_day_of_a_shorter_month() -> None:
    assert step(permit(PermitKind.ITAS, valid_until=date(2027, 5, 31)), END).file_from == date(2027, 2, 28)


def test_a_visa_on_arrival_is_extended_once() -> None:
    assert step(permit(PermitKind.VOA, days=30), END).kind is NextStepKind.TOO_LATE
    assert step(permit(PermitKind.VOA, days=60), END) == NextStep(kind=NextStepKind.LEAVE, leave_by=END)


def test_bridging_is_asked_three_days_before_the_old_permit_ends() -> None:
    held = permit(PermitKind.ITK, valid_until=date(2026, 11, 27))  # a Friday: three days before is Tuesday
    assert step(held, END).bridging_until == END
    assert step(held, END + timedelta(days=1)).bridging_until is None
    assert step(permit(PermitKind.ITK, valid_until=date(2026, 11, 25)), date(2026, 11, 20)).bridging_until == date(
        2026, 11, 20
    )  # not on Sunday


@pytest.mark.parametrize("kind", [PermitKind.BVK, PermitKind.BRIDGING])
def test_what_cannot_be_extended_is_left_by_its_last_day(kind: PermitKind) -> None:
    assert step(permit(kind), date(2026, 11, 1)) == NextStep(kind=NextStepKind.LEAVE, leave_by=END)


@pytest.mark.parametrize("kind", [PermitKind.DIPLOMATIC, PermitKind.OFFICIAL, PermitKind.AFFIDAVIT])
def test_exempt_persons_have_no_step_with_us(kind: PermitKind) -> None:
    assert step(permit(kind), END) == NextStep(kind=NextStepKind.NONE)


def test_a_permit_that_ended_early_has_no_step() -> None:
    ended = Permit(id=UUID(int=1), kind=PermitKind.ITAS, valid_from=date(2026, 1, 1), valid_until=END, ended_on=date(2026, 11, 1))
    assert step(ended, date(2026, 11, 20)) == NextStep(kind=NextStepKind.NONE)


def test_without_an_end_there_is_a_report_and_nothing_to_file() -> None:
    named = permit(PermitKind.ITAP, valid_until=None, report_due_on=date(2031, 2, 3))
    assert step(named, END) == NextStep(kind=NextStepKind.REPORT, report_by=date(2031, 2, 3))


@pytest.mark.parametrize(
    ("begun", "report_by"), [(date(2026, 2, 3), date(2031, 2, 3)), (date(2016, 11, 23), date(2031, 11, 23)), (date(2016, 11, 24), END)]
)
def test_a_report_day_that_is_not_recorded_is_the_next_fifth_year(begun: date, report_by: date) -> None:
    held = Permit(id=UUID(int=1), kind=PermitKind.ITAP, valid_from=begun, valid_until=None)
    assert step(held, END).report_by == report_by


def test_a_kind_without_a_report_row_names_no_day() -> None:
    assert step(permit(PermitKind.ITAS, valid_until=None), END) == NextStep(kind=NextStepKind.REPORT)


@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.frozensets(st.dates(date(2026, 1, 1), date(2030, 1, 1)), max_size=30))
def test_the_last_day_to_file_is_a_working_day_before_the_end(valid_until: date, holidays: frozenset[date]) -> None:
    told = step(permit(PermitKind.ITAS, valid_until=valid_until), date(2026, 1, 1), holidays)
    assert told.file_until is not None
    assert told.file_until < valid_until
    assert is_working_day(told.file_until, holidays)


def test_an_extension_is_a_row_of_its_own_and_the_whole_stay_counts_from_the_first() -> None:
    extended = permit(PermitKind.VOA)
    first_end = extended.valid_from - timedelta(days=1)
    first = permit(PermitKind.VOA, valid_until=first_end)
    told = next_step(extended, extended.valid_from, windows=LAW.filing_windows, holidays=NO_HOLIDAYS, earlier=[first, extended])
    assert (told.kind, told.leave_by) == (NextStepKind.LEAVE, END)  # 30 + 30 days, once


def test_a_permit_after_a_gap_begins_a_new_stay() -> None:
    held = permit(PermitKind.VOA)
    old = permit(PermitKind.VOA, valid_until=held.valid_from - timedelta(days=2))
    told = next_step(held, held.valid_from, windows=LAW.filing_windows, holidays=NO_HOLIDAYS, earlier=[old])
    assert told.kind is NextStepKind.FILE_EXTENSION
