"""What every page of the office face shows around its content: rooms, officer, ground, age of the copy."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from sisada.faces.office import waiting
from sisada.foundation import words
from sisada.foundation.clock import now
from sisada.foundation.office import office
from sisada.inside.accounts.access import EVERY_ROLE
from sisada.inside.accounts.history import role_words
from sisada.inside.accounts.roles import SEES_PERSONS, Capacity, Holding, Officer, Role
from sisada.inside.audit import grounds
from sisada.inside.audit.grounds import GroundInForce
from sisada.inside.cases import discrepancies, queue
from sisada.inside.cases.queue_views import REVIEWS
from sisada.inside.orders.ground_words import label


@dataclass(frozen=True)
class Room:
    name: "str | Promise"
    url: str
    icon: str
    current: bool
    count: int | None = None  # None: this room counts nothing


ROOMS: tuple[tuple["str | Promise", str, str, tuple[Role, ...]], ...] = (
    (_("Laporan masuk"), "cases_queue", "inbox", REVIEWS),
    (_("Cari"), "search", "search", SEES_PERSONS),
    (_("Wilayah"), "areas", "map", SEES_PERSONS),
    (_("Ketidaksesuaian"), "discrepancies", "compare", REVIEWS),
    (_("Surat perintah"), "orders", "document", SEES_PERSONS),
    (_("Audit"), "audit", "audit", (Role.PENGAWAS,)),
    (_("Aturan"), "rules", "clock", (Role.ADMIN, Role.KEPALA)),
    (_("Akun"), "people", "account", (Role.ADMIN,)),
    (_("Saya"), "me", "person", EVERY_ROLE),
)

# Where pages of a room are not named after its first one: how their names begin.
ROOTS = {"cases_queue": "cases", "discrepancies": "discrepanc"}


def rooms_of(officer: Officer, *, current: str) -> list[Room]:
    """The rooms this officer may enter, in the order of the bar; the one being in is marked."""
    counts = _counts(officer) if officer.may(*REVIEWS) else {}
    return [
        Room(name, reverse(route), icon, current=current.startswith(ROOTS.get(route, route)), count=counts.get(route))
        for name, route, icon, roles in ROOMS
        if officer.may(*roles)
    ]


def _counts(officer: Officer) -> dict[str, int]:
    """What waits in the rooms of the desk."""
    open_ones = discrepancies.counts()[discrepancies.State.OPEN]
    return {"cases_queue": queue.counts(officer=officer.id).unread, "discrepancies": open_ones}


def frame(request: HttpRequest) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "office": office(),
        "office_name": office().short_name,
        "help_url": reverse("help"),
        "language_url": reverse("set_language"),
        "theme_url": reverse("theme"),
        "demo": settings.DEMO,
    }
    officer: Officer | None = getattr(request, "officer", None)
    if officer is None or not hasattr(request, "device"):
        return shown
    ground = grounds.chosen(request.session, officer=officer.id, at=now()) if works_under_grounds(officer) else None
    route = request.resolver_match.url_name if request.resolver_match else None
    return (
        shown
        | {
            "home_url": reverse("root"),
            "rooms": rooms_of(officer, current=route or ""),
            "officer": {"name": officer.name, "line": " · ".join(map(held_as, officer.holdings))},
            "sign_out_url": reverse("account_logout"),
            "ground": ground_strip(ground),
            "ground_kind": ground.kind if ground else None,
            "card_ways": card_ways(ground),
            "choose_ground_url": reverse("grounds") if works_under_grounds(officer) else None,
            "stream_url": reverse("page_stream"),  # a page about a person names its own
        }
        | waiting.strip_on(request, officer=officer.id, path=request.path)
    )


def held_as(held: Holding) -> str:
    """Atasan; Plh Kepala kantor sampai 28 Nov for somebody who stands in."""
    words_of_role = role_words(held.role, held.capacity)
    if held.capacity is Capacity.DEFINITIF or held.last_day is None:
        return words_of_role
    day = words.day_month(held.last_day, language=words.known(get_language() or "id"))
    return gettext("{role} sampai {day}").format(role=words_of_role, day=day)


def works_under_grounds(officer: Officer) -> bool:
    return officer.may(*SEES_PERSONS, Role.PENGAWAS)


def card_ways(ground: GroundInForce | None) -> list[dict[str, Any]]:
    """What a card offers under this ground beyond its own: what a capability above lookup does with the person whose card is open."""
    if ground is None or ground.kind != "case":
        return []
    number = ground.reference.partition("/")[0]
    return [{"route": "cases_link_person", "label": gettext("Kaitkan dengan laporan {number}").format(number=number), "icon": "link"}]


def ground_strip(ground: GroundInForce | None) -> dict[str, Any] | None:
    """The ground one works under, for the strip on top. None: the strip asks for one."""
    return {"id": ground.id, "reference": label(ground), "place": ground.place, "change_url": reverse("grounds")} if ground else None
