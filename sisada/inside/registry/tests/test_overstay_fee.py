"""The fee is an estimate below the limit of days, and no amount at or above it."""

from datetime import date, timedelta

import pytest

from sisada.inside.registry.law import TariffRow, shipped_rows
from sisada.inside.registry.overstay_fee import FeeEstimate, FeeKind, FeePart, estimated_fee

LAST_DAY = date(2026, 10, 1)
MILLION = TariffRow(rupiah_per_day=1_000_000, valid_from=date(2019, 5, 1), source="PP 28/2019")
DEARER = TariffRow(rupiah_per_day=1_500_000, valid_from=date(2026, 10, 4), source="a later one")


def fee(days_over: int, *tariffs: TariffRow) -> FeeEstimate | None:
    return estimated_fee(LAST_DAY, LAST_DAY + timedelta(days=days_over), tariffs=tariffs or (MILLION,), fee_limit_days=60)


@pytest.mark.parametrize(
    ("days_over", "kind", "rupiah"),
    [
        (1, FeeKind.ESTIMATE, 1_000_000),
        (4, FeeKind.ESTIMATE, 4_000_000),
        (59, FeeKind.ESTIMATE, 59_000_000),
        (60, FeeKind.OFFICER_DECIDES, None),
        (61, FeeKind.REMOVAL, None),
        (400, FeeKind.REMOVAL, None),
    ],
)
def test_an_amount_is_named_below_the_limit_only(days_over: int, kind: FeeKind, rupiah: int | None) -> None:
    estimate = fee(days_over)
    assert estimate is not None
    assert (estimate.kind, estimate.days_over, estimate.rupiah) == (kind, days_over, rupiah)


@pytest.mark.parametrize("days_over", [0, -30])
def test_nothing_is_due_while_the_permit_holds(days_over: int) -> None:
    assert fee(days_over) is None


def test_each_day_costs_what_held_on_it() -> None:
    estimate = fee(5, MILLION, DEARER)
    assert estimate is not None
    assert estimate.parts == (FeePart(2, 1_000_000, "PP 28/2019"), FeePart(3, 1_500_000, "a later one"))
    assert estimate.rupiah == 6_500_000


def test_a_day_without_a_tariff_names_no_amount() -> None:
    assert fee(3, DEARER) == FeeEstimate(FeeKind.NO_TARIFF, 3)


def test_force_majeure_at_nought_rupiah_is_an_amount() -> None:
    estimate = fee(3, TariffRow(rupiah_per_day=0, valid_from=date(2026, 1, 1), source="force majeure"))
    assert estimate is not None
    assert estimate.rupiah == 0


def test_the_shipped_tariff_is_a_million_a_day() -> None:
    estimate = fee(3, *shipped_rows().tariffs)
    assert estimate is not None
    assert estimate.rupiah == 3_000_000
