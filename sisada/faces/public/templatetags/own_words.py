"""What an office says in its own words, in the page's language."""

from collections.abc import Mapping

from django import template
from django.utils.translation import get_language

register = template.Library()


@register.filter
def in_this_language(said: Mapping[str, str]) -> str:
    """`said` by language; what an office says in Indonesian alone is shown in Indonesian."""
    return said.get(get_language() or "id") or said.get("id", "")
