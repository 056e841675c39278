"""What need not stand outside any more goes; what nobody has carried stays."""

import uuid

import pytest

from sisada.outside.letterbox.post import seal_photo
from sisada.outside.letterbox.tests.conftest import Login
from sisada.outside.letterbox.tests.reporters import Reporter
from sisada.outside.letterbox.thread import open_thread

pytestmark = pytest.mark.usefixtures("at_the_street")
PHOTO = seal_photo(b"a picture")
STANDS = """
select (select count(*) from letterbox_thread where id = %(thread)s),
    (select count(*) from letterbox_letter where thread = %(thread)s),
    (select count(sealed) from letterbox_letter where thread = %(thread)s),
    (select count(*) from letterbox_part join letterbox_letter on letter = id where thread = %(thread)s),
    (select count(*) from letterbox_box where thread = %(thread)s)
"""
NOTHING, WHOLE, FETCHED = (0, 0, 0, 0, 0), (1, 1, 1, 1, 1), (1, 1, 0, 0, 1)


@pytest.mark.parametrize(("carried_days_ago", "left"), [(None, WHOLE), (6, WHOLE), (8, FETCHED)])
def test_a_letters_content_goes_a_week_after_it_was_carried(
    reporter: Reporter, owner: Login, carrier: Login, carried_days_ago: int | None, left: tuple[int, ...]
) -> None:
    _send_and_carry(reporter, owner, days_ago=carried_days_ago)
    carrier.execute("select letterbox_sweep()")
    assert owner.execute(STANDS, {"thread": reporter.thread}).fetchone() == left
    assert open_thread(reporter.code) is not None  # what he may read again lasts as long as the thread


@pytest.mark.parametrize(("carried_days_ago", "left"), [(8, NOTHING), (6, (0, 1, 1, 1, 0)), (None, (0, 1, 1, 1, 0))])
def test_of_an_ended_thread_nothing_stays_but_what_was_not_carried_a_week_ago(
    reporter: Reporter, owner: Login, carrier: Login, carried_days_ago: int | None, left: tuple[int, ...]
) -> None:
    _send_and_carry(reporter, owner, days_ago=carried_days_ago)
    carrier.execute("insert into letterbox_thread_end (thread, ended_at) values (%s, now())", [reporter.thread])
    assert open_thread(reporter.code) is None  # at once, not only when it is swept
    carrier.execute("select letterbox_sweep()")
    assert owner.execute(STANDS, {"thread": reporter.thread}).fetchone() == left


def test_a_box_that_comes_after_the_end_is_swept_too(reporter: Reporter, owner: Login, carrier: Login) -> None:
    carrier.execute("insert into letterbox_thread_end (thread, ended_at) values (%s, now())", [reporter.thread])
    late = "insert into letterbox_box (id, thread, author, sealed, made_at) values (%s, %s, 'office', '', now())"
    carrier.execute(late, [uuid.uuid4(), reporter.thread])
    carrier.execute("select letterbox_sweep()")
    assert owner.execute(STANDS, {"thread": reporter.thread}).fetchone() == NOTHING


def _send_and_carry(reporter: Reporter, owner: Login, *, days_ago: int | None) -> None:
    """None: not carried."""
    letter_id = uuid.uuid4()
    reporter.sends(reporter.letter(photos=(PHOTO.sha256,)), letter_id=letter_id, photos=(PHOTO,))
    if days_ago is not None:
        owner.execute("update letterbox_letter set carried_at = now() - make_interval(days => %s) where id = %s", [days_ago, letter_id])
