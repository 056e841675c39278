"""By when a report is answered, how long somebody holds one, and how long its words are kept."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sisada.inside.rules.declared import Rule
from sisada.inside.rules.readings import WholeNumber

HEADING = _("Laporan masyarakat")


def _rule(name: str, words: Promise, unit: Promise, bounds: tuple[int, int], changes: Promise) -> Rule:
    """What is promised to the public is changed by two, like what protects people."""
    reading = WholeNumber(unit=unit, least=bounds[0], most=bounds[1])
    return Rule(name=f"cases.{name}", words=words, reading=reading, two_persons=True, changes=changes)


RULES = (
    _rule("first-answer-days", _("Jawaban pertama"), _("hari kerja"), (1, 10), _("Sampai kapan pelapor mendapat jawaban pertama.")),
    _rule("outcome-days", _("Hasil laporan"), _("hari kerja"), (1, 60), _("Sampai kapan pelapor mengetahui hasil laporannya.")),
    _rule(
        "danger-hours",
        _("Jawaban atas laporan bahaya"),
        _("jam"),
        (1, 24),
        _("Sampai kapan laporan tentang orang yang terancam harus dijawab."),
    ),
    _rule(
        "objection-hours",
        _("Hasil keberatan"),
        _("jam"),
        (1, 72),
        _("Sampai kapan keberatan atas data atau pemeriksaan harus dijawab."),
    ),
    _rule(
        "escalation-hours",
        _("Janji terlewat sampai ke atasan"),
        _("jam"),
        (1, 72),
        _("Sesudah berapa lama janji yang terlewat juga diberitahukan kepada atasan."),
    ),
    _rule("hold-hours", _("Memegang satu laporan"), _("jam"), (1, 24), _("Berapa lama satu laporan boleh dibaca sesudah diambil.")),
    _rule(
        "pattern-reports",
        _("Laporan tentang orang yang sama"),
        _("laporan"),
        (2, 200),
        _("Dari berapa laporan tentang satu orang petugas diingatkan akan pola pelapor."),
    ),
    _rule(
        "kept-days",
        _("Isi laporan disimpan"),
        _("hari"),
        (30, 365),
        _("Berapa lama sesudah selesai isi laporan dan fotonya dihapus, kecuali menjadi barang bukti."),
    ),
)
