"""What an example of a part is, and all of them, for the living page and the tests."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module

from sisada.foundation.parts.drawing import PARTS


@dataclass(frozen=True)
class Example:
    """One state of a part: what it shows, and the values the part is drawn with."""

    shows: str
    values: dict[str, object] = field(default_factory=dict)


def parts_with_examples() -> Iterator[tuple[str, str]]:
    """Each part with the module of its examples, by name. The module's `examples(panel)` gives them; `panel` keeps the ids
    of one panel of the living page apart from those of the other."""
    for file in sorted(PARTS.glob("*/examples.py")):
        yield file.parent.name, f"sisada.foundation.parts.{file.parent.name}.examples"


def examples_of(module: str, *, panel: str) -> list[Example]:
    found: list[Example] = import_module(module).examples(panel)
    return found
