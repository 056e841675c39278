"""A taken-over office process with Sari's name, and one look of hers."""

import uuid

import pytest

from sisada.inside.audit.looks import Purpose
from tests.attacker import Attacker, Office
from tests.cast import Cast
from tests.specimen import Specimen


@pytest.fixture
def attacker(office_login: Office, cast: Cast) -> Attacker:
    return Attacker(office_login, cast.sari, cast.ground)


@pytest.fixture
def look(attacker: Attacker, resident: Specimen) -> uuid.UUID:
    """Sari's committed look on the resident's card."""
    return attacker.begin(Purpose.CARD, subject=resident.id)
