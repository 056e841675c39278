"""An order in words: what it is now, who drew it up and who answered, from when until when."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext as _, gettext_lazy

from sisada.foundation import words
from sisada.inside.orders.orders import OrderRow, State

STATES: dict[State, "Promise"] = {
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
    id: UUID
    title: str
    state: str
    mark: str  # empty: no colour
    purpose: str
    place: str
    window: str
    officers: str
    drawn: str
    answered: str  # empty: nobody answered yet
    why: str


def order_words(row: OrderRow, *, names: dict[UUID, str], at: datetime) -> OrderWords:
    state = row.state(at)
    return OrderWords(
        id=row.id,
        title=row.number or _("Konsep"),
        state=str(STATES[state]),
        mark=MARKS.get(state, ""),
        purpose=row.purpose,
        place=row.place,
        window=f"{moment(row.valid_from)} – {moment(row.valid_until)}",
        officers=", ".join(names.get(officer, "—") for officer in row.officers),
        drawn=_("{name}, {when}").format(name=names.get(row.drawn_by, "—"), when=moment(row.drawn_at)),
        answered=_answered(row, names),
        why=row.cancelled_why or row.refused_why or "",
    )


def _answered(row: OrderRow, names: dict[UUID, str]) -> str:
    if row.cancelled_by:
        return _("dibatalkan {name}").format(name=names.get(row.cancelled_by, "—"))
    if row.refused_by:
        return _("ditolak {name}").format(name=names.get(row.refused_by, "—"))
    if row.approver and row.approved_at:
        capacity = "" if row.capacity == "definitif" else f"{(row.capacity or '').capitalize()} "
        return _("disetujui {name}, {when}").format(name=f"{capacity}{names.get(row.approver, '—')}", when=moment(row.approved_at))
    return ""


def moment(at: datetime) -> str:
    language = words.known(get_language() or "id")
    here = localtime(at)
    return f"{words.short_date(here, language=language)}, {words.clock(here, language=language)}"
