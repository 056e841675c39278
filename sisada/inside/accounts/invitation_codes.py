"""The one-time code of an invitation: read out, typed on a phone, and worth nothing to whoever reads the database."""

import secrets
from dataclasses import dataclass

from django.utils.crypto import salted_hmac

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})
LENGTH, GROUP = 16, 4  # 80 bits: not to be guessed, however many try


@dataclass(frozen=True, repr=False)
class Code:
    """Sixteen signs. Has no repr: it must not end in a log."""

    signs: str

    @classmethod
    def new(cls) -> "Code":
        return cls("".join(secrets.choice(SIGNS) for _ in range(LENGTH)))

    @classmethod
    def typed(cls, text: str) -> "Code":
        """What somebody typed: small letters, spaces and hyphens do not matter, nor O for 0."""
        return cls("".join(sign for sign in text.upper().translate(READ_AS) if sign in SIGNS))

    def kept(self) -> bytes:
        """What the database keeps: keyed with the office's secret."""
        return salted_hmac("sisada.accounts.invitation", self.signs, algorithm="sha256").digest()

    def grouped(self) -> str:
        """For eyes and ears: 7K4M-2Q9X-…"""
        return "-".join(self.signs[at : at + GROUP] for at in range(0, len(self.signs), GROUP))
