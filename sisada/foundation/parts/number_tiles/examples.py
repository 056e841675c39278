"""Numbers of the day; two of them need somebody."""

from sisada.foundation.parts.examples import Example

TILES = [
    {"number": 9, "of": "dari 12", "what": "petugas bertugas", "href": "#isi"},
    {"number": 1240, "what": "orang asing tercatat", "href": "#isi"},
    {"number": 2, "what": "laporan lewat janji", "href": "#isi", "state": "lewat-izin"},
    {"number": 1, "what": "tugas hampir batas", "href": "#isi", "state": "segera-habis"},
]


def examples(_panel: str) -> list[Example]:
    return [Example("Ubin angka", {"tiles": TILES})]
