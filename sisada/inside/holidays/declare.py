"""Declaring a closed day, or taking one back. The database decides who may, and from which day on."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connection, transaction
from django.utils.translation import gettext_lazy as _
from psycopg import Error

from sisada.foundation.problems import Problem
from sisada.inside.holidays.closed_days import Kind

REFUSED = "HD001"
REFUSALS = {
    "holidays.not-for-this-role": _(
        "Hanya kepala kantor dan admin yang menetapkan hari libur. Hubungi admin kantor bila peran Anda keliru."
    ),
    "holidays.day-is-past": _("Hari ini ke depan saja: hari yang lewat tidak diubah. Perbaiki tanggalnya."),
    "holidays.no-source": _("Tulis sumbernya, misalnya nomor dan tanggal SKB tiga menteri."),
    "holidays.says-too-little": _("Tulis nama harinya dan pilih jenisnya."),
    "holidays.closed-already": _("Hari itu sudah tercatat sebagai hari libur. Muat ulang daftarnya."),
    "holidays.open-already": _("Hari itu sudah tercatat sebagai hari kerja. Muat ulang daftarnya."),
}


class HolidayRefused(Problem):
    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(REFUSALS[code], next_url="/aturan/hari-libur/", next_words=_("Buka daftar hari libur"))
        self.status = 403 if code == "holidays.not-for-this-role" else 409


def declare(day: date, *, name: str, kind: Kind, source: str, by: UUID) -> None:
    """The office is closed on this day. Promises and windows count anew from now on.

    Raises: HolidayRefused."""
    _ask("select holidays_declare(%s, %s, %s, %s, %s)", [day, name, kind, source, by])


def withdraw(day: date, *, source: str, by: UUID) -> None:
    """The office works on this day after all.

    Raises: HolidayRefused."""
    _ask("select holidays_withdraw(%s, %s, %s)", [day, source, by])


def _ask(statement: str, parameters: list[Any]) -> None:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, parameters)
    except DatabaseError as error:
        cause = error.__cause__
        if isinstance(cause, Error) and cause.sqlstate == REFUSED and cause.diag.message_primary in REFUSALS:
            raise HolidayRefused(cause.diag.message_primary) from None
        raise
