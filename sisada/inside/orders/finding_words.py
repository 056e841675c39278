"""A direct finding in words: what it is now, what is to be done, and how long there is."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from sisada.foundation import words
from sisada.inside.orders.findings import FindingRow, State
from sisada.inside.orders.order_words import in_capacity, moment, number_on_one_line

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
        return _("sudah {span}").format(span=words.span((at - row.reported_at).total_seconds(), language=language))
    if state is State.ORDER_DUE and row.order_due_at:
        return _("{span} lagi").format(span=words.span((row.order_due_at - at).total_seconds(), language=language))
    if state is State.ORDER_LATE and row.order_due_at:
        late = words.span((at - row.order_due_at).total_seconds(), language=language)
        return _("lewat {span}, seharusnya sebelum {when}").format(span=late, when=moment(row.order_due_at))
    return ""


def _answered(row: FindingRow, names: dict[UUID, str]) -> str:
    if row.answered_by is None or row.answered_at is None:
        return ""
    return f"{in_capacity(names.get(row.answered_by, '—'), row.capacity)}, {moment(row.answered_at)}"
