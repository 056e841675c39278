"""The living page of parts: every part in every state, in light and in dark. Never in production."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET

from sisada.foundation.parts.drawing import draw
from sisada.foundation.parts.examples import examples_of, parts_with_examples

PANELS: Final = {"terang": [("terang", "light")], "gelap": [("gelap", "dark")], "berdampingan": [("terang", "light"), ("gelap", "dark")]}


@dataclass(frozen=True)
class DrawnPart:
    """A part, and its examples: what each shows, and how it looks."""

    name: str
    examples: list[tuple[str, SafeString]]


@require_GET
def gaya(request: HttpRequest) -> HttpResponse:
    """All parts; `?panel=terang|gelap|berdampingan` says in which light."""
    chosen = request.GET.get("panel", "berdampingan")
    panels = PANELS.get(chosen, PANELS["berdampingan"])
    token = get_token(request)
    drawn = [(word, theme, drawn_parts(panel=word, csrf_token=token)) for word, theme in panels]
    links = [{"label": name.capitalize(), "count": None, "href": f"?panel={name}", "on": name == chosen} for name in PANELS]
    return render(request, "office/gaya.html", {"title": "Gaya", "panels": drawn, "links": links})


def drawn_parts(*, panel: str, csrf_token: str) -> list[DrawnPart]:
    return [
        DrawnPart(
            name,
            [(example.shows, draw(name, {**example.values, "csrf_token": csrf_token})) for example in examples_of(module, panel=panel)],
        )
        for name, module in parts_with_examples()
    ]
