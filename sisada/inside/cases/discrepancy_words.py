"""A discrepancy in words: its field, its state, its age, and the two sides. Nobody's name is here."""

import re
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from sisada.areas.names import area, name_of
from sisada.foundation import words
from sisada.foundation.clock import office_date, office_today
from sisada.inside.cases.discrepancies import Row, State
from sisada.inside.cases.reading import DiscrepancyRead
from sisada.inside.lookup.marks import FIELDS

TABS: dict[State, Promise] = {
    State.OPEN: gettext_lazy("Terbuka"),
    State.PROPOSED: gettext_lazy("Diusulkan"),
    State.CLOSED: gettext_lazy("Selesai"),
}
IN_ADDRESS = {State.OPEN: "terbuka", State.PROPOSED: "diusulkan", State.CLOSED: "selesai"}
STATES: dict[str, Promise] = {
    "open": gettext_lazy("Terbuka"),
    "proposed": gettext_lazy("Diusulkan ke Direktorat"),
    "closed": gettext_lazy("Selesai"),
    "withdrawn": gettext_lazy("Dicabut"),
}
WHEREABOUTS: dict[str, Promise] = {
    "here": gettext_lazy("masih di Indonesia"),
    "gone": gettext_lazy("sudah keluar dari Indonesia"),
}
EMPTY: dict[State, Promise] = {
    State.OPEN: gettext_lazy("Tidak ada ketidaksesuaian yang terbuka"),
    State.PROPOSED: gettext_lazy("Tidak ada usulan yang menunggu pusat"),
    State.CLOSED: gettext_lazy("Belum ada yang selesai"),
}
_KELURAHAN = re.compile(r"\s*\[(\d{2}(?:\.\d{2}){2}\.\d{4})\]$")


def state_named(word: str) -> State:
    return next((state for state, name in IN_ADDRESS.items() if name == word), State.OPEN)


def address(state: State, *, after: UUID | None = None) -> str:
    return f"{reverse('discrepancies')}?saringan={IN_ADDRESS[state]}" + (f"&setelah={after}" if after else "")


def chips(counted: dict[State, int], chosen: State) -> list[dict[str, Any]]:
    return [{"label": TABS[one], "count": counted.get(one), "href": address(one), "on": one is chosen} for one in State]


def field_name(field: str) -> str:
    name = str(FIELDS.get(field, FIELDS["other"]))
    return name[0].upper() + name[1:]


def day(at: datetime) -> str:
    return words.short_date(localtime(at).date(), language=words.known(get_language() or "id"))


def where(kelurahan: str | None) -> str:
    """Rawajati, Pancoran."""
    found = area(kelurahan or "")
    return f"{found.name}, {name_of(found.parent)}" if found else name_of(kelurahan) or _("kelurahan tidak disebut")


def row(one: Row, *, named: dict[UUID, str]) -> dict[str, Any]:
    """One line of the list, and the facts on top of one that is open."""
    return {
        "id": str(one.id),
        "number": one.number,
        "field": field_name(one.field),
        "where": where(one.kelurahan),
        "since": _("sejak {day}").format(day=day(one.received_at)),
        "age": age(one),
        "state": one.state,
        "state_words": state_words(one),
        "from_list": one.channel != "officer",
        "holder": named.get(one.holder, _("rekan Anda")) if one.holder else "",
        "version": one.version,
        "over": one.state in ("closed", "withdrawn"),
    }


def age(one: Row) -> str:
    """How long it has been open, or was."""
    until = office_date(one.closed_at) if one.closed_at else office_today()
    days = (until - office_date(one.received_at)).days
    return words.days(days, language=words.known(get_language() or "id")) if days else _("kurang dari sehari")


def state_words(one: Row) -> str:
    at = one.closed_at or (one.proposed_at if one.state == "proposed" else None)
    return f"{STATES[one.state]} {day(at)}" if at else str(STATES[one.state])


def side(field: str, said: str | None) -> str:
    """What one side says, as it is read: a kelurahan by its name, a day in words."""
    if not said:
        return _("tidak tercatat")
    if field == "left":
        return str(WHEREABOUTS.get(said, said))
    if field == "birth_date" and re.fullmatch(r"\d{4}-\d{2}-\d{2}", said):
        return words.short_date(datetime.fromisoformat(said).date(), language=words.known(get_language() or "id"))
    placed = _KELURAHAN.search(said)
    if placed is None:
        return said
    return ", ".join(filter(None, [said[: placed.start()].strip(), where(placed[1])]))


def reported(field: str, what: str | None) -> list[str]:
    """What one officer wrote: what he found, then how he knows it."""
    found, *how = (what or "").split("\n")
    return [side(field, found), *how] if found else []


def sides(read: DiscrepancyRead) -> dict[str, str]:
    return {
        "field": field_name(read.field),
        "recorded": side(read.field, read.recorded),
        "found": side(read.field, read.reported) if read.reported else _("sudah dihapus menurut batas simpan"),
    }
