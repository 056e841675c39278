"""A small `make prove-flood`: the face as it is run, a few seconds of hostile requests, and honest reporters among them."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from sisada.outside import roles as outside
from tests.databases import Side
from tests.proofs.prove_flood import prove


@pytest.fixture
def street_side(outside_side: Side) -> Iterator[Side]:
    """The shared budget is whole before, and for whoever tests after it."""
    with psycopg.connect(outside_side.url(outside.DATABASE, outside.OWNER), autocommit=True) as owner:
        owner.execute("delete from letterbox_budget")
        yield outside_side
        owner.execute("delete from letterbox_budget")


def test_honest_reports_are_received_while_others_flood(street_side: Side, tmp_path: Path) -> None:
    outcome = prove(street_side, 4, 100, log=tmp_path / "face.log")
    assert outcome.figures.why_not == []
    assert outcome.figures.received == outcome.figures.begun == 4
    assert outcome.attackers.answered.get("replayed: 503", 0) > 50
    assert "500" not in "".join(outcome.attackers.answered)
