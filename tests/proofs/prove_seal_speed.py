"""What the seal costs an officer who looks: looks with the sealer at work against the same looks with the sealer standing still, and
against plain inserts of the same rows. Turn by turn, so that whatever else the machine does falls on all alike.

As fast as 32 clients can, the processor is what is measured: there the checks of a look (ground, rate, decoy) cost more than its
row. At a steady rate, ten times a busy office's, it is what an officer waits.
"""

import os
import re
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from sisada.foundation.launcher.postgres import BINARIES

CLIENTS = 32
OFFICERS = 12000  # so many that the hourly limit of one is not reached
OFFICERS_A_GROUND = 20

WHO = """\\set n random(0, {last})
\\set g :n / {each}
"""
VALUES = (
    "('0ff1ce00-0000-4000-8000-' || lpad(:n::text, 12, '0'))::uuid, ('de71ce00-0000-4000-8000-' || lpad(:n::text, 12, '0'))::uuid, "
    "('6a0de000-0000-4000-8000-' || lpad(:g::text, 12, '0'))::uuid, 'card', gen_random_uuid(), null::jsonb"
)
LOOK = f"select audit_begin_look({VALUES});"
PLAIN = f"insert into audit_look (officer, device, ground, purpose, subject, query) values ({VALUES});"

PEOPLE = (
    """insert into sign_in_user (id, email, name, password, is_active, sessions_valid_from)
    select ('0ff1ce00-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, n || '@kantor.example', 'Petugas ' || n, '!', true, now()
    from generate_series(0, %(officers)s - 1) as n""",
    """insert into accounts_role_held (id, user_id, role, capacity, valid_from)
    select gen_random_uuid(), ('0ff1ce00-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'petugas', 'definitif', rules_today() - 1
    from generate_series(0, %(officers)s - 1) as n""",
    """insert into sign_in_device (id, user_id, key_hash, label, registered_at)
    select ('de71ce00-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, ('0ff1ce00-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
        sha256(n::text::bytea), 'proof', now()
    from generate_series(0, %(officers)s - 1) as n""",
    """insert into audit_ground (id, kind, reference, place, officers, purposes, area_codes, valid_from, valid_until)
    select ('6a0de000-0000-4000-8000-' || lpad(g::text, 12, '0'))::uuid, 'order', 'SP ' || g, 'Pancoran',
        (select array_agg(('0ff1ce00-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid)
            from generate_series(g * %(each)s, g * %(each)s + %(each)s - 1) as n),
        array['card', 'search', 'area-list'], array['31.74.08'], now() - interval '1 day', now() + interval '1 day'
    from generate_series(0, %(officers)s / %(each)s - 1) as g""",
    "analyze",
)


@dataclass(frozen=True)
class Ran:
    """One run of pgbench."""

    a_second: float
    latency_ms: float


@dataclass(frozen=True)
class Turn:
    """The three runs of one turn, and how many rows were sealed in the last."""

    plain: Ran
    looks: Ran
    looks_with_seal: Ran
    sealed: int


@dataclass(frozen=True)
class Bench:
    owner_url: str
    office_url: str
    sealer: "subprocess.Popen[bytes]"

    def turns(self, count: int, *, seconds: int, rate: int | None = None) -> Iterator[Turn]:
        """`rate`: rows a second that all clients together ask for. None: as many as they can."""
        for _ in range(count):
            with _standing_still(self.sealer):
                plain = run(PLAIN, self.owner_url, seconds=seconds, rate=rate)
                looks = run(LOOK, self.office_url, seconds=seconds, rate=rate)
            before = self.sealed_rows()
            with_seal = run(LOOK, self.office_url, seconds=seconds, rate=rate)
            yield Turn(plain, looks, with_seal, self.sealed_rows() - before)

    def sealed_rows(self) -> int:
        with psycopg.connect(self.owner_url) as owner:
            row = owner.execute("select coalesce(max(number), 0) from audit_seal").fetchone()
        return int(row[0]) if row else 0


def fill(owner_url: str) -> None:
    with psycopg.connect(owner_url, autocommit=True) as owner:
        for statement in PEOPLE:
            owner.execute(statement.encode(), {"officers": OFFICERS, "each": OFFICERS_A_GROUND} if "%(" in statement else None)


@contextmanager
def _standing_still(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    os.kill(process.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process.pid, signal.SIGCONT)
        time.sleep(0.1)


def run(statement: str, url: str, *, seconds: int, rate: int | None) -> Ran:
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "script.sql"
        script.write_text(WHO.format(last=OFFICERS - 1, each=OFFICERS_A_GROUND) + statement, encoding="utf-8")
        words = [
            "--no-vacuum",
            "--protocol",
            "prepared",
            "--client",
            str(CLIENTS),
            "--jobs",
            "2",
            "--time",
            str(seconds),
            "--file",
            str(script),
        ]
        asked = ["--rate", str(rate)] if rate else []
        done = subprocess.run([str(BINARIES / "pgbench"), *words, *asked, url], capture_output=True, text=True, check=True)
    return Ran(_number("tps", done.stdout), _number("latency average", done.stdout))


def _number(name: str, told: str) -> float:
    found = re.search(rf"{name} = ([\d.]+)", told)
    if not found:
        raise ValueError(f"pgbench told no {name}:\n{told}")
    return float(found[1])
