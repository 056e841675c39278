"""Keys of the public face in tests, and the one that only the worker inside has: known to everybody, and used nowhere else."""

from pathlib import Path

from sisada.foundation import office_signature
from sisada.foundation.envelope import public_half

LETTER_PRIVATE = bytes(range(32))
LETTER_PUBLIC = public_half(LETTER_PRIVATE)
PEPPER = bytes(range(32, 64))
RECEIPT_KEY_FILE = Path(__file__).parent / "data" / "receipt-key"
PROPOSAL_KEY_FILE = Path(__file__).parent / "data" / "proposal-key"  # the office face's, for what it proposes upstream
WORD_KEY_FILE = Path(__file__).parent / "data" / "word-key"  # with which the inside signs its words to reporters
WORD_KEY = bytes.fromhex(WORD_KEY_FILE.read_text(encoding="ascii").strip())
WORD_PUBLIC = office_signature.public_half(WORD_KEY)
