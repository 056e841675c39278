"""Is this a JPEG with a picture in it and nothing else? Asked of every answer of a child, which we do not believe: a decoder that was
taken over could send anything."""

START, END, SCAN = 0xD8, 0xD9, 0xDA
RESTARTS = range(0xD0, 0xD8)
JFIF = b"JFIF\x00"
# Tables of quantisation and of Huffman codes, the frame (baseline, extended, progressive), the interval of restarts, the scan.
PARTS = {0xDB, 0xC4, 0xC0, 0xC1, 0xC2, 0xDD, SCAN}
APP0 = 0xE0


def is_plain(jpeg: bytes) -> bool:
    """True: from the first byte to the last nothing stands in it that a picture does not need; no profile, comment, preview, trailer."""
    if jpeg[:2] != bytes((0xFF, START)):
        return False
    place = 2
    while jpeg[place : place + 1] == b"\xff" and len(jpeg) >= place + 4:
        marker, length = jpeg[place + 1], int.from_bytes(jpeg[place + 2 : place + 4])
        if not _belongs(marker, jpeg[place + 4 : place + 2 + length]):
            return False
        place += 2 + length
        if marker == SCAN:
            place = _end_of_scan(jpeg, place)
        if jpeg[place:] == bytes((0xFF, END)):
            return marker == SCAN
    return False


def _belongs(marker: int, body: bytes) -> bool:
    return marker in PARTS or (marker == APP0 and len(body) == 14 and body.startswith(JFIF))  # 14: without a preview


def _end_of_scan(jpeg: bytes, place: int) -> int:
    """Where the next marker stands; within a scan only a stuffed zero or a restart may follow 0xff."""
    while (place := jpeg.find(b"\xff", place)) >= 0 and len(jpeg) > place + 1:
        if jpeg[place + 1] != 0 and jpeg[place + 1] not in RESTARTS:
            return place
        place += 2
    return len(jpeg)
