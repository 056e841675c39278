"""What the database answers when a claim or an act on a case is not to be, and how its functions are asked."""

from collections.abc import Sequence
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.utils.translation import gettext_lazy as _

from sisada.foundation.problems import Problem
from sisada.inside.audit.looks import raise_if_refused, refusal_code

SENTENCES = {
    "case.not-for-this-role": _("Peran Anda hari ini tidak menelaah laporan. Minta meja atau atasan."),
    "case.not-there": _("Laporan ini tidak ada, atau isinya sudah dihapus menurut batas simpan."),
    "case.merged": _("Laporan ini sudah digabung dengan laporan lain. Buka laporan gabungannya."),
    "case.held-by-other": _("Laporan ini sedang dipegang rekan Anda. Minta ia menyerahkannya, atau ambil laporan lain."),
    "case.for-another": _("Laporan ini harus ditelaah orang lain, karena menyangkut yang Anda kerjakan sebelumnya."),
    "case.not-held": _("Anda tidak memegang laporan ini sekarang. Ambil dulu, lalu ulangi."),
    "case.not-for-them": _("Rekan itu tidak dapat menelaah laporan ini. Pilih orang lain."),
    "case.changed-meanwhile": _("Laporan ini berubah sementara Anda membacanya. Tulisan Anda masih ada: baca yang baru, lalu kirim lagi."),
    "case.not-now": _("Langkah ini tidak cocok dengan keadaan laporan sekarang. Muat ulang untuk melihatnya."),
    "case.closed": _("Laporan ini sudah selesai. Muat ulang untuk melihat hasilnya."),
    "case.not-to-all": _("Kabar ini tidak sampai kepada semua pelapor laporan ini. Muat ulang, lalu kirim lagi."),
    "case.thread-known": _("Kode ini sudah dipakai laporan lain. Mulai formulir baru, lalu kirim lagi."),
    "case.own-decision": _("Yang memutuskan tidak boleh menjadi mata kedua. Minta atasan lain."),
    "case.no-words": _("Tulis dulu isinya."),
    "case.too-many-words": _("Terlalu panjang: paling banyak 2.000 huruf."),
    "case.no-such-decision": _("Keputusan ini tidak berlaku untuk jenis laporan ini."),
    "case.nobody-follows": _("Pelapor ini tidak dapat ditanyai: tidak ada kode yang mengikutinya. Putuskan dengan yang ada."),
    "case.not-the-same": _("Dua laporan ini tidak dapat digabung: jenisnya lain, atau keduanya satu laporan."),
    "case.card-not-opened": _("Buka kartu orangnya dulu dengan laporan ini sebagai dasar, lalu kaitkan."),
    "case.card-closed": _("Waktu melihat kartu itu sudah habis. Buka lagi kartunya, lalu kirim lagi; isian Anda masih ada di sini."),
    "case.as-recorded": _("Data pusat sudah sama dengan yang Anda tulis. Bandingkan lagi kartunya."),
    "case.linked-already": _("Laporan ini sudah dikaitkan dengan seseorang."),
    "case.not-read": _("Halaman laporan ini sudah tertutup. Buka lagi laporannya, lalu kirim lagi."),
    "case.card-first": _("Buka dulu kartu orang yang dikaitkan, supaya pesan ini dapat diperiksa; lalu kirim lagi."),
    "case.no-list-by-hand": _("Daftar siapa yang tinggal hanya diterima dari penulisnya sendiri, lewat formulir laporan tamu."),
    "case.names-person": _("Pesan ini menyebut nama atau nomor orang yang terkait. Pelapor tidak boleh diberi tahu; tulis tanpa itu."),
    "case.names-nationality": _("Pesan ini menyebut kewarganegaraan ({word}). Tulis tanpa itu: yang dinilai perbuatan, bukan asal."),
    "case.reference-without-number": _("Tulis nomor berkas yang memerlukannya sebagai barang bukti."),
    "case.no-such-channel": _("Cara masuk laporan ini tidak dikenal."),
    "case.no-thread": _("Surat ini tidak cocok dengan laporan mana pun."),
    "case.other-key": _("Surat ini tidak ditulis oleh pelapor laporan itu."),
}
FORBIDDEN = ("case.not-for-this-role", "case.own-decision", "case.for-another")
MISSING = ("case.not-there",)


class CaseProblem(Problem):
    """The database refused: the code says why, the sentence what to do."""

    def __init__(self, code: str, *, word: str = "") -> None:
        super().__init__(str(SENTENCES[code]).format(word=word) if word else SENTENCES[code])
        self.code = code
        self.status = 403 if code in FORBIDDEN else 404 if code in MISSING else 409


def call(function: str, *arguments: Any) -> Any:
    """What one of our SQL functions returns.

    Raises: CaseProblem, with nothing changed.
    """
    rows = rows_of(function, *arguments)
    return rows[0][0] if rows else None


def rows_of(function: str, *arguments: Any) -> list[tuple[Any, ...]]:
    """The rows of one that returns several, as tuples. Raises: CaseProblem."""
    places = ", ".join(["%s"] * len(arguments))
    return rows_by(f"select * from {function}({places})", arguments)  # noqa: S608 - our own functions' names


def rows_by(statement: str, arguments: Sequence[Any]) -> list[tuple[Any, ...]]:
    """The same by a whole statement. Raises: CaseProblem; LookRefused, where it asks for a look."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, arguments)
            return list(cursor.fetchall())
    except DatabaseError as error:
        if (code := refusal_code(error)) in SENTENCES:
            raise CaseProblem(str(code)) from None
        raise_if_refused(error)
        raise
