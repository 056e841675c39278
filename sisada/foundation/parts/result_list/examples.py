"""Three degrees of likeness; a name of many parts."""

from sisada.foundation.parts.examples import Example

ROWS = [
    {
        "href": "#isi",
        "name": "ERIKSSON, ANNA MARIA",
        "line": "P · 1974 · Utopia · Rawajati",
        "match": "Sama persis",
        "bars": 3,
        "pill": {"state": "boleh-tinggal", "text": "Boleh tinggal · 108\N{NO-BREAK SPACE}hari lagi"},
        "why": "Nama keluarga, tahun lahir, kewarganegaraan sama.",
    },
    {
        "href": "#isi",
        "name": "ERICSSON, ANNE MARIE",
        "line": "P · 1974 · Utopia · Kalibata",
        "match": "Kemungkinan orang yang sama",
        "bars": 2,
        "pill": {"state": "lewat-izin", "text": "Lewat izin · 4\N{NO-BREAK SPACE}hari"},
        "why": "Terdengar sama: ERICSSON. Tahun lahir sama.",
    },
    {
        "href": "#isi",
        "name": "ERIKSEN, ANA BEATRIZ DOS SANTOS MONTEIRO",
        "line": "P · 1974, tanggal tidak diketahui · Utopia",
        "match": "Perlu dibandingkan",
        "bars": 1,
        "pill": {"state": "perlu-diperiksa", "text": "Perlu diperiksa · dua izin berbeda"},
        "why": "Nama mirip, tanggal lahir tidak lengkap.",
    },
]


def examples(panel: str) -> list[Example]:
    rows = [{**row, "id": f"{panel}-orang-{number}"} for number, row in enumerate(ROWS)]
    return [Example("Paling mirip dulu", {"rows": rows})]
