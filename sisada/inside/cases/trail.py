"""What was done with a case, by whom and when: codes that stay when all words are gone."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.rows import class_row

from sisada.inside.cases.case_words import CHANNELS, OUTCOMES


@dataclass(frozen=True)
class Event:
    at: datetime
    name: str | None  # None: the reporter or the machine
    what: str
    detail: str | None


EVENTS = """
select event.at, officer.name, event.what, event.detail from cases_event as event
left join sign_in_user as officer on officer.id = event.by
where event."case" = %s order by event.id desc limit 60
"""
WORDS: dict[str, Promise] = {
    "received": gettext_lazy("Diterima"),
    "taken-down": gettext_lazy("Dicatat di meja"),
    "claimed": gettext_lazy("Dipegang"),
    "released": gettext_lazy("Dilepas"),
    "handed-over": gettext_lazy("Diserahkan kepada rekan"),
    "noted": gettext_lazy("Catatan internal ditulis"),
    "asked": gettext_lazy("Pelapor ditanyai"),
    "written-back": gettext_lazy("Pelapor menulis lagi"),
    "decided": gettext_lazy("Diputuskan"),
    "agreed": gettext_lazy("Mata kedua setuju"),
    "disagreed": gettext_lazy("Mata kedua tidak setuju"),
    "closed": gettext_lazy("Selesai"),
    "reopened": gettext_lazy("Dibuka lagi: belum selesai kata pelapor"),
    "merged": gettext_lazy("Laporan lain digabung ke sini"),
    "linked": gettext_lazy("Dikaitkan dengan seseorang"),
    "linked-nobody": gettext_lazy("Dicari, orangnya tidak ditemukan"),
    "reporter-pattern": gettext_lazy("Banyak laporan tentang orang yang sama"),
    "compared": gettext_lazy("Daftar dibandingkan dengan data Direktorat Jenderal"),
    "found": gettext_lazy("Ketidaksesuaian dicatat"),
    "proposed": gettext_lazy("Diusulkan ke Direktorat Jenderal"),
    "mirror-moved": gettext_lazy("Data Direktorat Jenderal berubah"),
    "kept-as-evidence": gettext_lazy("Disimpan sebagai barang bukti"),
    "promise-moved": gettext_lazy("Janji bergeser: hari libur diumumkan"),
    "erased": gettext_lazy("Isinya dihapus menurut batas simpan"),
}


def events(case: UUID) -> list[Event]:
    """The newest sixty, newest first."""
    with connection.cursor() as cursor:
        cursor.cursor.row_factory = class_row(Event)
        cursor.execute(EVENTS, [case])
        return list(cursor.fetchall())


def words(event: Event) -> str:
    """One line."""
    said = str(WORDS[event.what])
    detail = CHANNELS.get(event.detail or "") or OUTCOMES.get(event.detail or "")
    said = _("{what}: {detail}").format(what=said, detail=detail) if detail else said
    return _("{what} – {name}").format(what=said, name=event.name) if event.name else said
