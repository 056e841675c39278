"""On which ground an officer may look. Grounds are published as rows by their owners; here they are read and one is chosen."""

from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from sisada.foundation.problems import Problem
from sisada.inside.accounts.roles import OfficerId
from sisada.inside.audit.models import Ground, GroundEnd

CHOSEN = "ground"  # the session's key: a reason is given once, and holds for the task


@dataclass(frozen=True)
class GroundInForce:
    id: UUID
    kind: str
    reference: str
    place: str
    purposes: tuple[str, ...]
    area_codes: tuple[str, ...]
    names_persons: bool  # only named people may be opened under it
    valid_until: datetime


class NoGround(Problem):
    code = "look.no-ground"
    status = 403

    def __init__(self) -> None:
        super().__init__(
            _("Pilih dulu dasar Anda melihat data orang, misalnya surat perintah yang sedang Anda jalankan."),
            next_url="/dasar/",
            next_words=_("Pilih dasar"),
        )


def in_force(officer: OfficerId, at: datetime) -> list[GroundInForce]:
    """The grounds that name this officer and hold at this instant, the one that ends first on top."""
    ended = GroundEnd.objects.filter(ground=OuterRef("id"), ended_at__lte=at)
    in_time = Ground.objects.filter(officers__contains=[officer], valid_from__lte=at, valid_until__gt=at)
    rows = in_time.exclude(Exists(ended)).order_by("valid_until", "reference")
    return [
        GroundInForce(
            row["id"],
            row["kind"],
            row["reference"],
            row["place"],
            tuple(row["purposes"]),
            tuple(row["area_codes"]),
            row["names_persons"],
            row["valid_until"],
        )
        for row in rows.values("id", "kind", "reference", "place", "purposes", "area_codes", "names_persons", "valid_until")
    ]


def choose(session: MutableMapping[str, Any], ground: UUID, *, officer: OfficerId, at: datetime) -> GroundInForce:
    """Remember in the session on which ground this officer works now.

    Raises: NoGround unless it is in force and names the officer.
    """
    found = next((one for one in in_force(officer, at) if one.id == ground), None)
    if found is None:
        raise NoGround
    session[CHOSEN] = str(found.id)
    return found


def chosen(session: MutableMapping[str, Any], *, officer: OfficerId, at: datetime) -> GroundInForce | None:
    """The ground one works under. None: none was chosen, or it is over; then the page asks."""
    kept = session.get(CHOSEN)
    return next((one for one in in_force(officer, at) if str(one.id) == kept), None) if kept else None


def require_chosen(session: MutableMapping[str, Any], *, officer: OfficerId, at: datetime) -> GroundInForce:
    """Raises: NoGround."""
    found = chosen(session, officer=officer, at=at)
    if found is None:
        raise NoGround
    return found
