"""Which forms ask for something dear, told from their bytes before anything reads them: sending, a photo, opening a thread.

For the order in which they get their turn (letterbox/work/door.py), and for nothing else; what a form really says, its view reads.
"""

import re
from urllib.parse import unquote_to_bytes

from sisada.faces.public.proof import FIELD
from sisada.faces.public.steps.answers import GO, SEND

FOLLOW = "/ikuti/"
SENDS = (f"{GO}={SEND}".encode(), f'name="{GO}"\r\n\r\n{SEND}'.encode())
BRINGS_A_FILE = re.compile(rb'filename="[^"]')  # a browser sends an empty name when no photo was chosen
PROOF = re.compile(rf'(?:^|&){FIELD}=([^&]*)|name="{FIELD}"\r\n\r\n([^\r]*)'.encode())


def proof_of(path: str, body: bytes) -> str | None:
    """The proof that it brings, empty when it brings none. None: it asks for nothing dear."""
    if not body or not (path.endswith(FOLLOW) or any(words in body for words in SENDS) or BRINGS_A_FILE.search(body)):
        return None
    found = PROOF.search(body)
    return unquote_to_bytes(found[1] or found[2] or b"").decode(errors="replace") if found else ""
