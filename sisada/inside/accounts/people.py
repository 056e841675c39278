"""Who works here, as an admin sees it: roles with their dates, state, devices, day of the last sign-in. Staff data alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.db import connection

from sisada.inside.accounts.roles import Capacity, Role


class State(StrEnum):
    ACTIVE = "active"
    INVITED = "invited"  # an invitation waits to be used; nobody came in by it yet
    NEVER_IN = "never-in"  # no second factor, and no invitation that is still good
    SUSPENDED = "suspended"


@dataclass(frozen=True)
class Person:
    id: UUID
    name: str
    email: str
    state: State
    last_sign_in: datetime | None  # None: never
    devices: int


@dataclass(frozen=True)
class Holding:
    """A role held, being held or to be held."""

    id: UUID
    user_id: UUID
    role: Role
    capacity: Capacity
    valid_from: date
    last_day: date | None  # None: until further notice

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.last_day is None or day <= self.last_day)


PERSON = """
select person.id, person.name, person.email, person.last_login as last_sign_in,
    (select count(*) from sign_in_device as device where device.user_id = person.id and device.revoked_at is null) as devices,
    case when not person.is_active then 'suspended'
        when exists (select from mfa_authenticator as factor
            where factor.user_id = person.id and factor.type <> 'recovery_codes') then 'active'
        when exists (select from accounts_invitation as made where made.user_id = person.id and made.valid_until > statement_timestamp()
            and not exists (select from accounts_invitation_use as used where used.invitation = made.id)) then 'invited'
        else 'never-in' end as state
from sign_in_user as person
"""
AFTER = "where (person.name, person.id) > (%s, %s) order by person.name, person.id limit %s"
BEFORE = "where (person.name, person.id) < (%s, %s) order by person.name desc, person.id desc limit %s"
ONE = "where person.id = %s"
HELD = """
select id, user_id, role, capacity, valid_from, last_day from accounts_holding
where user_id = any(%s) and (last_day is null or last_day >= valid_from) order by valid_from desc, role
"""
Key = tuple[str, UUID]
FIRST: Key = ("", UUID(int=0))


def after(key: Key, *, limit: int) -> list[Person]:
    """People by name, from behind `key` on."""
    return _persons(PERSON + AFTER, [*key, limit])


def before(key: Key, *, limit: int) -> list[Person]:
    """The people just before `key`, by name."""
    return _persons(PERSON + BEFORE, [*key, limit])[::-1]


def one(user_id: UUID) -> Person | None:
    """None: nobody has this id."""
    found = _persons(PERSON + ONE, [user_id])
    return found[0] if found else None


def _persons(statement: str, arguments: list[str | UUID | int]) -> list[Person]:
    with connection.cursor() as cursor:
        cursor.execute(statement, arguments)
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return [Person(**{**row, "state": State(row["state"])}) for row in rows]


def holdings(user_ids: Sequence[UUID]) -> dict[UUID, list[Holding]]:
    """Every role of these people, the latest first."""
    found: dict[UUID, list[Holding]] = {user_id: [] for user_id in user_ids}
    with connection.cursor() as cursor:
        cursor.execute(HELD, [list(user_ids)])
        for row in cursor.fetchall():
            held = Holding(row[0], row[1], Role(row[2]), Capacity(row[3]), row[4], row[5])
            found[held.user_id].append(held)
    return found
