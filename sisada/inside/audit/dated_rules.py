"""The numbers that bound looking: how long, how much, how often, and what is reviewed afterwards."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sisada.inside.rules.declared import Rule
from sisada.inside.rules.readings import WholeNumber

HEADING = _("Melihat data orang")


def _rule(name: str, words: Promise, unit: Promise, bounds: tuple[int, int], changes: Promise) -> Rule:
    """All of them protect the people in the mirror, so none is changed by one person alone."""
    reading = WholeNumber(unit=unit, least=bounds[0], most=bounds[1])
    return Rule(name=f"audit.{name}", words=words, reading=reading, two_persons=True, changes=changes)


RULES = (
    _rule(
        "look-minutes",
        _("Lama satu penglihatan"),
        _("menit"),
        (1, 60),
        _("Berapa lama data boleh dibaca atas satu catatan; sesudah itu catatan baru dibuat."),
    ),
    _rule(
        "open-page-hours",
        _("Lama halaman terbuka"),
        _("jam"),
        (1, 12),
        _("Berapa lama satu halaman orang tetap hidup; sesudah itu alasannya ditanyakan lagi."),
    ),
    _rule(
        "results-per-search", _("Hasil satu pencarian"), _("orang"), (1, 50), _("Berapa orang paling banyak tampil dalam satu pencarian.")
    ),
    _rule(
        "searches-per-hour",
        _("Pencarian per petugas"),
        _("per jam"),
        (1, 1000),
        _("Pencarian berikutnya ditolak, dan penolakannya dicatat."),
    ),
    _rule("cards-per-hour", _("Kartu per petugas"), _("per jam"), (1, 1000), _("Kartu berikutnya ditolak, dan penolakannya dicatat.")),
    _rule(
        "lists-per-hour",
        _("Halaman daftar wilayah per petugas"),
        _("per jam"),
        (1, 1000),
        _("Daftar berikutnya ditolak, dan penolakannya dicatat."),
    ),
    _rule(
        "cases-per-hour",
        _("Laporan yang dibaca per petugas"),
        _("per jam"),
        (1, 1000),
        _("Laporan berikutnya ditolak, dan penolakannya dicatat."),
    ),
    _rule(
        "own-requests-per-hour",
        _("Permintaan jejak sendiri per petugas"),
        _("per jam"),
        (1, 200),
        _("Berapa jejak dibuka seorang petugas bagi orang yang meminta jejaknya sendiri. Berikutnya ditolak, dan penolakannya dicatat."),
    ),
    _rule(
        "trails-per-hour",
        _("Jejak per pengawas"),
        _("per jam"),
        (1, 1000),
        _("Berapa jejak dibuka seorang pengawas privasi dalam tinjauan. Berikutnya ditolak, dan penolakannya dicatat."),
    ),
    _rule(
        "review-sample-percent",
        _("Contoh acak untuk ditinjau"),
        _("persen"),
        (1, 100),
        _("Berapa bagian dari penglihatan yang diambil acak untuk pengawas privasi."),
    ),
    _rule(
        "seal-standstill-minutes",
        _("Segel dianggap berhenti"),
        _("menit"),
        (2, 60),
        _("Sesudah berapa lama tanpa segel pengawas privasi dan admin diberi tahu."),
    ),
    _rule(
        "trail-delay-days",
        _("Penundaan jejak selama penyelidikan"),
        _("hari"),
        (0, 365),
        _("Berapa lama penglihatan dalam penyelidikan yang berjalan belum tampil pada jejak yang diminta orangnya."),
    ),
)
