"""No text to a reporter says a nationality: what is judged is what somebody did. Names and numbers of linked persons are refused by the
database, which alone knows them (sql/cases_require_unnamed.sql).

The words come from the shipped list of countries: the names of states in Indonesian and English, and what people say besides."""

import re
from functools import cache

from sisada.areas.countries import countries
from sisada.inside.cases.refusals import CaseProblem

# Of this country one may speak; and these names of states are words of everyday Indonesian or English, too.
ALLOWED = frozenset({"indonesia", "wni", "oman", "mali", "chad", "turkey", "guinea", "jersey", "niger"})
PEOPLE = (  # what people are called after, where it is not the state's name
    "tionghoa", "cina", "china", "chinese", "arab", "bule", "negro", "afrika", "african", "eropa", "european", "belanda", "dutch",
    "inggris", "british", "english", "jepang", "japanese", "korea", "korean", "india", "indian", "amerika", "american", "rusia", "russian",
    "nigeria", "nigerian", "filipino", "filipina", "pakistani", "afghan", "iranian", "french", "german", "australian",
)  # fmt: skip
CODES = ("RRC", "RRT", "UEA", "UAE", "USA")  # in capitals alone: small they may be part of anything
A_LANGUAGE = r"(?<!bahasa )"  # "jawab dalam bahasa Inggris" says nobody's nationality


def require_neutral(text: str) -> None:
    """Raises: CaseProblem, which names the word."""
    found = nationality_in(text)
    if found:
        raise CaseProblem("case.names-nationality", word=found)


def nationality_in(text: str) -> str | None:
    """The first word of this text that says a nationality, as it stands there. None: it says none."""
    found = _pattern().search(text)
    return found.group(0) if found else None


@cache
def _pattern() -> re.Pattern[str]:
    named = {name.casefold() for one in countries().values() for name in (one.indonesian, one.english, *one.also)} | set(PEOPLE)
    longest_first = sorted((name for name in named - ALLOWED if len(name) > 3), key=len, reverse=True)
    named_so = "|".join(map(re.escape, longest_first))
    return re.compile(rf"\b(?:(?i:{A_LANGUAGE}(?:{named_so}))|{'|'.join(CODES)})\b")
