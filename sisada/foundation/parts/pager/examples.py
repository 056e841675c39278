"""First, middle and last page of a list that is paged by key."""

from sisada.foundation.parts.examples import Example


def examples(panel: str) -> list[Example]:
    return [
        Example("Pertama", {"said": "1–20 dari 1.240", "next": "#isi", "label": f"Halaman pertama {panel}"}),
        Example("Tengah", {"said": "21–40 dari 1.240", "previous": "#isi", "next": "#isi", "label": f"Halaman tengah {panel}"}),
    ]
