"""What was done, and the way back."""

from sisada.foundation.parts.examples import Example


def examples(_panel: str) -> list[Example]:
    return [
        Example("Dengan batal", {"text": "Dasar diganti ke SP 0412/XI/2026", "undo": "#isi"}),
        Example("Tanpa batal", {"text": "Gawai ini terdaftar."}),
    ]
