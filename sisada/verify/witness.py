"""The heads that stand outside, against the inside's: what inside could rewrite, outside still shows as it was."""

from collections import Counter
from typing import Any

from psycopg import Connection

from sisada.verify import heads
from sisada.verify.checkpoints import TOLERANCE_S, Timeline
from sisada.verify.findings import Code, Report

CARRIED_WITHIN_S = 900.0  # what was signed so long before the last checkpoint should stand outside


def check(outside: "Connection[Any]", keys: dict[str, bytes], timeline: Timeline, report: Report) -> None:
    seen: Counter[int] = Counter()
    other: list[int] = []
    for head, received_at in heads.read(outside, "published_audit_head", more=", head.received_at"):
        seen[head.number] += 1
        if not head.is_signed_by_one_of(keys):
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
    if not timeline.signed_at:
        return
    due = timeline.signed_at[-1] - CARRIED_WITHIN_S
    inside = zip(timeline.hash_of, timeline.signed_at, strict=False)
    missing = [(number, signed) for number, signed in inside if signed < due and number not in seen]
    if missing:
        report.find(Code.NOT_CARRIED, times=len(missing), number=missing[0][0], signed=missing[0][1])
