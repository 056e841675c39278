"""What a new row of law would change, in figures that name nobody: permits of this office that change state, or a worked example."""

from datetime import date, timedelta

from django.db import connection
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sisada.foundation import words
from sisada.foundation.clock import office_today
from sisada.foundation.office import office
from sisada.inside.holidays.closed_days import closed_days_around
from sisada.inside.registry import law
from sisada.inside.registry.filing_windows import closes_on, opens_on
from sisada.inside.registry.law import FilingWindow, in_force
from sisada.inside.registry.stay_permits import PermitKind
from sisada.inside.rules.declared import Draft

EXAMPLE_DAYS_OVER = 10
# Past its end, a permit of these kinds means days over (registry/stay.py).
COUNTED_KINDS = (PermitKind.BVK, PermitKind.VOA, PermitKind.ITK, PermitKind.ITAS, PermitKind.ITAP, PermitKind.BRIDGING)


def permits_ending_between(first: date, last: date, *, kinds: tuple[PermitKind, ...]) -> int:
    """Permits of this office that are their holder's last and end between two days, both counting."""
    with connection.cursor() as cursor:
        cursor.execute("select registry_permits_ending_between(%s, %s, %s, %s)", [office().code, list(kinds), first, last])
        return int(cursor.fetchone()[0])


def ending_soon(draft: Draft) -> list[str]:
    kind, first = PermitKind(draft.about), draft.valid_from
    before = next((row.days for row in in_force(law.rows().ending_soon, first) if row.kind is kind), -1)
    now, then = (permits_ending_between(first, first + timedelta(days=days), kinds=(kind,)) for days in (before, draft.value))
    sentence = _(
        "Pada {day}, izin {kind} kantor ini yang tampil sebagai Segera habis: {now} menurut aturan sekarang, {then} menurut yang baru."
    )
    return [sentence.format(day=_day(first), kind=kind, now=_number(now), then=_number(then))]


def fee_limit(draft: Draft) -> list[str]:
    today = office_today()
    limits = [row.days for row in in_force(law.rows().fee_limits, draft.valid_from)]
    sentence = _("Izin kantor ini yang kini lewat kurang dari {limit} hari, sehingga biaya beban dapat dihitung: {number}.")
    return [sentence.format(limit=days, number=_number(_over_by_less_than(days, today))) for days in dict.fromkeys([*limits, draft.value])]


def fee_per_day(draft: Draft) -> list[str]:
    before = [row.rupiah_per_day for row in in_force(law.rows().tariffs, draft.valid_from)]
    limit = next((row.days for row in in_force(law.rows().fee_limits, draft.valid_from)), 0)
    example = _("Contoh: {days} hari lewat sejak {day}: {now} menurut tarif sekarang, {then} menurut yang baru.")
    over = _("Izin kantor ini yang kini lewat kurang dari {limit} hari: {number}. Hari sebelum {day} tetap dihitung dengan tarif lama.")
    now = _rupiah(before[0] * EXAMPLE_DAYS_OVER) if before else _("tarif belum tercatat")
    then = _rupiah(draft.value * EXAMPLE_DAYS_OVER)
    return [
        example.format(days=EXAMPLE_DAYS_OVER, day=_day(draft.valid_from), now=now, then=then),
        over.format(limit=limit, number=_number(_over_by_less_than(limit, office_today())), day=_day(draft.valid_from)),
    ]


def filing_window(draft: Draft) -> list[str]:
    new = law.filing_window(draft.about, draft.value, valid_from=draft.valid_from, valid_until=draft.valid_until, source=draft.source)
    old = next((row for row in in_force(law.rows().filing_windows, draft.valid_from) if row.about == new.about), None)
    last_day = draft.valid_from + timedelta(days=120)
    head = _("Contoh: izin {kind} yang berakhir {day}.").format(kind=new.kind, day=_day(last_day))
    then = _("Menurut yang baru: {span}.").format(span=_span(new, last_day))
    return [head, *([_("Menurut aturan sekarang: {span}.").format(span=_span(old, last_day))] if old else []), then]


def _span(window: FilingWindow, last_day: date) -> str:
    until = closes_on(window, last_day, holidays=closed_days_around(last_day.year))
    opens = opens_on(window, last_day)
    if opens is None:
        return _("dapat diajukan sampai {until}").format(until=_day(until))
    return _("dapat diajukan dari {opens} sampai {until}").format(opens=_day(opens), until=_day(until))


def _over_by_less_than(limit: int, today: date) -> int:
    return permits_ending_between(today - timedelta(days=limit - 1), today - timedelta(days=1), kinds=COUNTED_KINDS)


def _language() -> str:
    return words.known(get_language() or "id")


def _day(day: date) -> str:
    return words.short_date(day, language=_language())


def _number(number: int) -> str:
    return words.number(number, language=_language())


def _rupiah(amount: int) -> str:
    return words.rupiah(amount, language=_language())
