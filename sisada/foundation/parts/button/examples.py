"""Main, second and text; working; and one that says why it cannot be used."""

from sisada.foundation.parts.examples import Example


def examples(panel: str) -> list[Example]:
    return [
        Example("Utama: satu di halaman", {"label": "Simpan", "kind": "main", "type": "button"}),
        Example("Sekunder", {"label": "Batal", "type": "button"}),
        Example("Teks", {"label": "Ganti templat", "kind": "text", "type": "button"}),
        Example("Tautan dengan tanda", {"label": "Bantuan", "href": "#isi", "icon": "help"}),
        Example("Sibuk", {"label": "Simpan", "kind": "main", "busy": "Menyimpan", "type": "button"}),
        Example(
            "Tidak tersedia, dengan alasannya",
            {"label": "Kirim", "type": "button", "id": f"kirim-{panel}", "disabled_because": "Pilih dasar dulu, lalu kirim."},
        ),
    ]
