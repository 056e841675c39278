"""The heads that stand outside, against the inside's: what inside could rewrite, outside still shows as it was."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from psycopg import Connection

from sisada.verify import heads
from sisada.verify.checkpoints import TOLERANCE_S, Timeline
from sisada.verify.findings import Code, Report
from sisada.verify.keys import Believed

CARRIED_WITHIN_S = 600.0  # what was signed so long ago, by the clock of whoever verifies, should stand outside


def check(outside: "Connection[Any]", believed: Believed, timeline: Timeline, report: Report) -> None:
    seen: Counter[int] = Counter()
    other: list[int] = []
    for head, received_at in heads.read(outside, "published_audit_head", more=", head.received_at"):
        seen[head.number] += 1
        if not (believed.signed(head) and believed.in_its_time(head)):
            report.find(Code.WITNESS_SIGNATURE, number=head.number, key_id=head.key_id)
        if received_at.timestamp() < head.signed_at.timestamp() - TOLERANCE_S:
            report.find(Code.RECEIVED_BEFORE, number=head.number)
        if timeline.hash_of.get(head.number, head.hash) != head.hash:
            other.append(head.number)
    _check_same(other, seen, report)
    _check_ends(seen, timeline, report)
    report.note(f"{len(seen)} titik periksa ada di luar. / {len(seen)} checkpoints stand outside.")


def _check_same(other: list[int], seen: "Counter[int]", report: Report) -> None:
    if other:
        report.find(Code.REWRITTEN, number=other[0], times=len(other))
    forked = sorted(number for number, times in seen.items() if times > 1)
    if forked:
        report.find(Code.FORK, number=forked[0], times=len(forked))


def _check_ends(seen: "Counter[int]", timeline: Timeline, report: Report) -> None:
    last_inside = max(timeline.hash_of, default=0)
    if (last_outside := max(seen, default=0)) > last_inside:
        report.find(Code.CUT, number=last_outside, inside=last_inside)
    _check_all_came(seen, timeline, report)


def _check_all_came(seen: "Counter[int]", timeline: Timeline, report: Report) -> None:
    """Whatever the passage's own table says: the checkpoints are compared themselves, which the carrier cannot touch."""
    due = time.time() - CARRIED_WITHIN_S
    inside = zip(timeline.hash_of, timeline.signed_at, strict=False)
    missing = [(number, signed) for number, signed in inside if signed < due and number not in seen]
    if missing:
        numbers = ", ".join(_runs([number for number, _ in missing]))
        report.find(Code.NOT_CARRIED, times=len(missing), numbers=numbers, signed=missing[0][1])


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Rising numbers as they are written for people: 4, 7–12."""
    breaks = [place for place, (one, other) in enumerate(pairwise(numbers), start=1) if other != one + 1]
    for first, after in pairwise([0, *breaks, len(numbers)]):
        run = numbers[first:after]
        yield f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}"
