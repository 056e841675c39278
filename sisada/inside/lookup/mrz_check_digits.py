"""The check digit of machine readable travel documents."""

FILLER = "<"
_WEIGHTS = (7, 3, 1)
_VALUES = {FILLER: 0} | {sign: value for value, sign in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")}


def check_digit(signs: str) -> str:
    """The digit that belongs to `signs` (A-Z, 0-9 and the filler). A sign is noticed when it is replaced by any other, except by one
    whose value differs by 10, 20 or 30: A, K, U, 0 and the filler weigh the same, so do B, L, V and 1, and so on.

    Raises: KeyError for a sign that no MRZ has.
    Source: ICAO 9303-3 §4.9"""
    total = sum(_VALUES[sign] * _WEIGHTS[place % 3] for place, sign in enumerate(signs))
    return str(total % 10)


def weigh_the_same(a: str, b: str) -> bool:
    """Whether no check digit can tell these two signs apart."""
    return _VALUES[a] % 10 == _VALUES[b] % 10
