"""A JPEG is plain when nothing stands in it but its picture."""

import pytest

from sisada.foundation.images.plain_jpeg import is_plain
from sisada.foundation.images.tests.pictures import MARK, drawn, jpeg, saved, segment, with_segments

NOT_PLAIN = {
    "nothing": b"",
    "another kind": saved(drawn(), "PNG"),
    "a beginning alone": b"\xff\xd8",
    "no picture": b"\xff\xd8\xff\xd9",
    "cut off": jpeg()[:-100],
    "cut off before its end": jpeg()[:-2],
    "a trailer": jpeg() + b"\0",
    "another one behind it": jpeg() + jpeg(),
    "a comment": with_segments(segment(0xFE, MARK)),
    "a profile": jpeg(icc_profile=MARK),
    "a preview": with_segments(segment(0xE0, b"JFXX\0\x10" + jpeg())),
    "jfif with more behind it": with_segments(segment(0xE0, b"JFIF\0" + bytes(9) + MARK)),
    "a segment of no length": jpeg()[:2] + b"\xff\xdb\x00\x00" + jpeg()[2:],
    "words between its parts": jpeg()[:20] + MARK + jpeg()[20:],
}


@pytest.mark.parametrize("how", [{}, {"progressive": True}, {"optimize": True}, {"subsampling": 0}, {"restart_marker_rows": 1}])
def test_what_a_coder_writes_by_itself_is_plain(how: dict[str, object]) -> None:
    assert is_plain(jpeg(**how))
    assert is_plain(saved(drawn("L"), "JPEG", **how))


@pytest.mark.parametrize("name", NOT_PLAIN)
def test_whatever_is_added_or_missing_makes_it_not_plain(name: str) -> None:
    assert not is_plain(NOT_PLAIN[name])
