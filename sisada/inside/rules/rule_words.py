"""The words of a rule on its pages: name, value, span, who set it, what each row is today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sisada.foundation import words
from sisada.inside.rules.declared import Capability, Subject
from sisada.inside.rules.history import History, HistoryRow, RowState
from sisada.inside.rules.readings import language

STATES: dict[RowState, Promise] = {
    RowState.IN_FORCE: gettext_lazy("berlaku sekarang"),
    RowState.COMING: gettext_lazy("akan berlaku"),
    RowState.WAITING: gettext_lazy("menunggu orang kedua"),
    RowState.LAPSED: gettext_lazy("tidak ditegaskan sebelum mulai"),
    RowState.WITHDRAWN: gettext_lazy("ditarik kembali"),
    RowState.PAST: gettext_lazy("sudah diganti"),
    RowState.REPLACED: gettext_lazy("diganti sebelum mulai"),
}
COLUMNS = (gettext_lazy("Aturan"), gettext_lazy("Sekarang"), gettext_lazy("Sumber"), gettext_lazy("Berikutnya"))


def day(value: date) -> str:
    return words.short_date(value, language=language())


def name(subject: Subject) -> str:
    return ": ".join(filter(None, [str(subject.rule.words), str(subject.about_words)]))


def chips(capabilities: Iterable[Capability], *, asked: str | None) -> list[dict[str, object]]:
    """All, then each capability with how many numbers it has, for the part `filter_chips`."""
    url = reverse("rules")
    every: dict[str, object] = {"label": _("Semua"), "href": url, "count": None, "on": asked is None}
    return [every] + [
        {"label": one.heading, "href": f"{url}?tentang={one.name}", "count": len(one.subjects()), "on": asked == one.name}
        for one in capabilities
    ]


def columns() -> list[dict[str, object]]:
    return [{"label": label} for label in COLUMNS]


def table(capability: Capability, histories: dict[tuple[str, str], History], *, today: date) -> list[list[dict[str, object]]]:
    """One line for each subject, for the part `table`."""
    return [_line(one, histories.get((one.rule.name, one.about), History((), today))) for one in capability.subjects()]


def _line(subject: Subject, history: History) -> list[dict[str, object]]:
    present = history.present
    cells: list[dict[str, object]] = [
        {"text": subject.rule.words, "second": subject.about_words, "href": reverse("rules_one", args=[subject.key])},
        _cell(subject.rule.reading.worded(present.value), since(present)) if present else _cell(_("belum ada"), ""),
        _cell(present.source, set_by(present)) if present else _cell("—", ""),
        _coming(subject, history),
    ]
    return [cell | {"label": label} for cell, label in zip(cells, COLUMNS, strict=True)]


def _cell(text: str, second: str) -> dict[str, object]:
    return {"text": text, "second": second}


def _coming(subject: Subject, history: History) -> dict[str, object]:
    coming = history.next()
    if not coming:
        return _cell("—", "")
    first = coming[0]
    waiting = STATES[RowState.WAITING] if history.state(first) is RowState.WAITING else ""
    more = _("dan {n} lagi").format(n=len(coming) - 1) if len(coming) > 1 else ""
    return _cell(subject.rule.reading.worded(first.value), ", ".join(filter(None, [since(first), str(waiting), more])))


def since(row: HistoryRow) -> str:
    return _("dari {day}").format(day=day(row.valid_from)).replace(" ", words.NBSP)


def span(row: HistoryRow) -> str:
    if row.valid_until is None:
        return since(row)
    return _("dari {first} sampai {last}").format(first=day(row.valid_from), last=day(row.valid_until))


def set_by(row: HistoryRow) -> str:
    return row.set_by_name or (_("bawaan sistem") if row.set_by is None else _("akun yang tidak ada lagi"))


def people(row: HistoryRow) -> str:
    """Who set it, who confirmed it, who took it back, each with the day."""
    told = [_("Ditetapkan {name}").format(name=set_by(row)) if row.set_by else _("Bawaan sistem")]
    if row.confirmed_at:
        told.append(_("ditegaskan {name}").format(name=row.confirmed_by_name or ""))
    if row.withdrawn_at:
        told.append(_("ditarik {name}").format(name=row.withdrawn_by_name or ""))
    return ", ".join(told) + "."


@dataclass(frozen=True)
class Item:
    """One row in the list of coming and past rows."""

    id: Any
    value: str
    state: str  # the word
    mark: str  # the shape of the one in force; empty: a hollow ring
    span: str
    source: str
    people: str
    waiting: bool
    refusal: "str | Promise"  # why this reader may not confirm it; empty: may, or nothing waits
    may_be_withdrawn: bool


def item(subject: Subject, history: History, row: HistoryRow, *, refusal: "str | Promise" = "") -> Item:
    state = history.state(row)
    return Item(
        id=row.id,
        value=subject.rule.reading.worded(row.value),
        state=str(STATES[state]),
        mark="boleh-tinggal" if state is RowState.IN_FORCE else "",
        span=span(row),
        source=row.source,
        people=people(row),
        waiting=state is RowState.WAITING,
        refusal=refusal,
        may_be_withdrawn=row.set_by is not None and row.valid_from > history.today and row.withdrawn_at is None,
    )
