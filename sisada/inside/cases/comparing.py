"""Lists and discrepancies against the mirror, by a machine: it writes codes and is told nothing. Only a whole and fresh mirror is asked,
since nobody is "unknown" in a copy that has not come to its end."""

from sisada.foundation.clock import now
from sisada.inside.cases.refusals import call, rows_of
from sisada.inside.registry import mirror_age

MOST = 2000  # changes followed in one transaction


def compare_lists() -> int:
    """Every open list that was not compared today; how many lines say something new."""
    if not mirror_age.read().can_say_nobody(now()):
        return 0
    return sum(call("cases_compare_stays", row[0]) for row in rows_of("cases_uncompared"))


def follow_mirror() -> int:
    """What the link brought since the last time: discrepancies that it settles are closed, lists of whoever changed compared again. How
    many changes were followed."""
    if not mirror_age.read().can_say_nobody(now()):
        return 0
    followed = 0
    while batch := call("cases_follow_mirror", MOST):
        followed += batch
    return followed
