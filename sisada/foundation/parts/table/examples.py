"""A date that orders it, figures to the right, one action at the end; alone below 700 px."""

from sisada.foundation.parts.examples import Example

COLUMNS = [{"label": "Kapan"}, {"label": "Orang", "number": True}, {"label": "Dasar"}, {"label": "Keadaan"}, {"label": "Tindakan"}]


def row(when: str, persons: str, ground: tuple[str, str], state: tuple[str, str]) -> list[dict[str, object]]:
    return [
        {"text": when, "second": "14.03", "label": "Kapan"},
        {"text": persons, "number": True, "label": "Orang"},
        {"text": ground[0], "second": ground[1], "label": "Dasar"},
        {"text": state[1], "state": state[0], "label": "Keadaan"},
        {"text": "Lihat", "href": "#isi", "label": "Tindakan"},
    ]


def examples(_panel: str) -> list[Example]:
    rows = [
        row("27\N{NO-BREAK SPACE}Nov\N{NO-BREAK SPACE}2026", "1", ("SP 0412/XI/2026", "Rawajati"), ("lewat-izin", "Lewat janji")),
        row("1\N{NO-BREAK SPACE}Des\N{NO-BREAK SPACE}2026", "12", ("SP 0415/XI/2026", "Bangka"), ("segera-habis", "Sisa 3 jam")),
    ]
    return [Example("Tabel", {"caption": "Penglihatan terakhir", "columns": COLUMNS, "rows": rows})]
