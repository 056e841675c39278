"""What was refused, in words for whoever reads a trail: what it was for, and the reason of its code. Of the officer, not to him."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REASONS: dict[str, "Promise"] = {
    "look.no-ground": _("Tanpa dasar: belum ada yang dipilih."),
    "look.ground-not-in-force": _("Dasar tidak berlaku lagi, atau menyebut petugas lain."),
    "look.purpose-not-covered": _("Dasar tidak mencakup cara melihat ini."),
    "look.person-not-covered": _("Orang ini di luar cakupan dasar."),
    "look.area-not-covered": _("Wilayah ini di luar cakupan dasar."),
    "look.document-number-only": _("Di bawah dasar ini hanya nomor atau MRZ dokumen yang boleh dicari."),
    "look.question-does-not-fit": _("Pertanyaan tidak berbentuk seperti yang dapat dicatat."),
    "look.asks-too-little": _("Terlalu sedikit untuk mencari."),
    "look.person-not-drawn": _("Orang ini bukan hasil pencarian yang tercatat."),
    "look.no-role": _("Peran petugas hari itu tidak melihat data ini."),
    "look.isolation-not-read-committed": _("Pembacaan tidak akan melihat penglihatan yang sudah diakhiri."),
    "look.device-unknown": _("Perangkat tidak terdaftar lagi."),
    "look.not-on-record": _("Alasan belum tercatat."),
    "look.does-not-fit": _("Alasan yang tercatat tidak cocok dengan data yang diminta."),
    "look.over": _("Waktu melihat sudah habis."),
    "look.too-many": _("Batas jumlah data untuk satu pencarian tercapai."),
    "look.more-refusals": _("Masih ada lagi dalam menit itu; sejak ini tidak dicatat satu per satu."),
    "look.rate-searches": _("Batas pencarian per jam tercapai."),
    "look.rate-cards": _("Batas kartu per jam tercapai."),
    "look.rate-lists": _("Batas daftar wilayah per jam tercapai."),
    "look.rate-cases": _("Batas laporan per jam tercapai."),
    "look.rate-trails": _("Batas jejak per jam tercapai."),
    "look.rate-own-requests": _("Batas permintaan jejak sendiri per jam tercapai."),
    "accounts.not-for-this-role": _("Halaman itu untuk peran lain."),
    "oversight.not-for-this-role": _("Hanya pengawas privasi yang meninjau."),
    "oversight.not-there": _("Jejak itu tidak ada, atau milik petugas sendiri."),
    "lookup.from-another-site": _("Situs lain mengarahkan petugas ke halaman itu."),
}
BY_RULES_OF: dict[str, "Promise"] = {  # by what a code begins with
    "orders": _("Menurut aturan surat perintah dan temuan."),
    "cases": _("Menurut aturan laporan."),
    "accounts": _("Menurut aturan akun."),
    "rules": _("Menurut aturan tentang aturan."),
}
BY_ANOTHER_RULE = _("Menurut aturan lain.")
PAGES: dict[str, "Promise"] = {  # by what the name of a page begins with: refused before a look could be asked for
    "search": _("Pencarian"),
    "person": _("Kartu orang"),
    "photo": _("Kartu orang"),
    "area": _("Daftar wilayah"),
    "open_area": _("Daftar wilayah"),
    "audit": _("Membaca jejak"),
    "cases": _("Membaca laporan"),
    "discrepanc": _("Ketidaksesuaian"),
    "report_discrepancy": _("Ketidaksesuaian"),
    "orders_find": _("Temuan langsung"),
    "orders_report": _("Temuan langsung"),
    "orders_answer": _("Temuan langsung"),
    "orders": _("Surat perintah"),
    "people": _("Akun"),
    "rules": _("Aturan"),
}
ANOTHER_PAGE = _("Halaman lain")


def reason(code: str) -> str:
    """Why not: the sentence of a code; of one without its own, whose rule it is."""
    return str(REASONS.get(code) or BY_RULES_OF.get(code.partition(".")[0], BY_ANOTHER_RULE))


def page(name: str) -> str:
    """What a page of this name is about."""
    return str(next((words for beginning, words in PAGES.items() if name.startswith(beginning)), ANOTHER_PAGE))
