"""What the office may tell a reporter by a code, for each act. The reporter reads the code in his own language (the public face's
sentences); the desk reads it here. None says whether a person exists in the registry, and none repeats what was reported."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ASK: dict[str, Promise] = {
    "ask.where": _("Di mana tepatnya? Alamat, gedung, atau patokan di dekatnya."),
    "ask.when": _("Kapan dan jam berapa biasanya?"),
    "ask.what": _("Apa yang Anda lihat atau dengar sendiri?"),
    "ask.photo": _("Ada foto atau dokumen yang dapat Anda kirim?"),
}
FACT: dict[str, Promise] = {
    "acting.followed-up": _("Laporan Anda ditindaklanjuti kantor imigrasi."),
    "acting.with-others": _("Laporan Anda ditindaklanjuti bersama instansi lain."),
}
DONE: dict[str, Promise] = {
    "closed.done": _("Yang dapat dilakukan kantor imigrasi sudah dilakukan."),
    "closed.passed-on": _("Laporan Anda sudah diteruskan kepada yang berwenang."),
}
NOT_FACT: dict[str, Promise] = {
    "closed.nothing-found": _("Sesudah ditelaah, tidak ada yang dapat ditindaklanjuti."),
    "closed.too-little": _("Keterangannya belum cukup untuk ditindaklanjuti. Anda boleh melapor lagi dengan keterangan baru."),
}
NOT_OURS: dict[str, Promise] = {"not_ours.elsewhere": _("Ini bukan kewenangan kantor imigrasi.")}
ANSWERED: dict[str, Promise] = {
    "closed.list-received": _("Daftar Anda sudah diterima dan dicatat."),
    "closed.corrected": _("Keberatan Anda diterima; perbaikannya diusulkan."),
    "closed.not-corrected": _("Sesudah diperiksa, datanya tidak diubah. Anda boleh datang ke kantor dengan dokumen."),
}
OF_DECISION: dict[str, dict[str, Promise]] = {"fact": FACT, "not_fact": NOT_FACT, "not_ours": NOT_OURS, "answered": ANSWERED}
