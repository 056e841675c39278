"""The demo's decoys are people of its Directorate, whatever its size."""

from demo.decoys import DECOYS, KEYS
from demo.directorate.numbers import FIRST_PERSON_ID

FEWEST = 300  # persons with which a Directorate is built anywhere here


def test_three_decoys_are_among_the_first_people_of_the_directorate() -> None:
    assert len(set(DECOYS)) == 3
    assert all(FIRST_PERSON_ID <= key < FIRST_PERSON_ID + FEWEST for key in KEYS)
