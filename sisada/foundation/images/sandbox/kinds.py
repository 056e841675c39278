"""Which files we look into at all, told by their first bytes. Names and content types that a sender gives count for nothing."""

MOST_BYTES = 12_000_000
# Beyond these nobody's photo is meant: a phone's largest JPEG of this many bytes, a screenshot, a picture from a messenger.
# Pillow decodes a JPEG smaller than it is; the other two it must hold whole.
MOST_PIXELS = {"JPEG": 65_000_000, "PNG": 24_000_000, "WEBP": 16_000_000}
MOST_PIXELS_IN_PASSES = 32_000_000  # a progressive JPEG is held whole until its last pass
MOST_PASSES = 60  # cameras and programs make some ten; each may be a few bytes, and has the decoder walk over all pixels


def kind_of(raw: bytes) -> str | None:
    """Pillow's name of the kind; None: none of the three we take."""
    if raw.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if raw.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    return "WEBP" if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP" else None
