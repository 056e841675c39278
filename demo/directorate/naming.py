"""Plausible names, written as the passports of each culture write them. Lists in names/, nobody real.

A name is (primary identifier, secondary identifier) of ICAO 9303; the secondary is None where there is only one name.
"""

from collections.abc import Callable
from functools import cache
from random import Random
from typing import NamedTuple

from demo.directorate.nations import HERE, Nation

MRZ_ROOM = 39  # ICAO 9303-4 §4.2.2: a passport's machine-readable line has 39 places for the name
_TRANSLITERATION = str.maketrans(
    {"Ä": "AE", "Ö": "OE", "Ü": "UE", "ß": "SS", "Å": "AA", "Æ": "AE", "Ø": "OE"}
    | {"Ñ": "N", "Ç": "C", "Ğ": "G", "Ş": "S", "İ": "I", "'": "", "-": " "}
    | dict(zip("ÁÀÂÃÉÈÊËÍÌÎÏÓÒÔÕÚÙÛ", "AAAAEEEEIIIIOOOOUUU", strict=True))
)


class Name(NamedTuple):
    primary: str
    secondary: str | None


class Lists(NamedTuple):
    family: tuple[str, ...]
    male: tuple[str, ...]
    female: tuple[str, ...]
    extra: tuple[str, ...]  # fillers in India, English first names in Singapore


@cache
def lists(culture: str) -> Lists:
    """A culture's lists. In the files `+` stands for a blank inside one name, and `-` for a syllable's end or a real hyphen."""
    sections: dict[str, tuple[str, ...]] = {}
    section = ""
    for line in (HERE / "names" / f"{culture}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            sections[section] = sections.get(section, ()) + tuple(word.replace("+", " ") for word in line.split())
    extra = sections.get("filler", sections.get("english", ()))
    return Lists(sections.get("family", ()), sections["male"], sections["female"], extra)


def draw(random: Random, nation: Nation, *, sex: str) -> Name:
    """A name as the Directorate recorded it: mostly read from the machine-readable line, sometimes typed with its marks."""
    return recorded(random, _STYLES[nation.style](random, lists(nation.culture), sex))


def recorded(random: Random, name: Name) -> Name:
    if random.random() < 0.25:
        return name
    primary = name.primary.translate(_TRANSLITERATION)
    if name.secondary is None:
        return Name(primary[:MRZ_ROOM], None)
    secondary = name.secondary.translate(_TRANSLITERATION)
    return Name(primary, secondary[: MRZ_ROOM - 2 - len(primary)].rstrip())


def _pick(random: Random, words: tuple[str, ...]) -> str:
    """Earlier words more often, as names are."""
    return words[int(random.random() ** 1.5 * len(words))]


def _given(random: Random, words: Lists, sex: str) -> str:
    return _pick(random, words.female if sex == "P" else words.male)


def _givens(random: Random, words: Lists, sex: str) -> str:
    """Two given names, or one where chance picks the same twice."""
    return " ".join(dict.fromkeys((_given(random, words, sex), _given(random, words, sex))))


def _plain(random: Random, words: Lists, sex: str) -> Name:
    return Name(_pick(random, words.family), _given(random, words, sex))


def _western(random: Random, words: Lists, sex: str) -> Name:
    several = _givens if random.random() < 0.55 else _given
    return Name(_pick(random, words.family), several(random, words, sex))


def _dutch(random: Random, words: Lists, sex: str) -> Name:
    primary, secondary = _western(random, words, sex)
    if sex == "P" and random.random() < 0.12:
        primary = f"{primary}-{_pick(random, words.family)}"
    return Name(primary, secondary)


def _korean(random: Random, words: Lists, sex: str) -> Name:
    joint = random.choice(("", "", " ", "-"))
    return Name(_pick(random, words.family), _given(random, words, sex).replace("-", joint))


def _chinese(random: Random, words: Lists, sex: str) -> Name:
    return Name(_pick(random, words.family), _given(random, words, sex).replace("-", ""))


def _dialect(random: Random, words: Lists, sex: str) -> Name:
    given = _given(random, words, sex)
    return Name(_pick(random, words.family), f"{random.choice(words.extra)} {given}" if random.random() < 0.4 else given)


def _indian(random: Random, words: Lists, sex: str) -> Name:
    family, given, chance = _pick(random, words.family), _given(random, words, sex), random.random()
    if chance < 0.12:
        return Name(given, None)
    if chance < 0.22:
        return Name(random.choice("ABDGKMNPRSTV"), given)
    if chance < 0.32:
        return Name(given, family)
    if chance < 0.36:
        return Name(family, f"{given} {'D/O' if sex == 'P' else 'S/O'} {_given(random, words, 'L')} {_given(random, words, 'L')}")
    return Name(family, f"{given} {random.choice(words.extra)}" if chance < 0.5 else given)


def _malay(random: Random, words: Lists, sex: str) -> Name:
    return Name(f"{_given(random, words, sex)} {'BINTI' if sex == 'P' else 'BIN'} {_given(random, words, 'L')}", None)


def _arab(random: Random, words: Lists, sex: str) -> Name:
    family, given = _pick(random, words.family), _given(random, words, sex)
    fathers = [_given(random, words, "L") for _ in range(random.choice((1, 2, 2, 3)))]
    if random.random() < 0.15:
        return Name(" ".join([given, *fathers, family]), None)
    return Name(family, " ".join([given, *fathers]))


def _nigerian(random: Random, words: Lists, sex: str) -> Name:
    family = _pick(random, words.family)
    if random.random() < 0.8:
        return Name(family, _givens(random, words, sex))
    return Name(_given(random, words, sex), f"{family} {_given(random, words, sex)}")


def _russian(random: Random, words: Lists, sex: str) -> Name:
    family = _pick(random, words.family)
    return Name(f"{family}A" if sex == "P" else family, _given(random, words, sex))


def _afghan(random: Random, words: Lists, sex: str) -> Name:
    given, chance = _given(random, words, sex), random.random()
    if chance < 0.35:
        return Name(given, None)
    return Name("FNU" if chance < 0.4 else _pick(random, words.family), given)


def _somali(random: Random, words: Lists, sex: str) -> Name:
    return Name(_given(random, words, "L"), f"{_given(random, words, sex)} {_given(random, words, 'L')}")


def _filipino(random: Random, words: Lists, sex: str) -> Name:
    return Name(_pick(random, words.family), f"{_given(random, words, sex)} {_pick(random, words.family)}")


def _iberian(random: Random, words: Lists, sex: str) -> Name:
    several = _givens if random.random() < 0.3 else _given
    return Name(f"{_pick(random, words.family)} {_pick(random, words.family)}", several(random, words, sex))


def _one_name(random: Random, words: Lists, sex: str) -> Name:
    return Name(_given(random, words, sex), None)


_STYLES: dict[str, Callable[[Random, Lists, str], Name]] = {
    "plain": _plain,
    "western": _western,
    "dutch": _dutch,
    "korean": _korean,
    "chinese": _chinese,
    "taiwanese": _plain,
    "dialect": _dialect,
    "indian": _indian,
    "malay": _malay,
    "arab": _arab,
    "nigerian": _nigerian,
    "russian": _russian,
    "afghan": _afghan,
    "somali": _somali,
    "filipino": _filipino,
    "iberian": _iberian,
    "one_name": _one_name,
}


def former_citizen(random: Random, *, sex: str) -> Name:
    """Born in Java with one name, as many who later took another nationality."""
    return Name(_given(random, lists("javanese"), sex), None)
