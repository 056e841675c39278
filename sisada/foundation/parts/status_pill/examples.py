"""The state in a row."""

from sisada.foundation.parts.examples import Example

PILLS = [
    ("boleh-tinggal", "Boleh tinggal · 108\N{NO-BREAK SPACE}hari lagi"),
    ("segera-habis", "Segera habis · 12\N{NO-BREAK SPACE}hari lagi"),
    ("lewat-izin", "Lewat izin · 4\N{NO-BREAK SPACE}hari"),
    ("perlu-diperiksa", "Perlu diperiksa · dua izin berbeda"),
]


def examples(_panel: str) -> list[Example]:
    return [Example(state, {"pill": {"state": state, "text": text}}) for state, text in PILLS]
