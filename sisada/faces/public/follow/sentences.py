"""The office's sentences and where else to go, by their codes, in the reader's language. The words stand in sentences.toml, which an
office may correct without touching code."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

WORDS = Path(__file__).with_name("sentences.toml")


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


def sentence(code: str, *, language: str) -> str:
    """What the office says by this code. A code that an older face does not know yet reads as the plainest of all."""
    return _in(language, _table()["sentences"].get(code) or _table()["sentences"]["step.message"])


def place_to_go(code: str, *, language: str) -> str | None:
    """Who is competent, and how to reach them. None: not a code of ours."""
    found = _table()["go_to"].get(code)
    return _in(language, found) if found else None


def _in(language: str, said: dict[str, str]) -> str:
    return said.get(language) or said["en"]
