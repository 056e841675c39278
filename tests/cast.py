"""The office's people in every test: Sari and her colleagues, one or more of each role, each with a registered device, and the
order under which they work. Committed once a run, since looks are taken on a connection of their own."""

import json
import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from django.contrib.auth.hashers import make_password
from psycopg import Connection, Cursor

from demo import people
from sisada.foundation.clock import now
from sisada.inside.accounts.roles import OfficerId, Role
from sisada.sign_in.devices import hash_of

Owner = Connection[Any] | Cursor[Any]
EVERY_PURPOSE = ("card", "search", "area-list")
PASSWORD, TOTP_SECRET = people.PASSWORD, people.TOTP_SECRET
RAWAJATI = "31.74.08.1003"
PANCORAN = "31.74.08"


@dataclass(frozen=True)
class Colleague:
    key: str
    name: str
    role: Role
    id: OfficerId
    device: uuid.UUID
    device_key: str


@dataclass(frozen=True)
class TestGround:
    __test__ = False  # pytest: not a test

    id: uuid.UUID
    reference: str


@dataclass(frozen=True)
class Cast:
    sari: Colleague  # petugas
    rahmat: Colleague  # petugas
    ratna: Colleague  # atasan
    dimas: Colleague  # meja
    wirawan: Colleague  # kepala
    lestari: Colleague  # pengawas
    agus: Colleague  # admin
    ground: TestGround  # names all but Lestari and Agus, covers Pancoran, for every purpose

    def everybody(self) -> list[Colleague]:
        return [self.sari, self.rahmat, self.ratna, self.dimas, self.wirawan, self.lestari, self.agus]

    def of_role(self, role: Role) -> Colleague:
        return next(one for one in self.everybody() if one.role is role)


def make_cast(owner: Owner) -> Cast:
    colleagues = {person.key: hire(owner, person.key, person.name, role=Role(person.role)) for person in people.PEOPLE}
    lookers = [one for one in colleagues.values() if one.role not in (Role.PENGAWAS, Role.ADMIN)]
    return Cast(**colleagues, ground=publish_ground(owner, officers=[one.id for one in lookers]))


def hire(owner: Owner, key: str, name: str, *, role: Role, until: date | None = None) -> Colleague:
    """Somebody new, with password, second factor and a device. `until` None: until further notice."""
    user_id, today = OfficerId(uuid.uuid4()), now().date()
    owner.execute(
        "insert into sign_in_user (id, email, name, password, is_active, sessions_valid_from) values (%s, %s, %s, %s, true, %s)",
        [user_id, f"{key}@kantor.example", name, _kept_password(), now() - timedelta(days=1)],
    )
    owner.execute(
        """insert into accounts_role_held (id, user_id, role, capacity, valid_from, valid_until)
           values (gen_random_uuid(), %s, %s, 'definitif', %s, %s)""",
        [user_id, role.value, today - timedelta(days=30), until],
    )
    owner.execute(
        "insert into mfa_authenticator (user_id, type, data, created_at) values (%s, 'totp', %s, %s)",
        [user_id, json.dumps({"secret": TOTP_SECRET}), now()],
    )
    device_key = f"key-of-{key}-{user_id}"
    return Colleague(key, name, role, user_id, register_device(owner, user_id, device_key), device_key)


@cache
def _kept_password() -> str:
    return make_password(PASSWORD)


def register_device(owner: Owner, user_id: uuid.UUID, key: str | None = None) -> uuid.UUID:
    device = uuid.uuid4()
    owner.execute(
        "insert into sign_in_device (id, user_id, key_hash, label, registered_at) values (%s, %s, %s, 'Chrome, Android', %s)",
        [device, user_id, hash_of(key or str(device)), now()],
    )
    return device


def publish_ground(
    owner: Owner,
    *,
    officers: list[OfficerId],
    purposes: tuple[str, ...] = EVERY_PURPOSE,
    areas: tuple[str, ...] = (PANCORAN,),
    persons: list[uuid.UUID] | None = None,
    valid_until: datetime | None = None,
    kind: str = "order",
) -> TestGround:
    """A ground in force since yesterday. `persons` None: whomever the officers meet; `valid_until` None: for another day."""
    ground = TestGround(uuid.uuid4(), "SP 0415/XI/2026")
    owner.execute(
        """insert into audit_ground (id, kind, reference, place, officers, purposes, area_codes, persons, valid_from, valid_until)
           values (%s, %s, %s, 'Pancoran', %s, %s, %s, %s, %s, %s)""",
        [
            ground.id,
            kind,
            ground.reference,
            officers,
            list(purposes),
            list(areas),
            persons,
            now() - timedelta(days=1),
            valid_until or now() + timedelta(days=1),
        ],
    )
    return ground
