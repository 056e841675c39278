"""How much a sender may send. Bytes are counted while they arrive (asgi.py); what is larger is never held as a whole."""

from typing import Final

PHOTOS: Final = 5
PHOTO_MB: Final = 12
BODY_BYTES: Final = (PHOTO_MB + 4) * 1_000_000  # one photo as a phone takes it, and five sealed ones of 400 kB that the form carries along
FIELDS_BYTES: Final = 4_000_000
