"""Seven Indonesian words: the only key to what a reporter may see again. Shown once, kept by nobody, 77 random bits.

From the words a memory-hard function makes, once, the index under which a thread is found and the private key that opens it. Whoever has
the database and not the words would have to try 2^77 codes at a tenth of a second and 64 MiB each.
"""

import hashlib
import hmac
import re
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore
from typing import Final

from nacl.bindings import crypto_pwhash_alg, crypto_pwhash_ALG_ARGON2ID13

from sisada.foundation.envelope import public_half

WORDS_IN_A_CODE: Final = 7
# Fixed, since words are all that a reporter keeps: what a salt is for, the words' own 77 bits do.
SALT: Final = hashlib.sha256(b"sisada keramas word code 1").digest()[:16]
PASSES: Final = 4
MEMORY_BYTES: Final = 64 * 1024 * 1024
# A third one waits: a crowd of wrong codes takes time, and not the machine's memory.
AT_ONCE: Final = BoundedSemaphore(2)


class NotACode(ValueError):  # noqa: N818 - it says what is so
    """What was typed cannot be a word code, whatever threads there are."""


class WrongCount(NotACode):
    """Not seven words. `given`: how many."""

    def __init__(self, given: int) -> None:
        super().__init__("Not seven words.")
        self.given = given


class UnknownWords(NotACode):
    """Words that no code holds. `places`: which, counted from 1; the words themselves are never repeated in a message."""

    def __init__(self, places: tuple[int, ...]) -> None:
        super().__init__("Words that are not in the list.")
        self.places = places


@dataclass(frozen=True)
class Derived:
    """What a code opens. `index` (32 bytes) finds the thread and opens nothing; `private_key` (X25519) opens and is never stored."""

    index: bytes = field(repr=False)
    private_key: bytes = field(repr=False)

    @property
    def public_key(self) -> bytes:
        return public_half(self.private_key)


@cache
def words() -> tuple[str, ...]:
    """The list, in the order of the alphabet. Never change it: a code that was drawn must be read for as long as its thread lasts."""
    return tuple(Path(__file__).with_name("words.txt").read_text(encoding="ascii").split())


def draw() -> tuple[str, ...]:
    return tuple(secrets.choice(words()) for _ in range(WORDS_IN_A_CODE))


def typed_words(typed: str) -> list[str]:
    """The words in what somebody typed or pasted, known or not. Capitals, commas, numbering and line breaks are forgiven."""
    return re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", typed).lower())


def read(typed: str) -> tuple[str, ...]:
    """The seven words in what somebody typed.

    Raises: UnknownWords; WrongCount."""
    given = typed_words(typed)
    if len(given) != WORDS_IN_A_CODE:
        raise WrongCount(len(given))
    known = frozenset(words())
    if unknown := tuple(place for place, word in enumerate(given, start=1) if word not in known):
        raise UnknownWords(unknown)
    return tuple(given)


def derive(code: Sequence[str], *, pepper: bytes) -> Derived:
    """Index and key of a code. Takes about a tenth of a second and 64 MiB, for any words alike; at most two run at once in a process.

    The pepper goes into the index alone: without it nobody can look codes up, and losing it loses no private key."""
    with AT_ONCE:
        made = crypto_pwhash_alg(64, " ".join(code).encode(), SALT, PASSES, MEMORY_BYTES, crypto_pwhash_ALG_ARGON2ID13)
    return Derived(index=hmac.digest(pepper, made[:32], "sha256"), private_key=made[32:])
