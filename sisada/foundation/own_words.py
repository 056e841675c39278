"""The mark on what a reporter may read again of his own, inside the envelope that only his code opens.

An envelope says nothing about who sealed it. What the public face received, or the desk took down, it marks with the code pepper over the
words and their thread: whoever rules the outside's database without that key cannot put words into a reporter's mouth on his own page.
"""

import hmac
from typing import Final
from uuid import UUID

MARK_BYTES: Final = 32
_ABOUT: Final = b"own words"


class NotMarked(ValueError):  # noqa: N818 - it says what is so
    """Nobody of ours received these words for this thread."""


def marked(clear: bytes, *, thread: UUID, pepper: bytes) -> bytes:
    """The mark, then the words."""
    return hmac.digest(pepper, _ABOUT + thread.bytes + clear, "sha256") + clear


def require_marked(raw: bytes, *, thread: UUID, pepper: bytes) -> bytes:
    """The words alone.

    Raises: NotMarked."""
    clear = raw[MARK_BYTES:]
    if not hmac.compare_digest(marked(clear, thread=thread, pepper=pepper), raw):
        raise NotMarked("mark")
    return clear
