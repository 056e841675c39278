"""A canary that other sessions see, too."""

from collections.abc import Iterator

import pytest

from tests.attacker import Office
from tests.canaries.person import Canary, hatch, release


@pytest.fixture
def canary_for_all(committed: Office) -> Iterator[Canary]:
    """Committed, and taken away at the end."""
    with committed.cursor() as owner:
        canary = hatch(owner)
        yield canary
        release(owner, canary)
