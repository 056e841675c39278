"""What a day would move, said by whoever counts working days: each capability above adds a sentence of its own, from its AppConfig."""

from collections.abc import Callable
from datetime import date

# The sentence about one day; None: it moves nothing of this capability's. Numbers only, nobody's name.
Preview = Callable[[date], str | None]
_previews: list[Preview] = []


def add(preview: Preview) -> None:
    if preview not in _previews:
        _previews.append(preview)


def of(day: date) -> list[str]:
    return [sentence for preview in _previews if (sentence := preview(day))]
