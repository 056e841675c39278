"""Two sections of the card that count days: how long past the end, with the labelled estimate; and the next lawful step."""

from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from sisada.foundation import words
from sisada.inside.holidays.closed_days import closed_days_around
from sisada.inside.lookup.card_sections import Section
from sisada.inside.lookup.headline import day, days
from sisada.inside.lookup.stay_record import StayRecord
from sisada.inside.registry.filing_windows import NextStep, NextStepKind, next_step
from sisada.inside.registry.headline import Headline, Reason, State
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


def step_section(standing: Headline, record: StayRecord, today: date, rows: LawRows) -> Section | None:
    """What comes next for this stay; None only where nothing of ours is next (diplomats, affidavits)."""
    pairs = officer_steps(standing) or holder_steps(standing, record, today, rows)
    return Section(_("Langkah berikutnya"), pairs) if pairs else None


def officer_steps(standing: Headline) -> list[tuple[str, ...]]:
    """What the officer does about a stay that is past its end or a question; empty for a stay that is plain."""
    if standing.state is State.OVER:
        return [
            (_("Petugas"), _("periksa paspor dan bukti permohonan, catat, laporkan ke kantor")),
            (_("Pemegang izin"), _("datang ke kantor imigrasi; biaya beban atau tindakan lain diputuskan pejabat")),
        ]
    if standing.state is State.ASK:
        return [(_("Petugas"), str(ASKED.get(standing.reason, ASKED_OTHERWISE)))]
    return []


def holder_steps(standing: Headline, record: StayRecord, today: date, rows: LawRows) -> list[tuple[str, ...]]:
    """File, report or leave, by when: the holder's own next step under the permit that decides."""
    deciding = next((row.facts for row in record.permits if row.facts.id == standing.permit_id), None)
    if deciding is None:
        return []
    if standing.filed_on:
        return [(_("Perpanjangan"), _("sudah diajukan, menunggu keputusan"), _("diajukan {day}").format(day=day(standing.filed_on)))]
    others = [row.facts for row in record.permits]
    year, law = today.year, rows.filing_windows
    step = next_step(deciding, today, windows=law, reports=rows.reports, holidays=closed_days_around(year), earlier=others)
    return step_pairs(step, today)


ASKED_OTHERWISE = gettext_lazy("bandingkan dengan dokumennya, lalu hubungi meja; jangan simpulkan dari layar ini")
UNDER_WAY = gettext_lazy("minta tanda terima permohonan; selama diproses belum tentu lewat izin")
ASKED: dict[Reason, "Promise"] = {
    Reason.EXTENSION_PENDING: UNDER_WAY,
    Reason.CONVERSION_PENDING: UNDER_WAY,
    Reason.BRIDGING_PENDING: UNDER_WAY,
    Reason.FILED_LATE: UNDER_WAY,
    Reason.FIRST_PERMIT_PENDING: UNDER_WAY,
    Reason.PERMITS_DISAGREE: gettext_lazy("bandingkan kedua izin dengan dokumennya, lalu hubungi meja"),
    Reason.CANCELLED: gettext_lazy("tanyakan surat pembatalannya, lalu hubungi meja"),
    Reason.DEPARTED: gettext_lazy("periksa cap keluar dan masuk di paspor, lalu hubungi meja"),
    Reason.REFUGEE: gettext_lazy("tanyakan kartu UNHCR, lalu hubungi meja"),
    Reason.NOTHING_RECORDED: gettext_lazy("minta dokumen perjalanan dan izinnya, lalu hubungi meja"),
    Reason.MIRROR_TOO_OLD: gettext_lazy("periksa dokumennya dan hubungi meja: keadaan izin mungkin sudah berubah"),
}


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
        left = _("belum dibuka") if not_yet else _time_left(step.file_until, today)
        return [(_("Ajukan perpanjangan"), begins, left)]
    if step.kind is NextStepKind.TOO_LATE and step.file_until:
        return [
            (_("Perpanjangan"), _("batas mengajukan sudah lewat"), _("hari terakhir mengajukan {day}").format(day=day(step.file_until)))
        ]
    return [(_("Perpanjangan"), _("tidak ada lagi untuk izin ini"))]


def _time_left(until: date, today: date) -> str:
    if until == today:
        return _("hari ini hari terakhir untuk mengajukan")
    return _("{days} lagi untuk mengajukan").format(days=days((until - today).days))


def _bridging(step: NextStep) -> list[tuple[str, ...]]:
    return (
        [(_("Izin peralihan"), _("diminta dan dibayar sampai {day}").format(day=day(step.bridging_until)))] if step.bridging_until else []
    )


def _leaving(step: NextStep, today: date) -> list[tuple[str, ...]]:
    if step.kind is NextStepKind.FILE_EXTENSION or step.leave_by is None or step.leave_by < today:
        return []
    return [(_("Keluar paling lambat"), day(step.leave_by))]
