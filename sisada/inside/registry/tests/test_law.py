"""Of dated rows those in force are picked, and what ships with the release names its sources."""

from dataclasses import fields
from datetime import date

import pytest

from sisada.inside.registry.law import FeeLimitRow, NoLawInForce, TariffRow, in_force, shipped_rows, the_one_in_force
from sisada.inside.registry.stay_permits import PermitKind

OLD = TariffRow(rupiah_per_day=300_000, valid_from=date(2015, 1, 1), valid_until=date(2019, 4, 30), source="older")
NEW = TariffRow(rupiah_per_day=1_000_000, valid_from=date(2019, 5, 1), source="newer")
NEWEST = TariffRow(rupiah_per_day=1_500_000, valid_from=date(2027, 1, 1), source="newest")
TARIFFS = (NEWEST, OLD, NEW)


@pytest.mark.parametrize(
    ("on", "row"),
    [(date(2015, 1, 1), OLD), (date(2019, 4, 30), OLD), (date(2019, 5, 1), NEW), (date(2026, 12, 31), NEW), (date(2027, 1, 1), NEWEST)],
)
def test_a_newer_row_replaces_an_older_one_from_its_first_day(on: date, row: TariffRow) -> None:
    assert the_one_in_force(TARIFFS, on) == row


def test_a_day_without_a_row_says_so() -> None:
    with pytest.raises(NoLawInForce):
        the_one_in_force(TARIFFS, date(2014, 12, 31))
    assert in_force(TARIFFS, date(2014, 12, 31)) == ()


def test_rows_about_different_kinds_stand_beside_each_other() -> None:
    rows = in_force(shipped_rows().ending_soon, date(2026, 11, 24))
    assert {row.kind: row.days for row in rows} == {PermitKind.ITAS: 30, PermitKind.ITAP: 30, PermitKind.ITK: 14, PermitKind.VOA: 14}


def test_what_ships_holds_today_and_names_its_sources() -> None:
    shipped = shipped_rows()
    assert the_one_in_force(shipped.fee_limits, date(2026, 11, 24)) == FeeLimitRow(
        days=60, valid_from=date(2011, 5, 5), source="UU 6/2011 pasal 78 ayat (1) dan (3)"
    )
    assert the_one_in_force(shipped.tariffs, date(2026, 11, 24)).rupiah_per_day == 1_000_000
    for field in fields(shipped):
        assert all(row.source for row in getattr(shipped, field.name))
