"""What people come for: the permit it gives, how long each one runs, how often it is extended and who answers for them.

A demo's guess; the law's own numbers are dated rows in SISADA, not here.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

ANYBODY = frozenset({"visa-on-arrival", "visa-free", "none"})
NO_CALLING_VISA = frozenset({"visa-on-arrival", "visa-free"})


@dataclass(frozen=True, slots=True)
class Purpose:
    """`years` is 0 for permits counted in `days`; `sponsor`: firm, relative, school, agent or none."""

    kind: str
    index: str
    share: int
    sponsor: str
    days: int = 0
    years: int = 0
    most_extensions: int = 0
    entries: frozenset[str] = ANYBODY

    def first_day(self, until: date) -> date:
        """The day a permit that ends on `until` begins: both count."""
        return years_before(until, self.years) + timedelta(days=1) if self.years else until - timedelta(days=self.days - 1)

    def length_d(self) -> int:
        return self.days or self.years * 365


WORK = Purpose("ITAS", "E23", 330, "firm", years=1, most_extensions=4)
FAMILY = Purpose("ITAS", "E31", 110, "relative", years=1, most_extensions=3)
DEPENDANT = Purpose("ITAS", "E31", 70, "firm", years=1, most_extensions=3)
VISIT = Purpose("ITK", "C2", 60, "firm", days=60, most_extensions=2)
ARRIVAL = Purpose("VOA", "B1", 70, "none", days=30, most_extensions=1, entries=NO_CALLING_VISA)
FORMER_CITIZEN = Purpose("ITAS", "E32A", 0, "relative", years=2, most_extensions=1)
UNLIMITED = Purpose("ITAP", "E23", 0, "firm", years=5)
PURPOSES = (
    WORK,
    Purpose("ITAS", "E23", 60, "firm", days=180, most_extensions=2),
    Purpose("ITAS", "E28A", 60, "none", years=2, most_extensions=1),
    Purpose("ITAS", "E30A", 55, "school", years=1, most_extensions=3),
    FAMILY,
    DEPENDANT,
    Purpose("ITAS", "E33", 10, "none", years=5),
    Purpose("ITAS", "E33G", 18, "none", years=1),
    Purpose("ITAP", "E31", 45, "relative", years=5),
    Purpose("ITAP", "E23", 25, "firm", years=5),
    VISIT,
    Purpose("ITK", "C1", 22, "agent", days=60, most_extensions=2),
    Purpose("ITK", "D2", 12, "firm", days=60),
    ARRIVAL,
    Purpose("BVK", "A1", 40, "none", days=30, entries=frozenset({"visa-free"})),
)


def draw(random: Random, *, entry: str) -> Purpose:
    while True:
        purpose = random.choices(PURPOSES, cum_weights=_SUMMED)[0]
        if entry in purpose.entries:
            return purpose


def years_before(day: date, years: int) -> date:
    """29 February becomes 28 February where the year has none. Negative years lead into the future."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def year_after(day: date) -> date:
    return years_before(day, -1)


_SUMMED = [sum(purpose.share for purpose in PURPOSES[: count + 1]) for count in range(len(PURPOSES))]
