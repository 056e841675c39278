"""Which words of a question name a nationality: codes of travel documents, and country names in Indonesian and English."""

from functools import cache
from typing import NamedTuple

from sisada.areas.countries import countries
from sisada.inside.lookup.name_folding import folded_parts

# Names of persons, too. They mean a country only right after a birth date, where no name stands.
_ALSO_NAMES = frozenset({
    "ALA", "ARM", "AS", "BEN", "CAN", "CHE", "COM", "DOM", "ERI", "EST", "FIN", "GEO", "GIN", "GUM", "GUY", "HUN",
    "ITA", "JAM", "JEY", "KEN", "LAO", "LIE", "LUX", "MAC", "MAR", "NGA", "NIC", "NIU", "NOR", "PAN", "PER", "SEN",
    "SOM", "SUR", "THA", "TON", "TUN", "TUR", "VEN", "VIR", "CHAD", "GEORGIA", "ISRAEL", "JORDAN", "MALI",
})  # fmt: skip


class NationalityTaken(NamedTuple):
    code: str
    others: tuple[str, ...]  # the parts that were not part of it


def nationality_at_the_end(parts: tuple[str, ...]) -> NationalityTaken | None:
    """The nationality that the last of some folded name parts give, when a name stands before them; None when they give none."""
    taken = nationality_after_a_date(parts)
    if not taken or not taken.others or " ".join(parts[len(taken.others) :]) in _ALSO_NAMES:
        return None
    return taken


def nationality_after_a_date(parts: tuple[str, ...]) -> NationalityTaken | None:
    """The same where a birth date stands before the parts, so that even a person's name such as Jordan means the country."""
    for length in range(min(len(parts), _longest()), 0, -1):
        code = _codes_by_parts().get(parts[-length:])
        if code:
            return NationalityTaken(code, parts[:-length])
    return None


@cache
def _codes_by_parts() -> dict[tuple[str, ...], str]:
    """Codes by folded words. A single letter is no word: D alone may be an initial."""
    said = {
        folded_parts(words): country.code
        for country in countries().values()
        for words in (*country.also, country.english, country.indonesian, country.code)
    }
    return {parts: code for parts, code in said.items() if len("".join(parts)) > 1}


@cache
def _longest() -> int:
    return max(map(len, _codes_by_parts()))
