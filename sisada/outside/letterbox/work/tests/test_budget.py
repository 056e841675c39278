"""Who sends no proof of work shares a small budget with all others who send none, counted for nobody."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from sisada.outside.letterbox.tests.conftest import Login
from sisada.outside.letterbox.work import budget
from sisada.outside.letterbox.work.admission import admit
from sisada.outside.letterbox.work.budget import IN_TEN_MINUTES, Lane
from sisada.outside.letterbox.work.refusals import MustWait

WINDOW_S = 600
pytestmark = pytest.mark.usefixtures("at_the_street", "far_from_the_next_window")


@pytest.fixture
def far_from_the_next_window(owner: Login) -> Iterator[None]:
    """All of a test falls into one window of ten minutes, which is empty when it begins, and for whoever tests after it."""
    left = WINDOW_S - time.time() % WINDOW_S
    if left < 10:
        time.sleep(left)
    owner.execute("delete from letterbox_budget")
    yield
    owner.execute("delete from letterbox_budget")


def use_up(lane: Lane) -> None:
    for _ in range(IN_TEN_MINUTES[lane]):
        admit("", lane=lane, form=uuid4())


def test_so_many_are_taken_and_the_next_one_is_told_when_to_come_again() -> None:
    use_up(Lane.LETTER)
    with pytest.raises(MustWait) as refused:
        admit("", lane=Lane.LETTER, form=uuid4())
    wait = refused.value.again_at - datetime.now(UTC)
    assert timedelta(0) < wait <= timedelta(seconds=WINDOW_S)
    assert refused.value.again_at.timestamp() % WINDOW_S == 0


def test_every_process_counts_in_the_same_row() -> None:
    use_up(Lane.LETTER)
    budget.forget()  # as another process, which knows nothing yet
    with pytest.raises(MustWait):
        admit("", lane=Lane.LETTER, form=uuid4())


def test_one_lane_that_is_used_up_leaves_the_others_open() -> None:
    use_up(Lane.LETTER)
    for lane in (Lane.PHOTO, Lane.CODE):
        admit("", lane=lane, form=uuid4())


def test_a_proof_is_taken_however_many_without_one_were_sent(proof: str) -> None:
    use_up(Lane.LETTER)
    admit(proof, lane=Lane.LETTER, form=uuid4())


def test_a_flood_without_proofs_asks_the_database_once_a_window_and_process(monkeypatch: pytest.MonkeyPatch) -> None:
    use_up(Lane.LETTER)
    for _ in range(2):
        with pytest.raises(MustWait):
            admit("", lane=Lane.LETTER, form=uuid4())
        monkeypatch.setattr(budget, "connection", None)  # the second one is answered without it


def test_the_next_window_begins_empty_and_sweeps_the_last_one(owner: Login) -> None:
    use_up(Lane.LETTER)
    owner.execute("update letterbox_budget set window_at = window_at - interval '10 minutes'")
    admit("", lane=Lane.LETTER, form=uuid4())
    assert owner.execute("select lane, taken from letterbox_budget").fetchall() == [("letter", 1)]


def test_nothing_but_lane_time_and_number_is_kept(owner: Login) -> None:
    admit("", lane=Lane.LETTER, form=uuid4())
    row = owner.execute("select * from letterbox_budget").fetchone()
    assert row is not None
    assert (row[0], row[2]) == ("letter", 1)
    assert len(row) == 3
