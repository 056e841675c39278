"""Letters that could not become a case: why, in words that help an admin to mend it. Of what is in them nobody knows anything."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from psycopg.rows import class_row

from sisada.inside.orders.order_words import moment

WHY: dict[str, Promise] = {
    "NotForThisKey": _("Dikunci untuk kunci lain. Periksa apakah kunci surat di pekerja dan di halaman umum sepasang."),
    "NotALetter": _("Isinya bukan surat dari halaman umum kami."),
    "OtherContent": _("Isinya tidak cocok dengan sampulnya."),
    "digest-differs": _("Datang dua kali dengan isi yang berbeda; yang pertama yang dipakai."),
    "case.no-thread": _("Tidak cocok dengan laporan mana pun, atau laporannya sudah dihapus."),
    "case.other-key": _("Tidak ditulis oleh pelapor laporan itu."),
}
OTHER = _("Tidak dapat disimpan. Periksa catatan proses dan muat ulang sesudah diperbaiki.")


@dataclass(frozen=True)
class HeldLetter:
    letter: UUID
    why: str  # a code
    held_at: datetime
    received_at: datetime | None  # None: it never came in

    @property
    def words(self) -> Promise:
        return WHY.get(self.why, OTHER)

    @property
    def when(self) -> str:
        return moment(self.received_at or self.held_at)


HELD = """
select poison.letter, poison.why, poison.held_at, inbox.received_at
from cases_poison as poison left join cases_inbox as inbox on inbox.id = poison.letter
order by poison.held_at desc, poison.letter limit 100
"""


def held_letters() -> list[HeldLetter]:
    """The newest hundred."""
    with connection.cursor() as cursor:
        cursor.cursor.row_factory = class_row(HeldLetter)
        cursor.execute(HELD)
        return list(cursor.fetchall())
