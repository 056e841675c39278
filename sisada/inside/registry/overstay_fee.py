"""The biaya beban that days past the end of a permit may cost: always an estimate. What is due, an officer decides.

Pure: tariffs are dated rows handed in, and each day is worth the tariff that held on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from sisada.inside.registry.law import TariffRow, in_force
from sisada.inside.registry.stay_permits import Standing, days_left, standing


class FeeKind(StrEnum):
    ESTIMATE = "estimate"
    OFFICER_DECIDES = "officer-decides"  # the day that no paragraph names: "keputusan pejabat"
    REMOVAL = "removal"  # no fee: "deportasi dan penangkalan diputuskan pejabat"
    NO_TARIFF = "no-tariff"  # a day has no row: no amount is better than a wrong one


@dataclass(frozen=True, slots=True)
class FeePart:
    """Days in a row that one tariff is worth."""

    days: int
    rupiah_per_day: int
    source: str

    @property
    def rupiah(self) -> int:
        return self.days * self.rupiah_per_day


@dataclass(frozen=True, slots=True)
class FeeEstimate:
    kind: FeeKind
    days_over: int
    parts: tuple[FeePart, ...] = ()  # only with ESTIMATE

    @property
    def rupiah(self) -> int | None:
        """The whole amount; None unless it is an ESTIMATE."""
        return sum(part.rupiah for part in self.parts) if self.kind is FeeKind.ESTIMATE else None


_WITHOUT_AMOUNT = {Standing.OPEN: FeeKind.OFFICER_DECIDES, Standing.REMOVAL: FeeKind.REMOVAL}


def estimated_fee(last_day: date, today: date, *, tariffs: Sequence[TariffRow], fee_limit_days: int) -> FeeEstimate | None:
    """What the days after `last_day` up to and with `today` may cost; None while the permit holds.

    Source: Law 6/2011 art. 78(1), 78(3); PP 45/2024 (tariff)"""
    stands = standing(last_day, today, fee_limit_days=fee_limit_days)
    if stands is Standing.LAWFUL:
        return None
    days_over = -days_left(last_day, today)
    if stands in _WITHOUT_AMOUNT:
        return FeeEstimate(_WITHOUT_AMOUNT[stands], days_over)
    by_day = [in_force(tariffs, last_day + timedelta(days=n)) for n in range(1, days_over + 1)]
    if not all(by_day):
        return FeeEstimate(FeeKind.NO_TARIFF, days_over)
    return FeeEstimate(FeeKind.ESTIMATE, days_over, _parts([rows[0] for rows in by_day]))


def _parts(by_day: Sequence[TariffRow]) -> tuple[FeePart, ...]:
    return tuple(FeePart(len(list(days)), tariff.rupiah_per_day, tariff.source) for tariff, days in groupby(by_day))
