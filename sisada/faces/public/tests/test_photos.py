"""Photos on their way through a form without script: drawn anew, sealed, and of no use in another form."""

from uuid import uuid4

from sisada.faces.public.steps.photos import carry, read_all
from sisada.faces.public.tests.test_activity import as_the_worker_reads_it
from sisada.faces.public.tests.walker import Walker
from sisada.foundation.envelope import open_sealed
from sisada.foundation.images.tests import pictures
from sisada.outside.letterbox.post import seal_photo
from sisada.outside.letterbox.tests.conftest import Login
from tests.street_keys import LETTER_PRIVATE


def at_the_photos(reporter: Walker) -> Walker:
    return reporter.opens().presses(danger="tidak").presses(category="order").presses(what="x")


def to_the_review(reporter: Walker) -> Walker:
    return reporter.presses().presses(place_text="Lobi").presses(when="tadi").presses().presses()


def test_a_photo_reaches_the_office_drawn_anew(reporter: Walker, owner: Login) -> None:
    to_the_review(at_the_photos(reporter).presses("tetap", files=(pictures.jpeg(),)))
    form = reporter.form_id
    reporter.presses("kirim")
    rows = owner.execute("select sealed from letterbox_part where letter = %s", [form]).fetchall()
    assert [open_sealed(LETTER_PRIVATE, row[0])[:3] for row in rows] == [b"\xff\xd8\xff"]
    assert len(as_the_worker_reads_it(owner, form).photos) == 1


def test_no_page_repeats_a_files_name(reporter: Walker) -> None:
    at_the_photos(reporter).presses("tetap", files=(pictures.png(),))
    assert "Foto 1" in reporter.page
    assert "rahasia" not in reporter.page


def test_five_photos_are_taken_and_a_sixth_is_not(reporter: Walker) -> None:
    at_the_photos(reporter)
    for _ in range(5):
        reporter.presses("tetap", files=(pictures.jpeg(),))
    reporter.presses("tetap", files=(pictures.jpeg(),))
    assert len(reporter.fields.given["foto"]) == 5
    assert "Paling banyak lima foto" in reporter.page


def test_a_photo_can_be_taken_out_again(reporter: Walker) -> None:
    at_the_photos(reporter).presses("tetap", files=(pictures.jpeg(), pictures.png()))
    first, second = reporter.fields.given["foto"]
    reporter.presses("tetap", buang="0")
    assert reporter.fields.given["foto"] == [second] != [first]


def test_a_file_that_is_no_photo_is_refused_in_words_and_the_others_stay(reporter: Walker) -> None:
    at_the_photos(reporter).presses(files=(pictures.jpeg(), b"<html>bukan foto</html>"))
    assert reporter.step == "foto"
    assert "bukan foto JPEG" in reporter.page
    assert len(reporter.fields.given["foto"]) == 1


def test_a_sealed_photo_serves_the_form_for_which_it_was_sealed_and_no_other() -> None:
    form = uuid4()
    carried = carry(seal_photo(b"\xff\xd8\xff"), form=form)
    assert read_all([carried.token], form=form) == (carried,)
    assert read_all([carried.token], form=uuid4()) == ()
    assert read_all([carried.token[:-4] + "AAAA", "", "x.y.z"], form=form) == ()
