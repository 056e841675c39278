"""The roles of an office, and who holds them on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType
from uuid import UUID

from django.db import connection
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

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


class Capacity(StrEnum):
    DEFINITIF = "definitif"
    PLH = "plh"  # pelaksana harian: the holder is away for days
    PLT = "plt"  # pelaksana tugas: the post has no holder


CAPACITY_WORDS: dict[Capacity, "Promise"] = {Capacity.DEFINITIF: _("definitif"), Capacity.PLH: _("Plh"), Capacity.PLT: _("Plt")}
# Taken by two persons, as every role is given; the database decides (accounts_needs_second), this is for the words on a page.
NEED_SECOND = (Role.KEPALA, Role.ATASAN, Role.PENGAWAS, Role.ADMIN)
# Who may be that second person.
CONFIRM = (Role.KEPALA, Role.PENGAWAS, Role.ADMIN)
# Who may open a person at all. Which person, and when, is the ground's to say.
SEES_PERSONS = (Role.PETUGAS, Role.ATASAN, Role.MEJA, Role.KEPALA)


@dataclass(frozen=True)
class Holding:
    """A role as somebody holds it: for good, or standing in for its holder until a last day."""

    role: Role
    capacity: Capacity
    last_day: date | None  # None: no end is set


@dataclass(frozen=True)
class Officer:
    """Whoever is signed in on the office face, with the roles held today."""

    id: OfficerId
    name: str
    roles: frozenset[Role]
    holdings: tuple[Holding, ...] = ()  # how each of them is held

    def may(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)


def roles_of(user_id: UUID, *, on: date) -> frozenset[Role]:
    """The roles this user holds on a day; both ends of a holding count, and a role that was ended does not from its end on."""
    return frozenset(one.role for one in held_by(user_id, on=on))


def held_by(user_id: UUID, *, on: date) -> tuple[Holding, ...]:
    """The same with the capacity of each, in the order of the roles."""
    with connection.cursor() as cursor:
        cursor.execute(HELD_ON, [user_id, on])
        held = [Holding(Role(role), Capacity(capacity), last_day) for role, capacity, last_day in cursor.fetchall()]
    return tuple(sorted(held, key=lambda one: list(Role).index(one.role)))


HELD_ON = """
select role, capacity, last_day from accounts_holding
where user_id = %s and %s between valid_from and coalesce(last_day, 'infinity')
"""
