"""Filters that write dates, times and numbers in the page's language. Text passes through: it was worded before."""

from collections.abc import Callable
from datetime import date, datetime, time

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import is_aware, localtime
from django.utils.translation import get_language

from sisada.foundation import words

register = template.Library()


def language() -> str:
    return get_language() or "id"


def in_the_office(value: date | datetime | time) -> date | datetime | time:
    """An instant becomes the wall clock of the office's zone; a plain date stays what it is."""
    return localtime(value) if isinstance(value, datetime) and is_aware(value) else value


def filter_of(write: Callable[..., str]) -> Callable[[object], str]:
    """The filter that words one value; nothing stays nothing, and text stays as it is."""

    def worded(value: object) -> str:
        if value is None or isinstance(value, str):
            return value or ""
        return write(in_the_office(value) if isinstance(value, date | time) else value, language=language())

    return worded


for name in ("short_date", "day_month", "long_date", "clock", "clock_with_seconds", "number", "rupiah", "percent", "days", "span", "ago"):
    register.filter(name, filter_of(getattr(words, name)))


@register.filter
def pieces(text: str) -> SafeString:
    """Lets a line break at its middle dots only, never inside a date, a sum or a code."""
    return format_html_join(" · ", '<span class="piece">{}</span>', ((piece,) for piece in str(text).split(" · ")))
