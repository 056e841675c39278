"""Pairs, one with a remark."""

from sisada.foundation.parts.examples import Example

PAIRS = [
    ("Hari ke-1", "21\N{NO-BREAK SPACE}Nov\N{NO-BREAK SPACE}2026"),
    ("Hari ini", "hari ke-4"),
    (
        "Perkiraan biaya beban",
        "Rp\N{NO-BREAK SPACE}4.000.000",
        "4 × Rp\N{NO-BREAK SPACE}1.000.000, tarif 24\N{NO-BREAK SPACE}Nov\N{NO-BREAK SPACE}2026",
    ),
    ("Alamat", "Kalibata City, menara Contoh lt 12/07, Rawajati RW\N{NO-BREAK SPACE}02"),
]


def examples(_panel: str) -> list[Example]:
    return [Example("Pasangan kata dan nilai", {"heading": "Hitungan hari lewat", "pairs": PAIRS})]
