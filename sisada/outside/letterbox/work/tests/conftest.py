"""The letterbox's own fixtures, and the work that a browser does."""

import json

import pytest
from altcha import Challenge, Payload, solve_challenge

from sisada.outside.letterbox.tests.conftest import at_the_street, owner, public
from sisada.outside.letterbox.work import budget, proofs

__all__ = ["at_the_street", "owner", "public"]


@pytest.fixture
def little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same work, less of it."""
    monkeypatch.setattr(proofs, "STEPS", range(3, 9))
    monkeypatch.setattr(proofs, "ROUNDS", 10)


@pytest.fixture
def proof(little_work: None) -> str:
    """A new challenge, answered."""
    return answered(proofs.challenge())


@pytest.fixture(autouse=True)
def nothing_known() -> None:
    budget.forget()


def answered(challenge: str) -> str:
    """As browser/prove.ts puts it into the form."""
    read = Challenge.from_dict(json.loads(challenge))
    solution = solve_challenge(read)
    assert solution is not None
    return Payload(read, solution).to_base64()
