"""Empty and filled."""

from sisada.foundation.parts.examples import Example

LABEL = "Nama, nomor, tanggal lahir, atau MRZ"


def examples(panel: str) -> list[Example]:
    return [
        Example(
            "Kosong, dengan petunjuk",
            {
                "action": "#",
                "target": f"{panel}-kosong",
                "label": f"{LABEL}, {panel} kosong",
                "hint": "Contoh: budi 1990 AUS, atau nomor paspor",
            },
        ),
        Example("Terisi", {"action": "#", "target": f"{panel}-terisi", "label": f"{LABEL}, {panel}", "value": "eriksson 1974 uto"}),
    ]
