"""The inside's own checkpoints: one after another, each signed, each pointing to the one before and to the chain as it stands."""

from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any

from psycopg import Connection

from sisada.verify import hashes, heads
from sisada.verify.findings import Code, Report, say
from sisada.verify.heads import Head
from sisada.verify.keys import Believed

TOLERANCE_S = 120.0  # a transaction may take so long to commit, and two clocks may differ so much


@dataclass
class Timeline:
    """What the checkpoints say about time: by when which number of rows had been sealed."""

    hash_of: dict[int, bytes] = field(default_factory=dict)
    numbers: "array[int]" = field(default_factory=lambda: array("q"))
    counts: "array[int]" = field(default_factory=lambda: array("q"))
    complete_until: "array[float]" = field(default_factory=lambda: array("d"))
    signed_at: "array[float]" = field(default_factory=lambda: array("d"))

    def add(self, head: Head) -> None:
        self.hash_of[head.number] = head.hash
        self.numbers.append(head.number)
        self.counts.append(max(head.count, self.counts[-1] if self.counts else 0))  # in order, also where a finding says it was not
        self.complete_until.append(head.complete_until.timestamp())
        self.signed_at.append(head.signed_at.timestamp())

    def complete_before(self, number: int) -> float | None:
        """The instant until which all was sealed when this row was not yet. None: no checkpoint came before it."""
        place = bisect_left(self.counts, number)
        return self.complete_until[place - 1] if place else None

    def covering(self, number: int) -> int | None:
        """The first checkpoint that covers this row. None: none does yet."""
        place = bisect_left(self.counts, number)
        return self.numbers[place] if place < len(self.numbers) else None

    def signed_with(self, number: int) -> float | None:
        """When the first checkpoint that covers this row was signed. None: none does yet."""
        place = bisect_left(self.counts, number)
        return self.signed_at[place] if place < len(self.signed_at) else None

    @property
    def complete(self) -> float | None:
        return self.complete_until[-1] if self.complete_until else None


def check(connection: "Connection[Any]", believed: Believed, report: Report) -> Timeline:
    timeline = Timeline()
    last: Head | None = None
    sealed = {"more": ", seal.chain", "join": "left join audit_seal as seal on seal.number = head.count"}
    for head, chain in heads.read(connection, "audit_checkpoint", **sealed):
        _check_one(head, believed, report)
        _check_follows(head, last, report)
        if (chain or hashes.ZERO) != head.chain or (chain is None and head.count):
            report.find(Code.NOT_AS_SIGNED, number=head.number, count=head.count)
        timeline.add(head)
        last = head
    _check_hand_overs(believed, timeline, report)
    if last is None:
        report.note("Belum ada titik periksa. / No checkpoint was signed yet.")
    else:
        at = say(last.signed_at.timestamp())
        report.note(
            f"Titik periksa terakhir {last.number}, {at}: {last.count} baris. / Last checkpoint {last.number}, {at}: {last.count} rows."
        )
    return timeline


def _check_one(head: Head, believed: Believed, report: Report) -> None:
    if head.key_id not in believed.keys:
        report.find(Code.KEY_NOT_BELIEVED, number=head.number, key_id=head.key_id)
    elif not believed.signed(head):
        report.find(Code.SIGNATURE, number=head.number)
    elif not believed.in_its_time(head):
        report.find(Code.KEY_OUT_OF_TIME, number=head.number, key_id=head.key_id)
    if head.complete_until.timestamp() > head.signed_at.timestamp() + TOLERANCE_S:
        report.find(Code.CLOCK_AHEAD, number=head.number)


def _check_hand_overs(believed: Believed, timeline: Timeline, report: Report) -> None:
    """Each belongs to this history: it names the old key's last checkpoint as it stands here."""
    for one in believed.last.values():
        if timeline.hash_of.get(one.last_number) != one.last_hash:
            report.find(Code.ENDORSEMENT, key_id=one.key_id, endorsed_by=one.endorsed_by)


def _check_follows(head: Head, last: Head | None, report: Report) -> None:
    number, hash_before = (last.number, last.hash) if last else (0, hashes.ZERO)
    if head.number != number + 1:
        report.find(Code.CHECKPOINT_MISSING, before=number, number=head.number)
    elif head.previous != hash_before or (last and head.count < last.count):
        report.find(Code.CHECKPOINT_ORDER, before=number, number=head.number)
    if last and (head.signed_at < last.signed_at or head.complete_until < last.complete_until):
        report.find(Code.CLOCK_BACK, number=head.number, at=head.signed_at.timestamp())
