"""Draws one part. Parts have a template engine of their own, so that each face finds them and no page can change them."""

from functools import cache
from pathlib import Path
from typing import Final

from django.conf import settings
from django.template import Context, Engine
from django.utils.safestring import SafeString

PARTS: Final = Path(__file__).resolve().parent
IN_EVERY_PART: Final = [
    "django.templatetags.i18n",
    "sisada.foundation.parts.templatetags.parts",
    "sisada.foundation.parts.templatetags.words",
]


@cache
def engine() -> Engine:
    return Engine(dirs=[str(PARTS)], debug=settings.DEBUG, builtins=IN_EVERY_PART)


def draw(name: str, values: dict[str, object]) -> SafeString:
    """The part `name` as HTML. It sees `values` and nothing else; a part with a form needs `csrf_token` among them.

    Raises: TemplateDoesNotExist when there is no such part.
    """
    return engine().get_template(f"{name}/{name}.html").render(Context(values))
