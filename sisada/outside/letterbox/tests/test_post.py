"""What the letterbox promises to whoever drops a letter: it is taken once, whole, and read by nobody but inside."""

import threading
import uuid
from datetime import datetime
from typing import Any

import psycopg
import pytest

from sisada.foundation.envelope import NotForThisKey, open_sealed
from sisada.foundation.letter import read_letter
from sisada.foundation.own_words import require_marked
from sisada.outside import roles as outside
from sisada.outside.letterbox import post
from sisada.outside.letterbox.post import LetterProblem, receive, seal_photo
from sisada.outside.letterbox.tests.conftest import Login
from sisada.outside.letterbox.tests.reporters import Reporter, reporter_with_a_new_code
from tests.databases import Side
from tests.street_keys import LETTER_PRIVATE, PEPPER

pytestmark = pytest.mark.usefixtures("at_the_street")


def test_what_is_stored_opens_with_insides_key_and_what_may_be_read_again_with_the_code(reporter: Reporter, owner: Login) -> None:
    photo = seal_photo(b"a picture")
    letter = reporter.letter(photos=(photo.sha256,))
    reporter.sends(letter, photos=(photo,))
    sealed, own = _one(owner, "letter.sealed, box.sealed", reporter)
    part = _one(owner, "part.sealed", reporter)
    assert read_letter(open_sealed(LETTER_PRIVATE, sealed)) == letter
    assert open_sealed(LETTER_PRIVATE, part[0]) == b"a picture"
    own_words = require_marked(open_sealed(reporter.code.private_key, own), thread=reporter.thread, pepper=PEPPER)
    assert read_letter(own_words) == letter.without_photos()
    with pytest.raises(NotForThisKey):
        open_sealed(reporter.code.private_key, sealed)


WITH_ALL = """
select {} from letterbox_letter as letter join letterbox_box as box using (id) left join letterbox_part as part on part.letter = letter.id
where letter.thread = %s
"""


def _one(owner: Login, what: str, reporter: Reporter) -> Any:
    return owner.execute(WITH_ALL.format(what).encode(), [reporter.thread]).fetchone()


def test_a_letter_sent_again_gets_the_first_answer_and_stands_once(reporter: Reporter, owner: Login) -> None:
    letter_id, photo = uuid.uuid4(), seal_photo(b"a picture")
    letter = reporter.letter(photos=(photo.sha256,))
    first = reporter.sends(letter, letter_id=letter_id, photos=(photo,))
    again = reporter.sends(letter, letter_id=letter_id, photos=(seal_photo(b"a picture"),))  # sealed anew: other bytes
    assert again == first
    assert _rows(owner, reporter) == (1, 1, 1)


COUNTED = """
select (select count(*) from letterbox_letter where thread = %(thread)s),
    (select count(*) from letterbox_box where thread = %(thread)s),
    (select count(*) from letterbox_part join letterbox_letter on letter = id where thread = %(thread)s)
"""


def _rows(owner: Login, reporter: Reporter) -> tuple[int, ...]:
    found = owner.execute(COUNTED, {"thread": reporter.thread}).fetchone()
    assert found
    return tuple(found)


def test_another_letter_under_the_same_id_is_refused_and_changes_nothing(reporter: Reporter, owner: Login) -> None:
    letter_id = uuid.uuid4()
    reporter.sends(reporter.letter(), letter_id=letter_id)
    with pytest.raises(LetterProblem) as refused:
        reporter.sends(reporter.letter("Sesuatu yang lain."), letter_id=letter_id)
    assert refused.value.code == "letter.differs"
    assert _rows(owner, reporter) == (1, 1, 0)


def test_a_photo_added_under_the_same_id_is_another_letter(reporter: Reporter) -> None:
    letter_id, photo = uuid.uuid4(), seal_photo(b"a picture")
    reporter.sends(reporter.letter(), letter_id=letter_id)
    with pytest.raises(LetterProblem) as refused:
        reporter.sends(reporter.letter(photos=(photo.sha256,)), letter_id=letter_id, photos=(photo,))
    assert refused.value.code == "letter.differs"


def test_a_letter_sent_again_weeks_later_is_answered_as_before(reporter: Reporter, owner: Login, carrier: Login) -> None:
    letter_id = uuid.uuid4()
    first = reporter.sends(reporter.letter(), letter_id=letter_id)
    carrier.execute("select letterbox_carried(%s)", [[letter_id]])
    owner.execute("update letterbox_letter set carried_at = carried_at - interval '8 days' where id = %s", [letter_id])
    carrier.execute("select letterbox_sweep()")
    assert owner.execute("select sealed from letterbox_letter where id = %s", [letter_id]).fetchone() == (None,)
    assert reporter.sends(reporter.letter(), letter_id=letter_id) == first


def test_a_later_letter_needs_no_code_and_stands_in_the_same_thread(reporter: Reporter, owner: Login) -> None:
    reporter.sends(reporter.letter())
    receive(reporter.letter("Masih terjadi."), letter_id=uuid.uuid4(), code=None, photos=[])
    assert _rows(owner, reporter) == (2, 2, 0)


def test_a_later_letter_to_a_thread_that_is_not_there_or_has_ended_is_refused(reporter: Reporter, carrier: Login) -> None:
    assert _refused(reporter, with_code=False) == "letter.no-thread"
    reporter.sends(reporter.letter())
    carrier.execute("insert into letterbox_thread_end (thread, ended_at) values (%s, now())", [reporter.thread])
    assert _refused(reporter, with_code=False) == "letter.no-thread"
    assert _refused(reporter, with_code=True) == "letter.no-thread"  # a phone does not revive what has ended


def _refused(reporter: Reporter, *, with_code: bool) -> str:
    with pytest.raises(LetterProblem) as refused:
        receive(reporter.letter(), letter_id=uuid.uuid4(), code=reporter.code if with_code else None, photos=[])
    return refused.value.code


def test_a_code_belongs_to_one_thread_and_a_thread_to_one_key(reporter: Reporter) -> None:
    reporter.sends(reporter.letter())
    second_thread = Reporter(reporter.code, uuid.uuid4())
    assert _refused(second_thread, with_code=True) == "letter.differs"
    another_key = Reporter(reporter_with_a_new_code().code, reporter.thread)
    assert _refused(another_key, with_code=False) == "letter.differs"
    assert _refused(another_key, with_code=True) == "letter.differs"


def test_a_letter_that_names_other_photos_than_came_with_it_is_not_taken(reporter: Reporter, owner: Login) -> None:
    with pytest.raises(ValueError, match="other photos"):
        reporter.sends(reporter.letter(photos=(seal_photo(b"one").sha256,)), photos=(seal_photo(b"another"),))
    assert _rows(owner, reporter) == (0, 0, 0)


def test_a_sixth_photo_leaves_nothing_behind(reporter: Reporter, public: Login, owner: Login) -> None:
    with pytest.raises(psycopg.errors.CheckViolation):
        public.execute(post.RECEIVE, _values(reporter, uuid.uuid4(), parts=[b"photo"] * 6))
    assert _rows(owner, reporter) == (0, 0, 0)


def _values(reporter: Reporter, letter_id: uuid.UUID, *, digest: bytes = b"d" * 32, parts: list[bytes] | None = None) -> list[Any]:
    return [letter_id, reporter.thread, reporter.code.index, reporter.code.public_key, b"sealed", parts or [], b"own", digest]


@pytest.mark.parametrize(("digest", "answer"), [(b"d" * 32, "the first time"), (b"e" * 32, "letter.differs")])
def test_of_two_requests_with_one_letter_at_once_the_second_waits_and_is_answered_by_the_first(
    outside_side: Side, reporter: Reporter, owner: Login, digest: bytes, answer: str
) -> None:
    letter_id, address = uuid.uuid4(), outside_side.url(outside.DATABASE, "sisada_public")
    with psycopg.connect(address) as first, psycopg.connect(address, autocommit=True) as second:
        received = _taken(first, _values(reporter, letter_id))
        answers: list[datetime | str] = []
        waiting = threading.Thread(target=lambda: answers.append(_taken(second, _values(reporter, letter_id, digest=digest))))
        waiting.start()
        _wait_until_somebody_waits(outside_side, pid=second.info.backend_pid)
        first.commit()
        waiting.join(timeout=30)
    assert answers == [received if answer == "the first time" else answer]
    assert _rows(owner, reporter) == (1, 1, 0)


def _taken(login: Login, values: list[Any]) -> datetime | str:
    try:
        found = login.execute(post.RECEIVE, values).fetchone()
    except psycopg.Error as refused:
        return str(refused.diag.message_primary)
    assert found
    received_at: datetime = found[0]
    return received_at


def _wait_until_somebody_waits(side: Side, *, pid: int) -> None:
    with psycopg.connect(side.server.url(outside.DATABASE), autocommit=True) as admin:
        for _ in range(600):
            if admin.execute("select from pg_locks where pid = %s and not granted", [pid]).rowcount:
                return
            admin.execute("select pg_sleep(0.05)")
    raise AssertionError("The second request did not wait for the first.")


def test_whoever_listens_is_told_that_there_is_a_letter_and_nothing_about_it(reporter: Reporter, carrier: Login) -> None:
    carrier.execute("listen letterbox_letter")
    reporter.sends(reporter.letter())
    told = next(carrier.notifies(timeout=30))
    assert (told.channel, told.payload) == ("letterbox_letter", "")


def test_the_digest_confirms_no_guess_to_whoever_holds_the_table(reporter: Reporter, owner: Login) -> None:
    """Not a hash of what anybody can put together: it is keyed, and other for each letter."""
    first, second = (reporter.sends(reporter.letter()), receive(reporter.letter(), letter_id=uuid.uuid4(), code=None, photos=[]))
    assert first.digest != second.digest
