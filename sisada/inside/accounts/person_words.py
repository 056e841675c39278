"""How a person's account reads in lists: which page of them was asked for, and a row's words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from sisada.foundation import words
from sisada.foundation.clock import office_date
from sisada.inside.accounts import people
from sisada.inside.accounts.history import role_words
from sisada.inside.accounts.people import FIRST, Holding, Key, Person, State
from sisada.inside.accounts.roles import NEED_SECOND

NAME, ROLES, STATE, DEVICES, LAST = (
    gettext_lazy("Nama"),
    gettext_lazy("Peran"),
    gettext_lazy("Keadaan"),
    gettext_lazy("Perangkat"),
    gettext_lazy("Terakhir masuk"),
)
COLUMNS = [{"label": label, "number": label is DEVICES} for label in (NAME, ROLES, STATE, DEVICES, LAST)]
STATES: dict[State, tuple[Promise, str]] = {
    State.ACTIVE: (gettext_lazy("Aktif"), "boleh-tinggal"),
    State.INVITED: (gettext_lazy("Menunggu undangan dipakai"), "segera-habis"),
    State.NEVER_IN: (gettext_lazy("Tanpa faktor kedua; perlu undangan"), "perlu-diperiksa"),
    State.SUSPENDED: (gettext_lazy("Ditangguhkan"), "lewat-izin"),
}


@dataclass(frozen=True)
class Page:
    people: list[Person]
    previous: str | None  # the address of the page before. None: this is the first
    next: str | None


def page_asked(asked: Mapping[str, str], *, size: int) -> Page:
    """The page behind (`sesudah`) or before (`sebelum`) a person; the first where neither names one."""
    back = key_of(asked.get("sebelum", ""))
    forth = key_of(asked.get("sesudah", ""))
    if back:
        found = people.before(back, limit=size + 1)
        return _page(found[-size:], earlier=len(found) > size, later=True)
    found = people.after(forth or FIRST, limit=size + 1)
    return _page(found[:size], earlier=forth is not None, later=len(found) > size)


def key_of(user_id: str) -> Key | None:
    """The place of this person in the list, so that no name stands in an address. None: no such person."""
    try:
        person = people.one(UUID(user_id))
    except ValueError:
        return None
    return (person.name, person.id) if person else None


def _page(found: list[Person], *, earlier: bool, later: bool) -> Page:
    address = reverse("people")
    return Page(
        found,
        f"{address}?{urlencode({'sebelum': found[0].id})}" if earlier and found else None,
        f"{address}?{urlencode({'sesudah': found[-1].id})}" if later and found else None,
    )


def state(person: Person) -> dict[str, Any]:
    said, mark = STATES[person.state]
    return {"text": said, "state": mark}


def row(person: Person, held: list[Holding], *, today: date) -> list[dict[str, Any]]:
    """The cells of the table part."""
    roles = [role_words(one.role, one.capacity) for one in held if one.holds_on(today)]
    day = words.short_date(office_date(person.last_sign_in), language=get_language() or "id") if person.last_sign_in else _("belum pernah")
    return [
        {"label": NAME, "text": person.name, "second": person.email, "href": reverse("people_account", args=[person.id])},
        {"label": ROLES, "text": " · ".join(roles) or _("tanpa peran hari ini")},
        {"label": STATE, **state(person)},
        {"label": DEVICES, "text": str(person.devices), "number": True},
        {"label": LAST, "text": day},
    ]


def holding(held: Holding, *, today: date) -> dict[str, Any]:
    return {
        "id": held.id,
        "words": role_words(held.role, held.capacity),
        "valid_from": held.valid_from,
        "last_day": held.last_day,
        "now": held.holds_on(today),
        "to_come": today < held.valid_from,
        "may_end": held.last_day is None or held.last_day >= today,
        "needs_second": held.role in NEED_SECOND,
    }
