"""Whatever a stranger sends becomes a plain JPEG of ours or a refusal in words. Nothing else, never slowly, and nobody else notices."""

import time
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sisada.foundation.images.child import PHOTO_S
from sisada.foundation.images.clean import LONGEST_SIDE, MOST_BYTES_OUT, CleanImage, clean
from sisada.foundation.images.plain_jpeg import is_plain
from sisada.foundation.images.pool import POOL
from sisada.foundation.images.refusals import SENTENCES, NotAnImage
from sisada.foundation.images.sandbox.confine import MEMORY_BYTES
from sisada.foundation.images.tests.hostile import all_files
from sisada.foundation.images.tests.pictures import MARK, jpeg

FILES = all_files()


def test_the_corpus_has_at_least_two_hundred_files() -> None:
    assert len(FILES) >= 200


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_ends_as_a_plain_jpeg_or_in_a_refusal(name: str) -> None:
    begun = time.monotonic()
    ended = outcome(FILES[name])
    if isinstance(ended, NotAnImage):
        assert ended.reason in SENTENCES
    else:
        assert_plain(ended)
    assert time.monotonic() - begun < PHOTO_S
    assert all(peak_of(pid) <= MEMORY_BYTES for pid in POOL.pids())


def outcome(raw: bytes) -> CleanImage | NotAnImage:
    try:
        return clean(raw)
    except NotAnImage as refused:
        return refused


def assert_plain(image: CleanImage) -> None:
    assert is_plain(image.jpeg)
    assert MARK not in image.jpeg
    assert MARK[:12] not in image.jpeg
    assert len(image.jpeg) <= MOST_BYTES_OUT
    with Image.open(BytesIO(image.jpeg)) as opened:
        opened.load()
        assert (opened.format, opened.mode, opened.size) == ("JPEG", "RGB", (image.width, image.height))
        assert max(opened.size) <= LONGEST_SIDE
        assert not opened.getexif()
        assert not {"icc_profile", "comment", "xmp", "exif"} & set(opened.info)


def test_after_all_of_them_an_honest_photo_is_taken_as_before() -> None:
    assert clean(jpeg()).width == 320


def peak_of(pid: int) -> int:
    """The most memory, in bytes of addresses, that this process ever had; 0 when it is gone already."""
    try:
        told = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except FileNotFoundError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in told.splitlines() if line.startswith("VmPeak")), 0)
