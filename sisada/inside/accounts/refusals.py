"""What the database answers when somebody may not do this to an account, and how it is asked."""

from typing import Any

from django.db import DatabaseError, connection, transaction
from django.utils.translation import gettext_lazy as _

from sisada.foundation.problems import Problem

REFUSED = "AC001"

SENTENCES = {
    "accounts.not-admin": _("Hanya admin yang mengubah akun."),
    "accounts.not-for-you": _("Hanya kepala kantor, pengawas privasi atau admin yang menyetujui perubahan akun."),
    "accounts.yourself": _("Akun sendiri tidak diubah dari halaman ini. Minta admin lain."),
    "accounts.same-person": _("Orang kedua harus orang lain: bukan pengusul, dan bukan yang dimaksud usul ini."),
    "accounts.no-reason": _("Tulis alasannya: ia tercatat bersama perubahan ini."),
    "accounts.unknown-person": _("Akun atau perangkat ini tidak ada, atau perangkatnya sudah dicabut."),
    "accounts.email-known": _("Alamat surel ini sudah dipakai akun lain."),
    "accounts.already-held": _("Orang ini sudah memegang peran itu pada masa tersebut."),
    "accounts.already-proposed": _("Usul yang sama masih menunggu orang kedua."),
    "accounts.backdated": _("Perubahan berlaku paling awal hari ini; yang sudah lewat tidak diubah."),
    "accounts.ends-before-it-begins": _("Hari terakhir tidak boleh sebelum hari pertama."),
    "accounts.stand-in-needs-end": _("Plh dan Plt selalu berbatas waktu: isi hari terakhirnya."),
    "accounts.not-held": _("Peran ini sudah berakhir pada hari itu."),
    "accounts.nothing-to-decide": _("Usul ini sudah diputuskan, ditarik, atau terlalu lama menunggu."),
    "accounts.suspended-already": _("Akun ini sudah ditangguhkan."),
    "accounts.not-suspended": _("Akun ini tidak sedang ditangguhkan."),
    "accounts.invitation-void": _(
        "Surel dan kode ini tidak membuka undangan. Periksa ketikan Anda; bila tetap ditolak, minta undangan baru dari admin kantor."
    ),
}


class Refused(Problem):
    """The database refused to change an account."""

    status = 409

    def __init__(self, code: str) -> None:
        super().__init__(SENTENCES[code])
        self.code = code


def ask(function: str, *arguments: Any) -> Any:
    """Call one of our SQL functions and hand back the row it returns.

    Raises: Refused, with nothing changed.
    """
    places = ", ".join(["%s"] * len(arguments))
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"select * from {function}({places})", arguments)  # noqa: S608 - `function` is a name in our own code
            return cursor.fetchone()
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", None) != REFUSED:
            raise
        said = error.__cause__.diag.message_primary  # type: ignore[union-attr]  # psycopg's own error, as its sqlstate told
    raise Refused(str(said))
