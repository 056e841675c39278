"""The headline of a stay in words. `registry.stay` decides which of four states and why; here each reason gets its sentence.

Never a verdict: "Lewat izin" is followed by what to ask, a fee is an estimate, and day 60 is an officer's decision.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from sisada.foundation import words
from sisada.inside.registry.headline import Headline, Reason, State

WORDS: dict[State, "Promise"] = {
    State.LAWFUL: gettext_lazy("Boleh tinggal"),
    State.ENDING: gettext_lazy("Segera habis"),
    State.OVER: gettext_lazy("Lewat izin"),
    State.ASK: gettext_lazy("Perlu diperiksa"),
}
PLAIN_REASONS: dict[Reason, "Promise"] = {
    Reason.DIPLOMATIC: gettext_lazy("izin diplomatik atau dinas, diberikan Kementerian Luar Negeri"),
    Reason.AFFIDAVIT: gettext_lazy("anak berkewarganegaraan ganda terbatas (affidavit)"),
    Reason.MIRROR_TOO_OLD: gettext_lazy("data lebih dari 24 jam atau salinan belum selesai"),
    Reason.DECEASED: gettext_lazy("tercatat meninggal"),
    Reason.NATURALISED: gettext_lazy("tercatat menjadi WNI"),
    Reason.REFUGEE: gettext_lazy("pengungsi: bukan tinggal lewat batas biasa"),
    Reason.DEPARTED: gettext_lazy("tercatat sudah keluar dari Indonesia"),
    Reason.PERMITS_DISAGREE: gettext_lazy("dua izin saling bertentangan"),
    Reason.CANCELLED: gettext_lazy("izin dibatalkan"),
    Reason.CONVERTED_WITHOUT_PERMIT: gettext_lazy("alih status tercatat, izin barunya belum"),
    Reason.ENDED_FOR_UNKNOWN_REASON: gettext_lazy("izin berakhir sebelum waktunya, sebabnya tidak tercatat"),
    Reason.GRANTED_WITHOUT_PERMIT: gettext_lazy("permohonan disetujui, izin barunya belum tercatat"),
    Reason.RETURNED_WITHOUT_PERMIT: gettext_lazy("masuk lagi, izin barunya belum tercatat"),
    Reason.EXEMPTION_PAST: gettext_lazy("surat pengecualian sudah lewat tanggalnya"),
    Reason.NOTHING_RECORDED: gettext_lazy("tidak ada izin tinggal yang tercatat"),
}
UNDER_WAY: dict[Reason, "Promise"] = {
    Reason.EXTENSION_PENDING: gettext_lazy("perpanjangan dalam proses, diajukan {filed}"),
    Reason.CONVERSION_PENDING: gettext_lazy("alih status dalam proses, diajukan {filed}"),
    Reason.BRIDGING_PENDING: gettext_lazy("izin peralihan dalam proses, diajukan {filed}"),
    Reason.FILED_LATE: gettext_lazy("dalam proses, diajukan {filed}, sesudah izin berakhir"),
    Reason.FIRST_PERMIT_PENDING: gettext_lazy("izin pertama dalam proses, diajukan {filed}"),
}
# The same in a row, where the reason must fit one line of a phone beside its word.
SHORT_REASONS: dict[Reason, "Promise"] = {
    Reason.DIPLOMATIC: gettext_lazy("diplomatik atau dinas"),
    Reason.AFFIDAVIT: gettext_lazy("affidavit"),
    Reason.MIRROR_TOO_OLD: gettext_lazy("data terlalu lama"),
    Reason.REFUGEE: gettext_lazy("pengungsi"),
    Reason.DEPARTED: gettext_lazy("tercatat keluar"),
    Reason.PERMITS_DISAGREE: gettext_lazy("dua izin berbeda"),
    Reason.CONVERTED_WITHOUT_PERMIT: gettext_lazy("izin baru belum ada"),
    Reason.ENDED_FOR_UNKNOWN_REASON: gettext_lazy("sebab belum jelas"),
    Reason.GRANTED_WITHOUT_PERMIT: gettext_lazy("izin baru belum ada"),
    Reason.RETURNED_WITHOUT_PERMIT: gettext_lazy("izin baru belum ada"),
    Reason.EXEMPTION_PAST: gettext_lazy("pengecualian lewat"),
    Reason.NOTHING_RECORDED: gettext_lazy("tanpa izin tercatat"),
    Reason.EXTENSION_PENDING: gettext_lazy("perpanjangan diurus"),
    Reason.CONVERSION_PENDING: gettext_lazy("alih status diurus"),
    Reason.BRIDGING_PENDING: gettext_lazy("peralihan diurus"),
    Reason.FILED_LATE: gettext_lazy("diajukan terlambat"),
    Reason.FIRST_PERMIT_PENDING: gettext_lazy("izin pertama diurus"),
}


@dataclass(frozen=True)
class Ruler:
    """The permit's length as a bar; shares are per cent of its whole width."""

    start: date
    end: date
    today: date
    share_passed: float
    share_over: float


@dataclass(frozen=True)
class HeadlineShown:
    state: str
    word: str
    line: str
    ruler: Ruler | None = None  # None: no permit with both ends decides


def shown(headline: Headline, *, today: date, valid_from: date | None = None) -> HeadlineShown:
    """The headline for a page. `valid_from` is the deciding permit's first day, for the ruler; None: no ruler."""
    ruler = ruler_of(valid_from, headline.valid_until, today) if valid_from and headline.valid_until else None
    return HeadlineShown(state=headline.state.value, word=str(WORDS[headline.state]), line=line(headline), ruler=ruler)


def ruler_of(start: date, end: date, today: date) -> Ruler | None:
    """None when the permit has not begun: there is nothing to measure yet."""
    if today < start or end < start:
        return None
    whole = (max(end, today) - start).days + 1
    passed = (min(end, today) - start).days + 1
    over = max(0, (today - end).days)
    return Ruler(start, end, today, share_passed=100 * passed / whole, share_over=100 * over / whole)


def pill(headline: Headline) -> dict[str, str]:
    """The same in a row: "Lewat izin · 4 hari"."""
    said = {State.LAWFUL: _lawful_short, State.ENDING: _days_left, State.OVER: _days_over}.get(headline.state, line)
    short = SHORT_REASONS.get(headline.reason) if headline.state in (State.LAWFUL, State.ASK) else None
    return {"state": headline.state.value, "text": f"{WORDS[headline.state]} · {short or said(headline)}"}


def line(headline: Headline) -> str:
    """The line below the word: days, dates, or the reason to ask; never empty."""
    if headline.reason in PLAIN_REASONS:
        return str(PLAIN_REASONS[headline.reason])
    if headline.reason in UNDER_WAY:
        return str(UNDER_WAY[headline.reason]).format(filed=day(headline.filed_on))
    if headline.state is State.ASK:
        return _("izin yang tercatat belum mulai berlaku")
    return {State.LAWFUL: _lawful, State.ENDING: _ending, State.OVER: _over}[headline.state](headline)


def _lawful(headline: Headline) -> str:
    if headline.valid_until is None:
        report = _("lapor sebelum {day}").format(day=day(headline.report_due_on)) if headline.report_due_on else ""
        late = _("laporan 5 tahunan terlambat sejak {day}").format(day=day(headline.report_due_on))
        return " · ".join(filter(None, [_("tanpa batas akhir"), late if headline.reason is Reason.REPORT_OVERDUE else report]))
    return " · ".join([days(headline.days or 0), _("sampai {day}").format(day=day(headline.valid_until))])


def _lawful_short(headline: Headline) -> str:
    return _("tanpa batas akhir") if headline.valid_until is None else _days_left(headline)


def _ending(headline: Headline) -> str:
    if headline.reason is Reason.LAST_DAY:
        return " · ".join([_("hari terakhir"), day(headline.valid_until)])
    return " · ".join([_days_left(headline), day(headline.valid_until)])


def _days_left(headline: Headline) -> str:
    if headline.days == 0:
        return _("hari terakhir")
    return _("{days} lagi").format(days=days(headline.days or 0))


def _over(headline: Headline) -> str:
    return " · ".join([_days_over(headline), _("habis {day}").format(day=day(headline.valid_until))])


def _days_over(headline: Headline) -> str:
    return days(headline.days or 0)


def days(count: int) -> str:
    return words.days(abs(count), language=words.known(get_language() or "id"))


def day(value: date | None) -> str:
    return words.short_date(value, language=words.known(get_language() or "id")) if value else _("tanggal tidak tercatat")
