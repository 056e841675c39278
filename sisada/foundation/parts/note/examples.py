"""Blue for a remark, a colour of time for what has a time."""

from sisada.foundation.parts.examples import Example


def examples(_panel: str) -> list[Example]:
    question = "Tidak ada permohonan perpanjangan di data ini; minta bukti bila sudah diajukan."
    return [
        Example("Catatan", {"title": "Tanyakan dulu, ini belum putusan.", "text": question, "icon": "eye"}),
        Example("Tanpa sinyal", {"title": "Tanpa sinyal sejak 13.31.", "text": "2 pemeriksaan menunggu dikirim.", "icon": "link"}),
        Example("Hampir", {"kind": "segera-habis", "title": "Dasar ini berakhir pukul 16.00.", "text": "Pilih dasar baru sebelum itu."}),
        Example(
            "Lewat",
            {
                "kind": "lewat-izin",
                "title": "Data berumur 1 hari 3 jam.",
                "text": "Keadaan izin mungkin sudah berubah. Periksa dokumennya.",
            },
        ),
        Example("Perlu diperiksa", {"kind": "perlu-diperiksa", "title": "Dua izin saling bertentangan.", "text": "Keduanya ada di bawah."}),
    ]
