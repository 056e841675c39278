"""Where a report stands, as a table."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from sisada.faces.public.follow.standing import Stage, standing
from sisada.foundation.letter import Letter, OfficeWord
from sisada.outside.letterbox.promises import Promise
from sisada.outside.letterbox.thread import Entry

RECEIVED = datetime(2026, 11, 24, 7, 6, tzinfo=UTC)
PROMISE = Promise(first_answer_on=date(2026, 11, 26), outcome_on=date(2026, 12, 1))
MOVED = date(2026, 12, 3)


def word(step: str, hours: int = 1, *, promised_on: date | None = None, may_say_not_done: bool = False) -> Entry:
    at = RECEIVED + timedelta(hours=hours)
    return Entry(at, OfficeWord(step=step, at=at, promised_on=promised_on, may_say_not_done=may_say_not_done))


def own(kind: str) -> Entry:
    return Entry(RECEIVED, Letter(kind=kind, thread=uuid4(), reporter_key=bytes(32)))


WORDS = [
    ([], Stage.RECEIVED, PROMISE.first_answer_on, PROMISE.outcome_on),
    ([word("received")], Stage.RECEIVED, PROMISE.first_answer_on, PROMISE.outcome_on),
    ([word("reviewing")], Stage.REVIEWING, None, PROMISE.outcome_on),
    ([word("reviewing"), word("acting", 2)], Stage.ACTING, None, PROMISE.outcome_on),
    ([word("acting"), word("waiting_reporter", 2)], Stage.REVIEWING, None, None),
    ([word("closed")], Stage.CLOSED, None, None),
    ([word("not_ours")], Stage.CLOSED, None, None),
    ([word("received", promised_on=PROMISE.first_answer_on)], Stage.RECEIVED, PROMISE.first_answer_on, PROMISE.outcome_on),
    ([word("promise_moved", promised_on=MOVED)], Stage.RECEIVED, PROMISE.first_answer_on, MOVED),
    ([word("reviewing"), word("message", 2, promised_on=MOVED)], Stage.REVIEWING, None, MOVED),
]


@pytest.mark.parametrize(("entries", "stage", "first", "outcome"), WORDS)
def test_the_last_word_that_names_a_stage_decides(entries: list[Entry], stage: Stage, first: date | None, outcome: date | None) -> None:
    stands = standing([own("activity"), *entries], received_at=RECEIVED, promise=PROMISE)
    assert (stands.stage, stands.first_answer_on, stands.outcome_on) == (stage, first, outcome)


def test_waiting_for_the_reporter_is_said() -> None:
    assert standing([word("waiting_reporter")], received_at=RECEIVED, promise=PROMISE).waits_for_reporter


def test_an_answered_question_is_not_waited_for_any_more() -> None:
    assert not standing([word("waiting_reporter"), own("addition")], received_at=RECEIVED, promise=PROMISE).waits_for_reporter


def test_not_done_may_be_said_once_and_only_where_the_office_allows_it() -> None:
    closed = word("closed", may_say_not_done=True)
    assert standing([closed], received_at=RECEIVED, promise=PROMISE).may_say_not_done
    assert not standing([closed, own("not_done")], received_at=RECEIVED, promise=PROMISE).may_say_not_done
    assert not standing([word("closed")], received_at=RECEIVED, promise=PROMISE).may_say_not_done
