"""Filters of the page that a code opens."""

from django import template
from django.utils.translation import get_language

from sisada.faces.public.follow.sentences import place_to_go, sentence
from sisada.foundation.letter import OfficeWord
from sisada.outside.letterbox.thread import Entry

register = template.Library()


@register.filter
def is_office(entry: Entry) -> bool:
    return isinstance(entry.words, OfficeWord)


@register.filter
def sentences(word: OfficeWord) -> list[str]:
    """What the office says by codes, in the reader's language: the sentence, or what its step means, and where else to go."""
    language = get_language() or "id"
    said = sentence(word.sentence or f"step.{word.step}", language=language)
    elsewhere = place_to_go(word.go_to, language=language) if word.go_to else None
    return [said, elsewhere] if elsewhere else [said]
