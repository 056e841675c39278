"""Nothing found (three answers), an empty list, a failure, no right: a fact and the next step."""

from sisada.foundation.parts.examples import Example

STEPS = [{"label": "Catat orang tak dikenal", "href": "#isi"}, {"label": "Cari dengan nomor dokumen", "href": "#isi"}]


def examples(_panel: str) -> list[Example]:
    as_of = "Dalam data per 24\N{NO-BREAK SPACE}Nov\N{NO-BREAK SPACE}2026, 14.03.22."
    return [
        Example("Tidak ditemukan", {"fact": "Tidak ada catatan yang cocok", "text": as_of, "steps": STEPS}),
        Example("Belum pasti", {"fact": "Belum dapat dipastikan", "text": "Salinan data masih berjalan. Ulangi beberapa menit lagi."}),
        Example(
            "Tidak terbaca",
            {"fact": "Tidak terbaca", "text": "Angka periksa di baris 2 tidak cocok. Bandingkan huruf ke-10 dengan dokumennya."},
        ),
        Example("Kosong", {"fact": "Semua laporan sudah ditelaah.", "text": "Yang baru akan muncul di sini sendiri."}),
        Example(
            "Gagal",
            {
                "fact": "Belum terkirim.",
                "text": "Sambungan putus. Isian Anda tersimpan.",
                "steps": [{"label": "Coba lagi", "href": "#isi"}],
            },
        ),
        Example("Tanpa hak", {"fact": "Halaman ini untuk kepala kantor.", "text": "Atasan Anda dapat membukanya bersama Anda."}),
    ]
