"""A house of two databases for one test: its looks, its sealer, its passage, its auditor. Time is told, never waited for."""

import os
import subprocess
import sys
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any

import psycopg
from nacl.signing import SigningKey
from psycopg import sql
from psycopg.types.json import Jsonb

from sisada.crossing.aside import Aside
from sisada.crossing.outward import carry
from sisada.inside.audit import seal_key, seal_rotation, seal_round
from sisada.inside.audit.seal_key import Key
from sisada.verify.__main__ import verify
from sisada.verify.findings import Report
from tests.databases import Side
from tests.servers import ROOT

OFFICER, DEVICE = uuid.UUID(int=0x0FF1CE), uuid.UUID(int=0xDE71CE)
Database = psycopg.Connection[Any]


@dataclass
class House:
    """Databases `name` on both sides. Rows are written by an administrator; sealer and crossing have their own roles."""

    inside: Side
    outside: Side
    name: str
    key: Key = field(default_factory=lambda: Key(SigningKey(bytes(31) + b"\x01")))

    @cached_property
    def admin(self) -> Database:
        return psycopg.connect(self.inside.server.url(self.name), autocommit=True)

    @cached_property
    def outside_admin(self) -> Database:
        return psycopg.connect(self.outside.server.url(self.name), autocommit=True)

    @cached_property
    def sealer(self) -> Database:
        connection = psycopg.connect(self.inside.url(self.name, "sisada_sealer"), autocommit=True)
        assert seal_round.open_for_sealing(connection)
        seal_key.require_known(connection, self.key)
        return connection

    def close(self) -> None:
        for name in ("admin", "outside_admin", "sealer"):
            if name in self.__dict__:
                self.__dict__.pop(name).close()

    def ground(self, at: datetime) -> uuid.UUID:
        made = uuid.uuid4()
        what = {"kind": "order", "reference": 'SP "0415"\\XI/2026\n', "place": "Pancoran", "purposes": ["card"], "area_codes": ["31.74.08"]}
        until = at + timedelta(days=1)
        self._insert(
            "audit_ground", id=made, **what, officers=[OFFICER], persons=[uuid.uuid4()], valid_from=at, valid_until=until, published_at=at
        )
        return made

    def look(self, at: datetime, *, ground: uuid.UUID | None = None, purpose: str = "search") -> uuid.UUID:
        made = uuid.uuid4()
        what = {"purpose": purpose, "subject": uuid.uuid4(), "query": Jsonb({"typed": 'Ériksson \u2028\x7f\t"x"\\'})}
        until = at + timedelta(minutes=10)
        basis = ground or uuid.uuid4()
        self._insert("audit_look", id=made, **what, officer=OFFICER, device=DEVICE, ground=basis, begun_at=at, valid_until=until)
        return made

    def shown(self, look: uuid.UUID, at: datetime) -> None:
        self._insert("audit_look_shown", look=look, person=uuid.uuid4(), place=1, match=Jsonb({"why": ["name"]}), shown_at=at)

    def answer(self, look: uuid.UUID, at: datetime) -> None:
        what = {"answer": Jsonb({"name": "Eriksson", "n": 1.50}), "mac": b"\x00mac", "check_code": "7K4-M2Q"}
        self._insert("audit_answer", look=look, answered_at=at, **what)

    def end(self, look: uuid.UUID, at: datetime) -> None:
        self._insert("audit_look_end", look=look, ended_at=at, why="page-closed")

    def refusal(self, at: datetime) -> None:
        self._insert("audit_refusal", officer=OFFICER, purpose="card", subject=uuid.uuid4(), code="look.no-ground", refused_at=at)

    def reasons(self, at: datetime) -> None:
        """What looks rest on and what was made of them: an officer by name and role, suspended; finding, order, reviews and questions."""
        self._insert(
            "sign_in_user", id=OFFICER, email="dimas@kantor.example", name="Dimas", password="!", is_active=True, sessions_valid_from=at
        )
        self.admin.execute("update accounts_name set set_at = %s", [at])
        one, other = uuid.uuid4(), uuid.uuid4()
        held = {"user_id": OFFICER, "role": "petugas", "capacity": "definitif", "valid_from": at.date()}
        self._insert("accounts_role_held", id=one, **held, set_by=other, set_at=at, why="Mutasi")
        self._insert("accounts_role_end", id=uuid.uuid4(), role_held=one, ended_on=at.date(), ended_by=other, ended_at=at, why="Pensiun")
        self._insert(
            "accounts_role_proposal", id=one, kind="grant", user_id=OFFICER, role="admin", proposed_by=other, proposed_at=at, why=""
        )
        self._insert("accounts_role_decision", proposal=one, outcome="confirmed", decided_by=uuid.uuid4(), decided_at=at, why="")
        self._insert("accounts_suspension", id=one, user_id=OFFICER, begun_by=other, begun_at=at, why="Pemeriksaan")
        self._insert("accounts_suspension_end", suspension=one, ended_by=other, ended_at=at, why="Selesai")
        self._finding_and_order(at, one)
        look = uuid.uuid4()
        self._insert("oversight_asked_person", look=look, person=uuid.uuid4(), asked_at=at)
        self._insert("oversight_case", look=look, why="random", drawn_at=at)
        self._insert("oversight_review", look=look, reviewer=other, outcome="misuse", remark="Tanpa alasan", reviewed_at=at)

    def _finding_and_order(self, at: datetime, id_: uuid.UUID) -> None:
        until, other = at + timedelta(days=1), uuid.uuid4()
        found = {"device": DEVICE, "letter": "a", "sentence": "Tidak membawa paspor", "place": "Pancoran"}
        self._insert("orders_finding", id=id_, officer=OFFICER, **found, reported_at=at, answer_until=until)
        self._insert("orders_finding_answer", finding=id_, answered_by=other, capacity="plh", approved=True, answered_at=at)
        what = {"office_code": "JKS", "purpose": "Razia", "officers": [OFFICER], "area_codes": ["31.74.08"], "place": "Pancoran"}
        self._insert(
            "orders_order", id=id_, **what, persons=[uuid.uuid4()], valid_from=at, valid_until=until, drawn_by=OFFICER, drawn_at=at
        )
        self._insert("orders_approval", order=id_, number="SP 1/XI/2026", approver=other, capacity="definitif", approved_at=at)
        self._insert("orders_refusal", order=uuid.uuid4(), refused_by=other, why="Terlalu luas", refused_at=at)
        self._insert("orders_cancellation", order=id_, cancelled_by=other, why="Hujan", cancelled_at=at)

    def _insert(self, table: str, **values: Any) -> None:
        names = sql.SQL(", ").join(map(sql.Identifier, values))
        places = sql.SQL(", ").join([sql.Placeholder()] * len(values))
        self.admin.execute(sql.SQL("insert into {} ({}) values ({})").format(sql.Identifier(table), names, places), list(values.values()))

    def seal(self) -> int:
        """Everything that has no seal yet."""
        before = self.count()
        seal_round.seal_all(self.sealer, since=seal_round.EVER, rest=lambda _: None)
        return self.count() - before

    def sign(self, at: datetime) -> None:
        seal_round.sign(self.sealer, self.key, complete_until=at, now=at)

    def rotate(self, successor: Key) -> None:
        """The key that signs hands over."""
        seal_rotation.endorse(self.sealer, old=self.key, successor=successor)
        self.key = successor

    def carry(self) -> int:
        with (
            psycopg.connect(self.inside.url(self.name, "sisada_worker"), autocommit=True) as worker,
            psycopg.connect(self.outside.url(self.name, "sisada_carrier"), autocommit=True) as carrier,
        ):
            return carry(worker, carrier, aside=Aside())

    def minute(self, at: datetime) -> None:
        """One minute of an office: a search that showed a person and was answered and left, and a refusal; sealed, signed, carried."""
        look = self.look(at, ground=self.ground(at))
        self.shown(look, at)
        self.answer(look, at)
        self.end(look, at)
        self.refusal(at)
        self.seal()
        self.sign(at + timedelta(seconds=30))
        self.carry()

    def count(self) -> int:
        return int(self.one("select count(*) from audit_seal"))

    def one(self, statement: str, values: Sequence[Any] = ()) -> Any:
        """The first value of the first row, as the administrator."""
        row = self.admin.execute(statement.encode(), values).fetchone()
        return row[0] if row else None

    def outside_one(self, statement: str) -> Any:
        row = self.outside_admin.execute(statement.encode()).fetchone()
        return row[0] if row else None

    def verified(self, *sheet: bytes) -> Report:
        """With the witness. `sheet`: public keys that the auditor has on paper."""
        return verify(self.inside.url(self.name, "sisada_sealer"), self.outside.url(self.name, "sisada_public"), list(sheet))

    def verified_without_witness(self) -> Report:
        return verify(self.inside.url(self.name, "sisada_sealer"), None, [])


def copy_of(house: House, name: str) -> House:
    """Another house just like it; nobody may be connected to the first one meanwhile."""
    house.close()
    house.inside.copy(house.name, name)
    house.outside.copy(house.name, name)
    return House(house.inside, house.outside, name, house.key)


def drop(house: House) -> None:
    house.close()
    house.inside.drop(house.name)
    house.outside.drop(house.name)


def migrate_outside(side: Side, name: str) -> None:
    """Its own settings, so a process of its own."""
    side.drop(name)
    side.prepare(name)
    settings = {"DATABASE_URL": side.uri(name, side.roles.OWNER), "SISADA_SECRET_KEY": "only-for-tests"}
    command = [sys.executable, "-m", "django", "migrate", "--settings", "sisada.outside.settings", "--verbosity", "0"]
    subprocess.run(command, env=os.environ | settings, check=True, cwd=ROOT)


MORNING = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
