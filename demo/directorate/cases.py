"""Every kind of stay that supervision must tell apart, each with its share.

Shares are of a thousand and dealt out, not drawn: in any thousand persons each case is there as often as its share says.
"""

from dataclasses import dataclass

from demo.directorate import stories
from demo.directorate.stories import Story


@dataclass(frozen=True, slots=True)
class Case:
    """`lawful`: the person may be here today without anybody asking further. `category` as orang.golongan; `pool` of nations.pool."""

    name: str
    share: int
    story: Story
    lawful: bool = True
    category: str = "biasa"
    pool: str = "any"


CASES = (
    Case("settled", 665, stories.settled),
    Case("ending", 80, stories.ending),
    Case("last-day", 4, stories.last_day),
    Case("global-citizen", 8, stories.without_end),
    Case("itap-without-end", 12, stories.itap_without_end),
    Case("report-due", 4, stories.report_due),
    Case("extended-ahead", 6, stories.extended_ahead),
    Case("overlapping", 4, stories.overlapping),
    Case("diplomat", 12, stories.diplomat, category="diplomatik"),
    Case("official", 6, stories.official, category="diplomatik"),
    Case("affidavit", 8, stories.affidavit, category="afidavit"),
    Case("refugee", 6, stories.refugee, category="pengungsi", pool="sheltered"),
    Case("bridging", 6, stories.bridging),
    Case("converted", 10, stories.converted),
    Case("pending-early", 14, stories.pending_early),
    Case("abroad", 20, stories.abroad),
    Case("over-1-to-58", 24, stories.over_by(1, 58), lawful=False),
    Case("over-59", 2, stories.over_by(59, 59), lawful=False),
    Case("over-60", 2, stories.over_by(60, 60), lawful=False),
    Case("over-61", 2, stories.over_by(61, 61), lawful=False),
    Case("over-62-to-90", 6, stories.over_by(62, 90), lawful=False),
    Case("over-long", 2, stories.over_by(91, 700), lawful=False),
    Case("first-permit-pending", 3, stories.first_permit_pending, lawful=False),
    Case("pending-late", 8, stories.pending_late, lawful=False),
    Case("rejected", 4, stories.refused("ditolak"), lawful=False),
    Case("withdrawn", 2, stories.refused("ditarik"), lawful=False),
    Case("bridging-late", 2, stories.bridging_late, lawful=False),
    Case("contradictory", 4, stories.contradictory, lawful=False),
    Case("cancelled", 5, stories.cancelled, lawful=False),
    Case("departed", 45, stories.departed, lawful=False),
    Case("departure-missing", 8, stories.departure_missing, lawful=False),
    Case("arrival-missing", 4, stories.arrival_missing, lawful=False),
    Case("dead", 4, stories.ended_by("meninggal"), lawful=False),
    Case("naturalised", 4, stories.ended_by("naturalisasi"), lawful=False),
    Case("newborn", 2, stories.newborn, lawful=False),
    Case("no-permit", 2, stories.no_permit, lawful=False),
)
NEWCOMER = Case("newcomer", 0, stories.newcomer)  # dealt to nobody: daily life brings them in
_DEALT = tuple(case for case in CASES for _ in range(case.share))


def deal(index: int, *, seed: int) -> Case:
    """The case of the person at `index`: a walk through the thousand that meets each once."""
    return _DEALT[(index * 617 + seed) % len(_DEALT)]
