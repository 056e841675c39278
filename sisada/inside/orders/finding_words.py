"""A direct finding in words: what it is now, what is to be done, and how long there is."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from sisada.foundation import words
from sisada.inside.orders.findings import FindingRow, State
from sisada.inside.orders.order_words import in_capacity, moment, number_on_one_line, second_of_the_day
from sisada.inside.waiting.notices import Asked

STATES: dict[State, Promise] = {
    State.WAITING: gettext_lazy("menunggu jawaban"),
    State.LAPSED: gettext_lazy("gugur tanpa jawaban"),
    State.REFUSED: gettext_lazy("tidak disetujui"),
    State.ORDER_DUE: gettext_lazy("Disetujui · surat perintah menyusul sebelum {when}"),
    State.ORDER_LATE: gettext_lazy("surat perintah terlambat"),
    State.ORDERED: gettext_lazy("bersurat perintah"),
    State.ORDERED_LATE: gettext_lazy("bersurat perintah, terlambat"),
}
# A colour tells time and nothing else.
MARKS = {
    State.WAITING: "perlu-diperiksa",
    State.ORDER_DUE: "boleh-tinggal",
    State.ORDER_LATE: "lewat-izin",
    State.ORDERED: "boleh-tinggal",
    State.ORDERED_LATE: "lewat-izin",
}
LETTERS: dict[str, Promise] = {
    "a": gettext_lazy("huruf a: tercantum dalam daftar pencegahan atau penangkalan"),
    "b": gettext_lazy("huruf b: tercantum dalam daftar pencarian orang"),
    "c": gettext_lazy("huruf c: patut diduga sedang berbuat melawan hukum"),
}


@dataclass(frozen=True)
class FindingWords:
    """What the list and the page of one finding show."""

    id: UUID
    state: State
    word: str
    mark: str  # empty: no colour
    clock: str  # how long there is, or how late it is; empty: no clock runs
    letter: str
    sentence: str
    place: str
    finder: str
    reported: str
    answered: str  # empty: nobody answered
    order: UUID | None
    order_title: str


def finding_words(row: FindingRow, *, names: dict[UUID, str], at: datetime) -> FindingWords:
    """The finding as its reader should see it at an instant; `names` of finder and answerer."""
    state = row.state(at)
    return FindingWords(
        id=row.id,
        state=state,
        word=_word(row, state),
        mark=MARKS.get(state, ""),
        clock=_clock(row, state, at),
        letter=str(LETTERS[row.letter]),
        sentence=row.sentence,
        place=row.place,
        finder=names.get(row.officer, "—"),
        reported=moment(row.reported_at),
        answered=_answered(row, names),
        order=row.order,
        order_title=number_on_one_line(row.order_number) or _("konsep menunggu persetujuan"),
    )


def _word(row: FindingRow, state: State) -> str:
    return str(STATES[state]).format(when=moment(row.order_due_at) if row.order_due_at else "")


def _clock(row: FindingRow, state: State, at: datetime) -> str:
    language = words.known(get_language() or "id")
    if state is State.WAITING:
        return _("sejak {clock}").format(clock=second_of_the_day(row.reported_at))  # an instant stays true on a page that nobody renews
    if state is State.ORDER_DUE and row.order_due_at:
        return _("{span} lagi").format(span=words.span((row.order_due_at - at).total_seconds(), language=language))
    if state is State.ORDER_LATE and row.order_due_at:
        late = words.span((at - row.order_due_at).total_seconds(), language=language)
        return _("lewat {span}, seharusnya sebelum {when}").format(span=late, when=moment(row.order_due_at))
    return ""


def asked_now(asked: list[Asked], *, names: dict[UUID, str], at: datetime) -> list[str]:
    """Ratna Dewi, sejak 09.31.20: each who is asked by now, in turn."""
    said = _("{name}, sejak {clock}")
    return [said.format(name=names.get(one.user, "—"), clock=second_of_the_day(one.since)) for one in asked if one.since <= at]


def seconds_to_next(asked: list[Asked], row: FindingRow, *, at: datetime) -> int | None:
    """Until the next is asked, or until nobody may answer any more. None: neither will come."""
    coming = [moment for moment in (*(one.since for one in asked), row.answer_until) if moment > at]
    return int((min(coming) - at).total_seconds()) + 1 if coming and row.state(at) is State.WAITING else None


def _answered(row: FindingRow, names: dict[UUID, str]) -> str:
    if row.answered_by is None or row.answered_at is None:
        return ""
    return f"{in_capacity(names.get(row.answered_by, '—'), row.capacity)}, {moment(row.answered_at)}"
