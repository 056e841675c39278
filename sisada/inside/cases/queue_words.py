"""The rows, filters and addresses of the queue, in words."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sisada.foundation.clock import now, office_today
from sisada.inside.accounts.colleagues import people_with
from sisada.inside.accounts.roles import Role
from sisada.inside.cases import case_words
from sisada.inside.cases.promise_words import promise
from sisada.inside.cases.queue import Counts, Filter, QueueRow

NAMES: dict[Filter, Promise] = {
    Filter.UNREAD: gettext_lazy("Belum ditelaah"),
    Filter.MINE: gettext_lazy("Saya pegang"),
    Filter.WAITING: gettext_lazy("Menunggu pelapor"),
    Filter.SECOND: gettext_lazy("Menunggu mata kedua"),
    Filter.READY: gettext_lazy("Siap dikerjakan"),
    Filter.CLOSED: gettext_lazy("Selesai"),
}
EMPTY: dict[Filter, Promise] = {
    Filter.UNREAD: gettext_lazy("Semua laporan sudah dipegang."),
    Filter.MINE: gettext_lazy("Anda tidak memegang laporan."),
    Filter.WAITING: gettext_lazy("Tidak ada yang menunggu pelapor."),
    Filter.SECOND: gettext_lazy("Tidak ada yang menunggu mata kedua."),
    Filter.READY: gettext_lazy("Tidak ada yang siap dikerjakan."),
    Filter.CLOSED: gettext_lazy("Belum ada yang selesai."),
}
IN_ADDRESS = {
    Filter.UNREAD: "belum",
    Filter.MINE: "saya",
    Filter.WAITING: "pelapor",
    Filter.SECOND: "mata-kedua",
    Filter.READY: "siap",
    Filter.CLOSED: "selesai",
}


def filter_named(slug: str) -> Filter:
    """What the address says; the unread ones for anything else."""
    return next((one for one, name in IN_ADDRESS.items() if name == slug), Filter.UNREAD)


def address(filtered: Filter, *, after: UUID | None = None, selected: UUID | None = None) -> str:
    asked = {"saringan": IN_ADDRESS[filtered], "setelah": after, "pilih": selected}
    return f"{reverse('cases_queue')}?{urlencode({name: value for name, value in asked.items() if value})}"


def chips(counts: Counts, filtered: Filter) -> list[dict[str, Any]]:
    """Closed ones are not counted: nobody has to do anything about them."""
    return [{"label": NAMES[one], "count": getattr(counts, one.value, None), "href": address(one), "on": one is filtered} for one in Filter]


def names() -> dict[UUID, str]:
    """Of everybody who may hold a case today."""
    return {one.id: case_words.short_name(one.name) for one in people_with(Role.MEJA, Role.ATASAN, Role.KEPALA, on=office_today())}


def row(one: QueueRow, *, named: dict[UUID, str], officer: UUID, filtered: Filter, selected: UUID | None) -> dict[str, Any]:
    """Facts of the case alone: no word of the reporter's, no name, no nationality."""
    return {
        "id": str(one.id),
        "version": one.version,
        "url": f"{reverse('cases_one', args=[one.id])}?{urlencode({'saringan': IN_ADDRESS[filtered]})}",
        "claim_url": reverse("cases_claim", args=[one.id]) if _may_take(one) else None,
        "number": one.number,
        "what": case_words.what(one.kind, one.category),
        "where": case_words.where(one.kelurahan),
        "photos": case_words.photos(one.photo_count),
        "danger": one.danger,
        "promise": promise(one, now()),
        "holder": _("Anda") if one.holder == officer else named.get(one.holder, "") if one.holder else "",
        "remarks": remarks(one),
        "selected": one.id == selected,
        "markable": one.holder == officer and one.state in ("reviewing", "waiting_reporter"),
    }


def _may_take(one: QueueRow) -> bool:
    return one.holder is None and not one.for_others and one.state != "closed"


def remarks(one: QueueRow) -> list[str]:
    """What the next reader should know before opening it."""
    said: list[tuple[datetime | bool | None, str]] = [
        (one.reopened_at, _("Belum selesai kata pelapor")),
        (one.reporter_pattern, _("Banyak laporan tentang orang yang sama")),
        (one.for_others, _("Untuk rekan lain")),
    ]
    return [words for so, words in said if so]
