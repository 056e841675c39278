"""The demo's reports: whole letters, the same each time, about nobody who exists."""

import io

from PIL import Image

from demo.reporters import TOLD_CODE
from demo.reporters.scenes import scene
from sisada.areas.names import area
from sisada.foundation import word_code
from sisada.foundation.letter import KINDS, read_letter


def test_every_report_is_a_letter_that_the_office_can_read() -> None:
    from demo.reporters.letters import letter_of, reports

    seen = set()
    for place, report in enumerate(reports()):
        posted = letter_of(report, name=f"first {place}", reporter_key=b"k" * 32)
        assert read_letter(posted.letter.to_bytes()) == posted.letter
        assert letter_of(report, name=f"first {place}", reporter_key=b"k" * 32).letter == posted.letter
        where = posted.letter.place or posted.letter.stay_place
        assert where is None or (where.kelurahan and area(where.kelurahan))
        seen.add(posted.letter.kind)
    assert {"activity", "presence", "objection"} == seen <= set(KINDS)


def test_the_told_code_is_a_code() -> None:
    assert word_code.read(" ".join(TOLD_CODE)) == TOLD_CODE


def test_a_scene_is_a_picture_and_the_same_for_the_same_seed() -> None:
    assert scene(7) == scene(7) != scene(8)
    assert Image.open(io.BytesIO(scene(7))).size == (1200, 900)
