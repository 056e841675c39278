"""Which public keys are to be believed: those on the auditor's sheet; else the first that came outside; else the inside's first. And
whatever those endorsed: each for the checkpoints of its own time."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from psycopg import Connection

from sisada.verify import hashes
from sisada.verify.findings import Code, Report
from sisada.verify.heads import Head

INSIDE = "select key_id, public_key from audit_sealing_key order by begun_at"
OUTSIDE = "select key_id, public_key from published_audit_key order by received_at"
ENDORSED = (
    "select key_id, public_key, endorsed_by, last_number, last_hash, signature from audit_key_endorsement order by last_number, endorsed_at"
)
Keys = dict[str, bytes]


@dataclass(frozen=True)
class Endorsement:
    """A key's word, in its own signature, that another signs after its last checkpoint."""

    key_id: str
    public_key: bytes
    endorsed_by: str
    last_number: int
    last_hash: bytes
    signature: bytes

    def holds(self, old: bytes) -> bool:
        message = hashes.endorsement_message(
            public_key=self.public_key, endorsed_by=self.endorsed_by, last_number=self.last_number, last_hash=self.last_hash
        )
        return hashes.key_id(self.public_key) == self.key_id and hashes.is_signed(message, self.signature, old)


@dataclass
class Believed:
    """Keys, and between which checkpoints each may sign."""

    keys: Keys
    after: dict[str, int] = field(default_factory=dict)  # of a key that was endorsed: it signs after this number
    last: dict[str, Endorsement] = field(default_factory=dict)  # of a key that handed over: it signs no later than this says

    def signed(self, head: Head) -> bool:
        return head.key_id in self.keys and hashes.is_signed(head.message, head.signature, self.keys[head.key_id])

    def in_its_time(self, head: Head) -> bool:
        handed_over = self.last.get(head.key_id)
        return head.number > self.after.get(head.key_id, 0) and (handed_over is None or head.number <= handed_over.last_number)

    def follow(self, one: Endorsement) -> bool:
        """Believe what a believed key endorsed. False: the endorsement is not right, or the key had handed over to another before."""
        if one.endorsed_by in self.last or not one.holds(self.keys[one.endorsed_by]):
            return False
        self.keys[one.key_id] = one.public_key
        self.after[one.key_id] = one.last_number
        self.last[one.endorsed_by] = one
        return True


def to_be_believed(given: list[bytes], inside: "Connection[Any]", outside: "Connection[Any] | None", report: Report) -> Believed:
    known_inside = _read(inside, INSIDE)
    known_outside = _read(outside, OUTSIDE) if outside else {}
    for key_id, public_key in [*known_inside.items(), *known_outside.items()]:
        if hashes.key_id(public_key) != key_id:
            report.find(Code.FALSE_KEY, key_id=key_id)
    believed = Believed(_trusted(given, known_outside or known_inside))
    _follow(believed, inside, report)
    for key_id in sorted({*known_inside, *known_outside} - set(believed.keys)):
        report.find(Code.OTHER_KEY, key_id=key_id)
    if not given and not known_outside:
        report.note(
            "Kunci dipercaya menurut kata orang dalam sendiri: pakai --key. / The key is believed on the inside's own word: give --key."
        )
    return believed


def _follow(believed: Believed, inside: "Connection[Any]", report: Report) -> None:
    """One after another, from a key that is believed. One by a key that is not says nothing: that key is told of by itself."""
    for one in _endorsements(inside):
        if one.endorsed_by in believed.keys and not believed.follow(one):
            report.find(Code.ENDORSEMENT, key_id=one.key_id, endorsed_by=one.endorsed_by)


def _endorsements(inside: "Connection[Any]") -> Iterator[Endorsement]:
    for row in inside.execute(ENDORSED.encode()):
        yield Endorsement(*row)


def _trusted(given: list[bytes], known: Keys) -> Keys:
    """All that were given, or the first that is known."""
    return {hashes.key_id(key): key for key in given} if given else dict(list(known.items())[:1])


def _read(connection: "Connection[Any]", query: str) -> Keys:
    return {key_id: bytes(public_key) for key_id, public_key in connection.execute(query.encode())}
