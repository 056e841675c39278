"""What the frame says of whoever is signed in."""

from datetime import date

import pytest

from sisada.faces.office.frame import held_as
from sisada.inside.accounts.roles import Capacity, Holding, Role

LAST = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (Holding(Role.ATASAN, Capacity.DEFINITIF, None), "Atasan"),
        (Holding(Role.KEPALA, Capacity.PLH, LAST), "Plh Kepala kantor sampai 28\xa0Nov"),
        (Holding(Role.KEPALA, Capacity.PLT, None), "Plt Kepala kantor"),
    ],
)
def test_a_stand_in_is_shown_as_one_with_the_last_day(held: Holding, said: str) -> None:
    assert held_as(held) == said
