"""The roles of an office, and who holds them on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType
from uuid import UUID

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sisada.inside.accounts.models import RoleHeld

OfficerId = NewType("OfficerId", UUID)


class Role(StrEnum):
    PETUGAS = "petugas"  # officer in the field
    ATASAN = "atasan"  # superior: sees what a petugas sees, approves
    MEJA = "meja"  # desk
    KEPALA = "kepala"  # head of the office
    PENGAWAS = "pengawas"  # privacy supervisor: looks at lookers
    ADMIN = "admin"  # accounts and machines; sees no foreign national


WORDS: dict[Role, "Promise"] = {
    Role.PETUGAS: _("Petugas"),
    Role.ATASAN: _("Atasan"),
    Role.MEJA: _("Meja"),
    Role.KEPALA: _("Kepala kantor"),
    Role.PENGAWAS: _("Pengawas privasi"),
    Role.ADMIN: _("Admin"),
}
# Who may open a person at all. Which person, and when, is the ground's to say.
SEES_PERSONS = (Role.PETUGAS, Role.ATASAN, Role.MEJA, Role.KEPALA)


@dataclass(frozen=True)
class Officer:
    """Whoever is signed in on the office face, with the roles held today."""

    id: OfficerId
    name: str
    roles: frozenset[Role]

    def may(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)


def roles_of(user_id: UUID, *, on: date) -> frozenset[Role]:
    """The roles this user holds on a day; both ends of a holding count."""
    held = RoleHeld.objects.filter(Q(valid_until=None) | Q(valid_until__gte=on), user_id=user_id, valid_from__lte=on)
    return frozenset(Role(role) for role in held.values_list("role", flat=True))
