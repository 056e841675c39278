"""How one signing key hands over to the next: the old one signs the new one's public half, and with it its own last checkpoint. Pure."""

from dataclasses import dataclass

from nacl.signing import SigningKey


@dataclass(frozen=True)
class Endorsement:
    """From the checkpoint after `last_number` on the new key signs, and the old one never again."""

    public_key: bytes  # the new one
    endorsed_by: str  # the old key's id
    last_number: int  # the old key's last checkpoint
    last_hash: bytes  # and its hash, so that the hand-over belongs to one history

    def message(self) -> bytes:
        """Exactly what is signed: lines a person can type again."""
        return (
            "sisada audit key 1\n"
            f"key {self.public_key.hex()}\n"
            f"endorsed-by {self.endorsed_by}\n"
            f"last-number {self.last_number}\n"
            f"last-hash {self.last_hash.hex()}\n"
        ).encode()


def sign(endorsement: Endorsement, old: SigningKey) -> bytes:
    return old.sign(endorsement.message()).signature
