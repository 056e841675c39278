"""How much the seal costs an officer who looks: looks by the function, with the sealer at work, against plain inserts of the same
rows without it. Turn by turn, so that whatever else the machine does falls on both alike."""

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
OFFICERS = 4000  # so many that the hourly limit of one is not reached
OFFICERS_A_GROUND = 20

WHO = """\\set n random(0, {last})
\\set g :n / {each}
"""
VALUES = (
    "('0ff1ce00-0000-4000-8000-' || lpad(:n::text, 12, '0'))::uuid, ('de71ce00-0000-4000-8000-' || lpad(:n::text, 12, '0'))::uuid, "
    "('6a0de000-0000-4000-8000-' || lpad(:g::text, 12, '0'))::uuid, 'card', gen_random_uuid(), '{\"kind\": \"number\"}'::jsonb"
)
LOOK = f"select audit_begin_look({VALUES});"
PLAIN = f"insert into audit_look (officer, device, ground, purpose, subject, query) values ({VALUES});"

PEOPLE = (
    """insert into sign_in_user (id, email, name, password, is_active, sessions_valid_from)
    select ('0ff1ce00-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, n || '@kantor.example', 'Petugas ' || n, '!', true, now()
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
class Turn:
    """Rows a second of one plain turn and of the turn with looks and sealer that followed it, and how many rows were sealed in it."""

    plain: float
    looks: float
    sealed: int


def fill(owner_url: str) -> None:
    with psycopg.connect(owner_url, autocommit=True) as owner:
        for statement in PEOPLE:
            owner.execute(statement.encode(), {"officers": OFFICERS, "each": OFFICERS_A_GROUND} if "%(" in statement else None)


def measure(*, owner_url: str, office_url: str, sealer: "subprocess.Popen[bytes]", turns: int, seconds: int) -> Iterator[Turn]:
    """Plain inserts while the sealer stands still, then looks while it works, `turns` times."""
    for _ in range(turns):
        with _standing_still(sealer):
            plain = _rows_a_second(PLAIN, owner_url, seconds)
        before = sealed_rows(owner_url)
        looks = _rows_a_second(LOOK, office_url, seconds)
        yield Turn(plain, looks, sealed_rows(owner_url) - before)


def sealed_rows(owner_url: str) -> int:
    with psycopg.connect(owner_url) as owner:
        row = owner.execute("select coalesce(max(number), 0) from audit_seal").fetchone()
    return int(row[0]) if row else 0


@contextmanager
def _standing_still(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    os.kill(process.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process.pid, signal.SIGCONT)
        time.sleep(0.1)


def _rows_a_second(statement: str, url: str, seconds: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "script.sql"
        script.write_text(WHO.format(last=OFFICERS - 1, each=OFFICERS_A_GROUND) + statement, encoding="utf-8")
        words = [
            "--no-vacuum",
            "--client",
            str(CLIENTS),
            "--jobs",
            "2",
            "--time",
            str(seconds),
            "--protocol",
            "prepared",
            "--file",
            str(script),
            url,
        ]
        done = subprocess.run([str(BINARIES / "pgbench"), *words], capture_output=True, text=True, check=True)
    found = re.search(r"tps = ([\d.]+)", done.stdout)
    if not found:
        raise ValueError(f"pgbench said something else:\n{done.stdout}{done.stderr}")
    return float(found[1])
