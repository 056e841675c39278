"""Language and theme."""

from sisada.foundation.parts.examples import Example


def examples(_panel: str) -> list[Example]:
    return [Example("Bahasa dan tampilan", {"language_url": "#", "theme_url": "#", "language": "id", "theme": "otomatis", "next": "/"})]
