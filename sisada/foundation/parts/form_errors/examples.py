"""Above a form that was refused."""

from sisada.foundation.parts.examples import Example
from sisada.foundation.parts.field.example_form import refused_form


def examples(panel: str) -> list[Example]:
    return [Example("Ringkasan dengan tautan ke isiannya", {"form": refused_form(f"{panel}-salah")})]
