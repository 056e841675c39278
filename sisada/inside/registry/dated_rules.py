"""The numbers of law that a stay is judged by (law.py reads them; shipped_rules.toml says what came with this release)."""

from django.utils.translation import gettext_lazy as _

from sisada.inside.registry import rule_previews
from sisada.inside.registry.filing_window_reading import FilingWindowReading
from sisada.inside.registry.stay_permits import PermitKind
from sisada.inside.rules.declared import Rule
from sisada.inside.rules.readings import Rupiah, WholeNumber

HEADING = _("Izin tinggal")
WITH_AN_END = {kind.value: kind.value for kind in (PermitKind.ITAS, PermitKind.ITAP, PermitKind.ITK, PermitKind.VOA)}
STEPS = {
    "ITAS-extension": _("ITAS, perpanjangan"),
    "ITK-extension": _("ITK, perpanjangan"),
    "VOA-extension": _("VOA, perpanjangan"),
    "ITAP-extension": _("ITAP, perpanjangan"),
    "ITK-bridging": _("ITK, peralihan"),
    "ITAS-bridging": _("ITAS, peralihan"),
    "ITAP-bridging": _("ITAP, peralihan"),
}

RULES = (
    Rule(
        name="registry.fee-per-day",
        words=_("Biaya beban"),
        reading=Rupiah(unit=_("per hari"), least=0, most=100_000_000),
        two_persons=True,
        changes=_("Perkiraan biaya beban pada kartu orang, untuk hari-hari lewat sejak tarif ini mulai."),
        preview=rule_previews.fee_per_day,
    ),
    Rule(
        name="registry.fee-limit-days",
        words=_("Batas hari biaya beban"),
        reading=WholeNumber(unit=_("hari"), least=1, most=365),
        two_persons=True,
        changes=_(
            "Sampai hari ke berapa kartu menyebut biaya beban; pada hari itu keputusan pejabat, sesudahnya deportasi dan penangkalan."
        ),
        preview=rule_previews.fee_limit,
    ),
    Rule(
        name="registry.ending-soon-days",
        words=_("Segera habis"),
        reading=WholeNumber(unit=_("hari sebelum habis"), least=0, most=365),
        two_persons=False,
        changes=_("Izin mana yang tampil sebagai Segera habis, pada kartu, hasil pencarian, dan daftar wilayah."),
        abouts=WITH_AN_END,
        preview=rule_previews.ending_soon,
    ),
    Rule(
        name="registry.filing-window",
        words=_("Jendela pengajuan"),
        reading=FilingWindowReading(),
        two_persons=True,
        changes=_("Langkah berikutnya pada kartu: dari kapan sampai kapan pengajuan diterima."),
        abouts=STEPS,
        preview=rule_previews.filing_window,
    ),
    Rule(
        name="registry.report-years",
        words=_("Lapor bagi izin tanpa batas akhir"),
        reading=WholeNumber(unit=_("tahun sekali"), least=1, most=20),
        two_persons=True,
        changes=_("Kapan pemegang izin tanpa batas akhir melapor ke kantor, bila sumber tidak mencatat harinya."),
        abouts={PermitKind.ITAP.value: PermitKind.ITAP.value},
    ),
)
