"""What the database answers when an order, a finding or a ground is not to be, and how its functions are asked."""

from collections.abc import Sequence
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.utils.translation import gettext_lazy as _

from sisada.foundation.problems import Problem
from sisada.inside.audit.looks import refusal_code

SENTENCES = {
    "orders.not-for-this-role": _("Peran Anda hari ini tidak boleh melakukan ini. Minta atasan atau kepala kantor."),
    "orders.own-order": _("Yang menyusun atau melaporkan tidak boleh menjawab sendiri. Minta orang lain yang berwenang."),
    "orders.officer-without-role": _("Orang yang disebut tidak memegang peran yang sesuai hari ini. Periksa daftar petugas."),
    "orders.already-answered": _("Sudah dijawab orang lain. Muat ulang untuk melihat hasilnya."),
    "orders.window-over": _("Waktu surat perintah ini sudah lewat. Susun yang baru."),
    "orders.begins-too-early": _("Surat perintah berlaku paling awal hari ini. Ubah waktu mulainya."),
    "orders.window-too-long": _("Waktunya lebih lama daripada yang diizinkan kantor. Perpendek, lalu ajukan lagi."),
    "orders.finding-not-approved": _("Temuan ini tidak disetujui, jadi tidak ada surat perintah yang menyusulnya."),
    "orders.finding-has-order": _("Temuan ini sudah punya surat perintah. Buka temuannya untuk melihatnya."),
    "orders.finding-over": _("Temuan ini tidak dijawab pada waktunya dan sudah gugur. Laporkan lagi bila keadaannya masih sama."),
    "orders.nobody-to-ask": _("Tidak ada atasan yang dapat ditanyai sekarang. Hubungi kepala kantor lewat telepon."),
    "orders.reference-without-number": _("Tulis nomor agenda, surat, atau berkasnya. Keterangan tanpa nomor bukan dasar."),
    "orders.rota-in-the-past": _("Giliran berlaku paling awal hari ini; yang sudah lewat tidak diubah."),
}
FORBIDDEN = ("orders.not-for-this-role", "orders.own-order")


class OrderProblem(Problem):
    """The database refused: the code says why, the sentence what to do."""

    status = 409

    def __init__(self, code: str) -> None:
        super().__init__(SENTENCES[code])
        self.code = code
        self.status = 403 if code in FORBIDDEN else 409


def call(function: str, *arguments: Any) -> Any:
    """What one of our SQL functions returns.

    Raises: OrderProblem, with nothing changed.
    """
    places = ", ".join(["%s"] * len(arguments))
    return _run(f"select {function}({places})", arguments)


def call_with_row(function: str, table: str, row: str) -> Any:
    """The same for a function that takes a whole row of a table, given as JSON."""
    return _run(f"select {function}(jsonb_populate_record(null::{table}, %s))", [row])


def _run(statement: str, arguments: Sequence[Any]) -> Any:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, arguments)
            row = cursor.fetchone()
            return row[0] if row else None
    except DatabaseError as error:
        if code := refusal_code(error):
            raise OrderProblem(code) from None
        raise
