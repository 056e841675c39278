"""Links out of a page that speaks more languages than the page they lead to."""

from django import template
from django.urls import reverse
from django.utils import translation

from sisada.faces.public.languages import speaks

register = template.Library()
INSTEAD = "en"


@register.simple_tag
def spoken_url(route: str) -> str:
    """The page in the reader's language, or in English where it does not exist in that one."""
    language = translation.get_language() or INSTEAD
    with translation.override(language if speaks(language, route=route) else INSTEAD):
        return reverse(route)
