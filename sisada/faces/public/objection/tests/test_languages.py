"""Whoever objects reads every word in their own language, and the office may correct each."""

import re

import pytest

from sisada.faces.public.objection.tests.spoken_texts import LANGUAGES, catalogue, path_of, spoken, tool

PLACEHOLDER = re.compile(r"%\(\w+\)s")


def forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there_and_none_that_nobody_says(language: str) -> None:
    there = {forms(message.id)[0]: message for message in catalogue(language) if message.id}
    assert set(there) == {forms(text)[0] for text in spoken()}
    assert all(form for message in there.values() for form in forms(message.string or ""))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_text(language: str) -> None:
    for message in catalogue(language):
        if message.id:
            asked = set(PLACEHOLDER.findall(forms(message.id)[0]))
            assert all(set(PLACEHOLDER.findall(form)) == asked for form in forms(message.string or "")), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_as_the_tool_writes_it(language: str) -> None:
    assert tool().as_text(catalogue(language)) == path_of(language).read_text(encoding="utf-8")
