"""An order in words: what it is now, who drew it up and who answered, from when until when."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from sisada.foundation import words
from sisada.inside.accounts.roles import CAPACITY_WORDS, Capacity
from sisada.inside.orders.findings import FindingPlace
from sisada.inside.orders.orders import OrderPlace, OrderRow, State

STATES: dict[State, Promise] = {
    State.WAITING: gettext_lazy("menunggu persetujuan"),
    State.COMING: gettext_lazy("disetujui, belum mulai"),
    State.IN_FORCE: gettext_lazy("berlaku"),
    State.OVER: gettext_lazy("sudah berakhir"),
    State.REFUSED: gettext_lazy("ditolak"),
    State.CANCELLED: gettext_lazy("dibatalkan"),
    State.LAPSED: gettext_lazy("waktunya lewat tanpa persetujuan"),
}
# A colour tells time and nothing else: waiting is a question, in force is in time, the rest has none.
MARKS = {State.WAITING: "perlu-diperiksa", State.IN_FORCE: "boleh-tinggal", State.COMING: "boleh-tinggal"}


@dataclass(frozen=True)
class OrderWords:
    """What the list and the page of one order show."""

    id: UUID
    title: str
    state: str
    mark: str  # empty: no colour
    purpose: str
    place: str
    named: str
    finding: UUID | None  # the direct finding it follows; None: none
    window: str
    officers: str
    drawn: str
    answered: str  # empty: nobody answered yet
    why: str


def order_words(row: OrderRow, *, names: dict[UUID, str], at: datetime) -> OrderWords:
    """The order as its reader should see it at an instant; `names` of everybody whom it mentions."""
    state = row.state(at)
    return OrderWords(
        id=row.id,
        title=number_on_one_line(row.number) or _("Konsep"),
        state=str(STATES[state]),
        mark=MARKS.get(state, ""),
        purpose=row.purpose,
        place=row.place,
        named=_named(row.persons_named),
        finding=row.finding,
        window=f"{moment(row.valid_from)} – {moment(row.valid_until)}",
        officers=", ".join(names.get(officer, "—") for officer in row.officers),
        drawn=_("{name}, {when}").format(name=names.get(row.drawn_by, "—"), when=moment(row.drawn_at)),
        answered=_answered(row, names),
        why=row.cancelled_why or row.refused_why or "",
    )


def _named(number: int) -> str:
    if not number:
        return _("siapa pun yang ditemui di wilayah itu")
    return ngettext("{number} orang yang disebut, dan hanya dia", "{number} orang yang disebut, dan hanya mereka", number).format(
        number=number
    )


def _answered(row: OrderRow, names: dict[UUID, str]) -> str:
    if row.cancelled_by:
        return _("dibatalkan {name}").format(name=names.get(row.cancelled_by, "—"))
    if row.refused_by:
        return _("ditolak {name}").format(name=names.get(row.refused_by, "—"))
    if row.approver and row.approved_at:
        return _("disetujui {name}, {when}").format(
            name=in_capacity(names.get(row.approver, "—"), row.capacity), when=moment(row.approved_at)
        )
    return ""


def told_about_order(order: OrderPlace) -> str:
    """SP 0416/XI/2026, Rawajati; a draft by its place alone."""
    return ", ".join(filter(None, [number_on_one_line(order.number), order.place]))


def told_about_finding(finding: FindingPlace) -> str:
    """Rawajati, dekat stasiun · 09.31.20"""
    return f"{finding.place} · {second_of_the_day(finding.reported_at)}"


def second_of_the_day(at: datetime) -> str:
    """09.31.20 in the office's zone."""
    return words.clock_with_seconds(localtime(at), language=words.known(get_language() or "id"))


def number_on_one_line(number: str | None) -> str:
    """SP 0416/XI/2026, never broken; empty where there is none yet."""
    return (number or "").replace(" ", words.NBSP)


def in_capacity(name: str, capacity: str | None) -> str:
    """Ratna Dewi; Ratna Dewi (Plh) for somebody who stood in."""
    return name if capacity in (None, Capacity.DEFINITIF) else f"{name} ({CAPACITY_WORDS[Capacity(capacity)]})"


def moment(at: datetime) -> str:
    """24 Nov 2026, 14.03 in the office's zone and the reader's language."""
    language = words.known(get_language() or "id")
    here = localtime(at)
    return f"{words.short_date(here, language=language)},{words.NBSP}{words.clock(here, language=language)}"
