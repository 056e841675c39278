"""A page's language stands in its address: nothing for Indonesian, /en/ for English. Chinese, Korean and Japanese are spoken where
somebody defends their own data, and nowhere else."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url

EVERYWHERE: Final = ("id", "en")
SPOKEN_MORE: Final = frozenset({"objection", "follow"})  # names of routes that speak every language of the settings


@dataclass(frozen=True)
class Spoken:
    code: str
    name: str  # in its own words
    url: str  # the same page in it
    current: bool


def language_of(path: str) -> str:
    """The language that an address asks for."""
    first = path.lstrip("/").split("/", 1)[0]
    return first if first in dict(settings.LANGUAGES) and first != settings.LANGUAGE_CODE else settings.LANGUAGE_CODE


def speaks(language: str, *, route: str | None) -> bool:
    """Whether the page behind `route` exists in `language`."""
    return language in EVERYWHERE or route in SPOKEN_MORE


def tag_of(language: str) -> str:
    """For `lang`: our Chinese is written in simplified signs, by which a browser chooses its font."""
    return {"zh": "zh-Hans"}.get(language, language)


def spoken_here(request: HttpRequest) -> Iterator[Spoken]:
    """The languages this page can be read in. Its address carries no query: what somebody typed never stands in a link."""
    route = request.resolver_match.url_name if request.resolver_match else None
    now = language_of(request.path)
    for code, name in settings.LANGUAGES:
        if speaks(code, route=route):
            yield Spoken(code, name, translate_url(request.path, code), current=code == now)
