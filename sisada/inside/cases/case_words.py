"""A case in words: every code of the tables as the desk reads it. Nothing of what a reporter said is here."""

from datetime import date, datetime, timedelta

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from sisada.areas.names import area, name_of
from sisada.foundation import words

KINDS: dict[str, Promise] = {
    "activity": gettext_lazy("Kegiatan yang meresahkan"),
    "presence": gettext_lazy("Keberadaan orang asing"),
    "objection": gettext_lazy("Data keliru atau keberatan"),
    "discrepancy": gettext_lazy("Ketidaksesuaian"),
}
CATEGORIES: dict[str, Promise] = {
    "work": gettext_lazy("Bekerja tanpa izin"),
    "order": gettext_lazy("Mengganggu ketertiban"),
    "stay": gettext_lazy("Tinggal tanpa lapor"),
    "document": gettext_lazy("Dokumen mencurigakan"),
    "other": gettext_lazy("Hal lain"),
}
CHANNELS: dict[str, Promise] = {
    "public": gettext_lazy("dari halaman publik"),
    "phone": gettext_lazy("lewat telepon"),
    "whatsapp": gettext_lazy("lewat WhatsApp"),
    "visit": gettext_lazy("di loket"),
    "officer": gettext_lazy("dari petugas"),
}
STATES: dict[str, Promise] = {
    "new": gettext_lazy("Belum ditelaah"),
    "reviewing": gettext_lazy("Sedang ditelaah"),
    "waiting_reporter": gettext_lazy("Menunggu pelapor"),
    "awaiting_second": gettext_lazy("Menunggu mata kedua"),
    "ready": gettext_lazy("Siap dikerjakan"),
    "closed": gettext_lazy("Selesai"),
}
OUTCOMES: dict[str, Promise] = {
    "fact": gettext_lazy("Fakta"),
    "not_fact": gettext_lazy("Bukan fakta"),
    "not_ours": gettext_lazy("Bukan wewenang"),
    "merged": gettext_lazy("Digabung"),
    "answered": gettext_lazy("Dijawab"),
}
LETTERS: dict[str, Promise] = {
    "addition": gettext_lazy("Pelapor menulis lagi"),
    "list_change": gettext_lazy("Daftar diubah pelapor"),
    "not_done": gettext_lazy("Pelapor: belum selesai"),
}
REASONS: dict[str, Promise] = {
    "recorded_wrongly": gettext_lazy("Datanya tercatat keliru"),
    "checked_wrongly": gettext_lazy("Pemeriksaannya keliru"),
    "not_me": gettext_lazy("Yang diperiksa bukan dia"),
    "other": gettext_lazy("Alasan lain"),
}
STAY_RESULTS: dict[str, tuple[Promise, str]] = {
    "as_recorded": (gettext_lazy("Sesuai catatan"), "boleh-tinggal"),
    "other_address": (gettext_lazy("Tercatat di alamat lain"), "perlu-diperiksa"),
    "unknown_number": (gettext_lazy("Nomor tidak dikenal"), "perlu-diperiksa"),
    "permit_over": (gettext_lazy("Izinnya sudah habis"), "lewat-izin"),
    "recorded_left": (gettext_lazy("Tercatat sudah keluar"), "perlu-diperiksa"),
    "not_compared": (gettext_lazy("Belum dibandingkan"), ""),
}
PIN_SOURCES: dict[str, Promise] = {
    "map": gettext_lazy("titik dipilih di peta"),
    "photo": gettext_lazy("titik dari foto"),
    "device": gettext_lazy("titik dari ponsel"),
}
GO_TO: dict[str, Promise] = {
    "police": gettext_lazy("Yang berwenang: kepolisian. Telepon 110, atau kantor polisi terdekat."),
    "manpower": gettext_lazy("Yang berwenang: dinas tenaga kerja."),
    "city": gettext_lazy("Yang berwenang: pemerintah kota, lewat aplikasi pengaduan atau kelurahan."),
    "other_office": gettext_lazy("Yang berwenang: kantor imigrasi lain, menurut tempat kejadiannya."),
}
TOLD: dict[str, Promise] = {
    "received": gettext_lazy("Diterima"),
    "reviewing": gettext_lazy("Sedang ditelaah"),
    "acting": gettext_lazy("Ditindaklanjuti"),
    "closed": gettext_lazy("Selesai"),
    "not_ours": gettext_lazy("Bukan kewenangan kami"),
    "waiting_reporter": gettext_lazy("Pertanyaan kantor"),
    "message": gettext_lazy("Pesan kantor"),
    "promise_moved": gettext_lazy("Batas waktu bergeser"),
}


def what(kind: str, category: str | None) -> str:
    """What a case is about, in two or three words."""
    return str(CATEGORIES[category] if kind == "activity" and category else KINDS[kind])


def where(kelurahan: str | None) -> str:
    """Rawajati, Pancoran. Where nobody said a kelurahan: so."""
    found = area(kelurahan or "")
    if found is None:
        return name_of(kelurahan) if kelurahan else _("Tempat tidak disebut")
    return f"{found.name}, {name_of(found.parent)}"


def photos(count: int) -> str:
    """2 foto; nothing for none. No plural in Indonesian."""
    return _("{count} foto").format(count=count) if count else ""


def weekday(day: date) -> str:
    """Jumat 27 Nov"""
    language = words.known(get_language() or "id")
    return f"{words.WEEKDAYS[language][day.weekday()]}{words.NBSP}{words.day_month(day, language=language)}"


def moment(at: datetime) -> str:
    """Kamis 19 Nov 2026, 13.37, in the office's zone."""
    language, here = words.known(get_language() or "id"), localtime(at)
    day = f"{words.WEEKDAYS[language][here.weekday()]} {words.short_date(here, language=language)}"
    return f"{day}, {words.clock(here, language=language)}"


def trail_moment(at: datetime, now: datetime) -> str:
    """The time for what happened today, the day for anything earlier."""
    language, here = words.known(get_language() or "id"), localtime(at)
    same_day = here.date() == localtime(now).date()
    return words.clock(here, language=language) if same_day else words.day_month(here, language=language)


def span(length: timedelta) -> str:
    return words.span(length.total_seconds(), language=words.known(get_language() or "id"))


def short_name(name: str) -> str:
    """Sari Nastiti is Sari N.; a single name stays."""
    first, *others = name.split()
    return f"{first} {others[-1][0]}." if others else first
