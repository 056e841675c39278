"""What the sealer signs each minute: how many rows are sealed, where the chain stands, and until when nothing is missing. Pure."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from nacl.signing import SigningKey

BEGINNING = bytes(32)  # the hash "before" the first checkpoint


@dataclass(frozen=True)
class Checkpoint:
    number: int
    count: int  # rows sealed: the number of the last seal
    chain: bytes
    complete_until: datetime  # whatever was committed before this instant, by the database's clock, is among them
    signed_at: datetime  # by the sealer's clock
    previous: bytes  # hash of the checkpoint before
    key_id: str

    def message(self) -> bytes:
        """Exactly what is signed: lines a person can type again."""
        return (
            "sisada audit checkpoint 1\n"
            f"number {self.number}\n"
            f"count {self.count}\n"
            f"chain {self.chain.hex()}\n"
            f"complete-until {instant(self.complete_until)}\n"
            f"signed-at {instant(self.signed_at)}\n"
            f"previous {self.previous.hex()}\n"
            f"key {self.key_id}\n"
        ).encode()


def instant(at: datetime) -> str:
    """UTC to the microsecond, as PostgreSQL keeps it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def sign(checkpoint: Checkpoint, key: SigningKey) -> bytes:
    return key.sign(checkpoint.message()).signature


def hash_of(checkpoint: Checkpoint, signature: bytes) -> bytes:
    """What the next checkpoint points back to, and the name under which this one stands outside."""
    return hashlib.sha256(checkpoint.message() + signature).digest()
