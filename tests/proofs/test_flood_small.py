"""A small `make prove-flood`: the face as it is run, a few seconds of hostile requests, and honest reporters among them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from sisada.outside import roles as outside
from sisada.outside.letterbox.work.budget import IN_TEN_MINUTES, Lane
from tests.databases import Side
from tests.proofs.prove_flood import prove

Login = psycopg.Connection[tuple[Any, ...]]
THE_ATTACKERS_OWN, WINDOWS = 1, 2  # one proof they spent; ten minutes may end while it runs


@pytest.fixture
def owner(outside_side: Side) -> Iterator[Login]:
    """The shared budget is whole before, and for whoever tests after it."""
    with psycopg.connect(outside_side.url(outside.DATABASE, outside.OWNER), autocommit=True) as owner:
        owner.execute("delete from letterbox_budget")
        yield owner
        owner.execute("delete from letterbox_budget")


def letters(owner: Login) -> int:
    row = owner.execute("select count(*) from letterbox_letter").fetchone()
    assert row is not None
    return int(row[0])


def test_honest_reports_are_received_while_others_flood(outside_side: Side, owner: Login, tmp_path: Path) -> None:
    before = letters(owner)
    outcome = prove(outside_side, 4, 100, log=tmp_path / "face.log")
    assert outcome.figures.why_not == []
    assert outcome.figures.received == outcome.figures.begun == 4
    assert letters(owner) - before <= 4 + THE_ATTACKERS_OWN + WINDOWS * IN_TEN_MINUTES[Lane.LETTER]
    assert not [heard for heard in outcome.attackers.answered if heard.endswith(" 500")]
