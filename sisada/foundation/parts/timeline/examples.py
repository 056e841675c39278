"""The present one with its state, past ones as rings."""

from sisada.foundation.parts.examples import Example

ITEMS = [
    {
        "what": "ITAS E23, bekerja",
        "line": "13\N{NO-BREAK SPACE}Mar\N{NO-BREAK SPACE}2026 – 12\N{NO-BREAK SPACE}Mar\N{NO-BREAK SPACE}2027 · penasihat teknik",
        "state": "boleh-tinggal",
    },
    {
        "what": "ITAS E23",
        "line": "13\N{NO-BREAK SPACE}Mar\N{NO-BREAK SPACE}2024 – 12\N{NO-BREAK SPACE}Mar\N{NO-BREAK SPACE}2026 · habis, diperpanjang",
    },
    {"what": "ITK C1", "line": "2\N{NO-BREAK SPACE}Jan\N{NO-BREAK SPACE}2024 – 1\N{NO-BREAK SPACE}Mar\N{NO-BREAK SPACE}2024 · alih status"},
]


def examples(_panel: str) -> list[Example]:
    return [Example("Terbaru dulu", {"heading": "Izin tinggal", "items": ITEMS})]
