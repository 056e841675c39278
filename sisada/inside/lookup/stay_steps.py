"""Two sections of the card that count days: how long past the end, with the labelled estimate; and the next lawful step."""

from datetime import date, timedelta

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sisada.foundation import words
from sisada.foundation.holidays_of import holidays_of
from sisada.inside.lookup.card_sections import Section
from sisada.inside.lookup.headline import day, days
from sisada.inside.lookup.stay_record import PermitRow
from sisada.inside.registry.filing_windows import NextStep, NextStepKind, next_step
from sisada.inside.registry.headline import Headline, State
from sisada.inside.registry.law import LawRows, the_one_in_force
from sisada.inside.registry.overstay_fee import FeeEstimate, FeeKind, estimated_fee


def overstay_section(standing: Headline, today: date, rows: LawRows) -> Section | None:
    """None unless the stay is past its end."""
    if standing.state is not State.OVER or standing.valid_until is None:
        return None
    limit = the_one_in_force(rows.fee_limits, today).days
    fee = estimated_fee(standing.valid_until, today, tariffs=rows.tariffs, fee_limit_days=limit)
    pairs = [
        (_("Hari ke-1"), day(standing.valid_until + timedelta(days=1))),
        (_("Hari ini"), _("hari ke-{n}").format(n=standing.days)),
    ]
    return Section(_("Hitungan hari lewat"), pairs + ([fee_pair(fee)] if fee else []))


def fee_pair(fee: FeeEstimate) -> tuple[str, ...]:
    label = _("Perkiraan biaya beban")
    if fee.kind is FeeKind.OFFICER_DECIDES:
        return (label, _("keputusan pejabat"), _("hari ke-60 tidak disebut pasal 78 ayat (1) maupun (3)"))
    if fee.kind is FeeKind.REMOVAL:
        return (label, _("tidak ada"), _("lewat 60 hari: deportasi dan penangkalan diputuskan pejabat, pasal 78 ayat (3)"))
    if fee.kind is FeeKind.NO_TARIFF or fee.rupiah is None:
        return (label, _("tarif belum tercatat"), "")
    parts = " + ".join(f"{part.days} × {rupiah(part.rupiah_per_day)}" for part in fee.parts)
    return (label, rupiah(fee.rupiah), parts)


def rupiah(amount: int) -> str:
    return words.rupiah(amount, language=words.known(get_language() or "id"))


def step_section(deciding: PermitRow | None, today: date, rows: LawRows) -> Section | None:
    """None when no permit decides, or nothing of ours is next."""
    if deciding is None:
        return None
    step = next_step(deciding.facts, today, windows=rows.filing_windows, reports=rows.reports, holidays=holidays_of(today.year))
    pairs = step_pairs(step, today)
    return Section(_("Langkah berikutnya"), pairs) if pairs else None


def step_pairs(step: NextStep, today: date) -> list[tuple[str, ...]]:
    if step.kind is NextStepKind.REPORT:
        return [(_("Lapor ke kantor"), _("sebelum {day}").format(day=day(step.report_by)))] if step.report_by else []
    if step.kind is NextStepKind.NONE:
        return []
    return [*_filing(step, today), *_bridging(step), *_leaving(step, today)]


def _filing(step: NextStep, today: date) -> list[tuple[str, ...]]:
    if step.kind is NextStepKind.FILE_EXTENSION and step.file_until:
        begins = (
            _("{first} – {last}").format(first=day(step.file_from), last=day(step.file_until)) if step.file_from else day(step.file_until)
        )
        not_yet = bool(step.file_from and step.file_from > today)
        left = _("belum dibuka") if not_yet else _("{days} lagi untuk mengajukan").format(days=days((step.file_until - today).days))
        return [(_("Ajukan perpanjangan"), begins, left)]
    if step.kind is NextStepKind.TOO_LATE and step.file_until:
        return [
            (_("Perpanjangan"), _("batas mengajukan sudah lewat"), _("hari terakhir mengajukan {day}").format(day=day(step.file_until)))
        ]
    return [(_("Perpanjangan"), _("tidak ada lagi untuk izin ini"))]


def _bridging(step: NextStep) -> list[tuple[str, ...]]:
    return (
        [(_("Izin peralihan"), _("diminta dan dibayar sampai {day}").format(day=day(step.bridging_until)))] if step.bridging_until else []
    )


def _leaving(step: NextStep, today: date) -> list[tuple[str, ...]]:
    if step.kind is NextStepKind.FILE_EXTENSION or step.leave_by is None or step.leave_by < today:
        return []
    return [(_("Keluar paling lambat"), day(step.leave_by))]
