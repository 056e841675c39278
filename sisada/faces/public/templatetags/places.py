"""A place on the ground in words."""

from django import template
from django.utils.translation import gettext as _

from sisada.areas.shapes import shape_at
from sisada.faces.public.steps.place import pair

register = template.Library()


@register.filter
def place_words(text: str | None) -> str:
    """The kelurahan of a pair "-6.26,106.85"; nothing for what is no pair."""
    place = pair(text or "")
    if place is None:
        return ""
    found = shape_at(*place)
    return f"{found.name}, {found.around}" if found else _("di luar wilayah kantor ini")
