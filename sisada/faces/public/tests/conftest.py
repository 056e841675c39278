"""What the tests of this face share with those of the letterbox: the outside's server as its face, and as its owner who looks on."""

import pytest

from sisada.faces.public.tests.walker import Walker
from sisada.outside.letterbox.tests.conftest import at_the_street, owner
from sisada.outside.letterbox.work import budget

__all__ = ["at_the_street", "owner"]


@pytest.fixture(autouse=True)
def room_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test sends without script; together they would use up what those have in ten minutes."""
    monkeypatch.setattr(budget, "IN_TEN_MINUTES", dict.fromkeys(budget.Lane, 10_000))
    budget.forget()


@pytest.fixture
def reporter(at_the_street: None) -> Walker:
    """Somebody on a phone without script, before the first question about an activity."""
    return Walker()
