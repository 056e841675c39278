"""What was understood of the text."""

from sisada.foundation.parts.examples import Example


def examples(panel: str) -> list[Example]:
    return [Example("Terbaca", {"box": f"{panel}-terisi-isian", "chips": [("Nama", "eriksson"), ("Lahir", "1974"), ("Warga", "UTO")]})]
