"""What the end date of a stay permit means on a given day. Pure rules: no clock, no database, no HTTP."""

from datetime import date
from enum import StrEnum


class PermitKind(StrEnum):
    BVK = "BVK"  # bebas visa kunjungan
    VOA = "VOA"
    ITK = "ITK"
    ITAS = "ITAS"
    ITAP = "ITAP"
    BRIDGING = "PERALIHAN"
    DIPLOMATIC = "DIPLOMATIK"
    OFFICIAL = "DINAS"
    AFFIDAVIT = "AFFIDAVIT"


class Standing(StrEnum):
    LAWFUL = "lawful"
    FEE_DUE = "fee-due"
    OPEN = "open"  # day 60: named by neither paragraph, so an officer decides ("keputusan pejabat"), not this program
    REMOVAL = "removal"


def days_left(valid_until: date, today: date) -> int:
    """Whole days of lawful stay after `today`: 0 on the last lawful day, negative once it has passed.
    Both are calendar dates in the office's zone; the permit runs to the midnight that ends `valid_until`."""
    return (valid_until - today).days


def standing(valid_until: date, today: date, *, fee_limit_days: int) -> Standing:
    """Where the law puts the holder on `today`; what follows is an officer's decision.
    A permit without an end date and an extension under way are other states with other rules; they do not come here.
    `fee_limit_days` is the dated row of the law in force on `today`: numbers of law are data, never constants.

    Source: Law 6/2011 art. 78(1) "less than 60 days", art. 78(3) "more than 60 days" past the end."""
    days_over = -days_left(valid_until, today)
    if days_over <= 0:
        return Standing.LAWFUL
    if days_over < fee_limit_days:
        return Standing.FEE_DUE
    return Standing.OPEN if days_over == fee_limit_days else Standing.REMOVAL
