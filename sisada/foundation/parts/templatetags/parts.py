"""`{% part %}` draws one part of a page, `{% icon %}` a sign from the sprite, `{% asset %}` the address of a built file."""

import json
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from django import template
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sisada.foundation.parts.drawing import draw
from sisada.foundation.parts.switches.theme import chosen_theme

register = template.Library()


@register.simple_tag(takes_context=True)
def part(context: Context, name: str, /, **values: object) -> SafeString:
    """The part `name` with these values and nothing else of the page, save the token that a form needs."""
    return draw(name, {"csrf_token": context.get("csrf_token"), **values})


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """A sign beside a word; a reader hears the word alone. `size`: "small" or nothing."""
    drawn = (
        '<svg class="icon{}" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><use href="#icon-{}"/></svg>'
    )
    return format_html(drawn, f" icon-{size}" if size else "", name)


@register.filter
def svg_share(percent: float) -> str:
    """A share out of a hundred as an SVG length, always with a full stop: 63.20%."""
    return f"{percent:.2f}%"


@register.simple_tag(takes_context=True)
def theme(context: Context) -> str:
    """terang, gelap or otomatis: what this reader chose (parts/switches/theme.py)."""
    request = context.get("request")
    return chosen_theme(request) if request else "otomatis"


@register.simple_tag
def asset(name: str) -> str:
    """The address of a built file, with the hash of its content: it may be kept for ever.

    Raises: ImproperlyConfigured when the assets were never built.
    """
    return f"{settings.STATIC_URL}built/{built_files()[name]}"


def built_files() -> dict[str, str]:
    """What bin/assets built for this face, as it is now: a build may happen while the face runs."""
    manifest = manifest_file()
    if not manifest.exists():
        raise ImproperlyConfigured("The pages' styles and scripts are not built yet. Run bin/assets.")
    return read_manifest(manifest, manifest.stat().st_mtime_ns)


@cache
def manifest_file() -> Path:
    """The list of built files lies beside the face's urls."""
    spec = find_spec(settings.ROOT_URLCONF)
    if spec is None or spec.origin is None:
        raise ImproperlyConfigured(f"No such module: {settings.ROOT_URLCONF}")
    return Path(spec.origin).parent / "static" / "built" / "manifest.json"


@lru_cache(maxsize=1)
def read_manifest(manifest: Path, _changed_ns: int) -> dict[str, str]:
    built: dict[str, str] = json.loads(manifest.read_text())
    return built
