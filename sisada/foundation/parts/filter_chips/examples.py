"""One on, one with many, one with none."""

from sisada.foundation.parts.examples import Example

CHIPS = [
    {"label": "Semua", "count": 1240, "href": "#isi", "on": False},
    {"label": "Lewat izin", "count": 14, "href": "#isi", "on": True},
    {"label": "Habis dalam 30\N{NO-BREAK SPACE}hari", "count": 62, "href": "#isi", "on": False},
    {"label": "Alamat belum jelas", "count": 0, "href": "#isi", "on": False},
]


def examples(panel: str) -> list[Example]:
    return [Example("Saringan dengan jumlah", {"label": f"Saringan {panel}", "chips": CHIPS})]
