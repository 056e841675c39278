"""Numbers that nobody was given: NIORA, passports, permits, visas.

Each is a permutation of the row's own key, so that no two are equal even after a reader's confusions are folded
(O=0, I=1, B=8, S=5, Z=2), with no list of used numbers to keep.
The shapes are hints of what officers see (a country may print others); the NIORA's real form is not public, ours is invented.
"""

from collections.abc import Iterator
from random import Random
from string import ascii_uppercase

FIRST_CAST_ID = 999_901
FIRST_PERSON_ID = 1_000_001
PASSPORTS_EACH = 4  # numbers set aside for each person; a fifth passport would take the next person's first number
PERMITS_EACH = 20
CHILDREN_EACH = 100  # ids set aside in every table for the rows of one person

_STRIDE = 7_654_321  # shares no factor with 10 or 26, so that key times stride runs through all numbers of a width
_PERMIT_SPACE = 26 * 26 * 10_000
_CHOICES = {"@": ascii_uppercase, "*": "CFGHJKLMNPRTVWXYZ0123456789"}  # `*`: documents that leave out the vowels


def niora(person_id: int) -> str:
    """`N` and ten digits, scattered so that neighbours in the table are no neighbours in the number."""
    return f"N{person_id * 7_640_353_217 % 10**10:010d}"


def passport(random: Random, person_id: int, *, copy: int, shapes: tuple[str, ...]) -> str:
    """A number of one of the country's shapes: `#` digit, `@` letter, `*` letter or digit, anything else stands for itself.

    `copy` counts the person's passports from 0 to PASSPORTS_EACH - 1. Every shape has seven `#` or more.
    """
    shape = shapes[0] if len(shapes) == 1 or random.random() < 0.6 else random.choice(shapes[1:])
    width = shape.count("#")
    key = (person_id - FIRST_PERSON_ID) * PASSPORTS_EACH + copy
    digits = iter(f"{(key * _STRIDE + 5_180_339) % 10**width:0{width}d}")
    return "".join(_sign(random, mark, digits=digits) for mark in shape)


def _sign(random: Random, mark: str, *, digits: Iterator[str]) -> str:
    if mark == "#":
        return next(digits)
    return random.choice(_CHOICES[mark]) if mark in _CHOICES else mark


def permit(person_id: int, *, count: int, year: int) -> str:
    """As `2C21JE1234-A`: opaque to us. `count` numbers the person's permits from 0 to PERMITS_EACH - 1."""
    key = (((person_id - FIRST_PERSON_ID) * PERMITS_EACH + count) * _STRIDE + 1_940_773) % _PERMIT_SPACE
    letters, serial = divmod(key, 10_000)
    first, second = divmod(letters, 26)
    return f"2C{year % 100:02d}{ascii_uppercase[first]}{ascii_uppercase[second]}{serial:04d}-{ascii_uppercase[key % 24]}"


def visa(row_id: int) -> str:
    return f"V{row_id * _STRIDE % 10**11:011d}"


def reentry(row_id: int) -> str:
    return f"M{row_id * _STRIDE % 10**11:011d}"
