"""Four states of stay, each with its word, its shape and its date; with and without a ruler."""

from datetime import date

from sisada.foundation.parts.examples import Example

ENDS = {"start": date(2026, 3, 13), "end": date(2027, 3, 12), "today": date(2026, 11, 24)}
LAWFUL = {
    "state": "boleh-tinggal",
    "word": "Boleh tinggal",
    "line": "108\N{NO-BREAK SPACE}hari · sampai 12\N{NO-BREAK SPACE}Mar\N{NO-BREAK SPACE}2027",
    "ruler": {**ENDS, "share_passed": 70.3, "share_over": 0},
}
ENDING = {
    "state": "segera-habis",
    "word": "Segera habis",
    "line": "12\N{NO-BREAK SPACE}hari lagi · 6\N{NO-BREAK SPACE}Des\N{NO-BREAK SPACE}2026",
    "ruler": {"start": date(2026, 11, 7), "end": date(2026, 12, 6), "today": date(2026, 11, 24), "share_passed": 58.6, "share_over": 0},
}
OVER = {
    "state": "lewat-izin",
    "word": "Lewat izin",
    "line": "4\N{NO-BREAK SPACE}hari · habis 20\N{NO-BREAK SPACE}Nov\N{NO-BREAK SPACE}2026",
    "ruler": {
        "start": date(2026, 10, 22),
        "end": date(2026, 11, 20),
        "today": date(2026, 11, 24),
        "share_passed": 88.2,
        "share_over": 11.8,
    },
}
ASK = {"state": "perlu-diperiksa", "word": "Perlu diperiksa", "line": "dua izin saling bertentangan"}
NO_END = {
    "state": "boleh-tinggal",
    "word": "Boleh tinggal",
    "line": "tanpa batas akhir · lapor sebelum 3\N{NO-BREAK SPACE}Feb\N{NO-BREAK SPACE}2031",
}
PENDING = {
    "state": "perlu-diperiksa",
    "word": "Perlu diperiksa",
    "line": "dalam proses, diajukan 18\N{NO-BREAK SPACE}Nov, sesudah izin berakhir",
}


def examples(_panel: str) -> list[Example]:
    return [
        Example("Di waktunya", {"headline": LAWFUL}),
        Example("Hampir habis", {"headline": ENDING}),
        Example("Lewat", {"headline": OVER}),
        Example("Tanyakan dulu, selalu dengan alasan", {"headline": ASK}),
        Example("Tanpa batas akhir", {"headline": NO_END}),
        Example("Alasan yang panjang", {"headline": PENDING}),
        Example("Di kepala daftar", {"headline": OVER, "size": "list"}),
    ]
