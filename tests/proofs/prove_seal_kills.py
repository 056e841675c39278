"""Kill sealer and passage with -9 at random, while officers look and some transactions commit late; then count and verify."""

import random
import subprocess
import sys
import threading
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import psycopg

from sisada.foundation.launcher.supervisor import wait_for
from sisada.verify.__main__ import verify
from sisada.verify.findings import Finding
from tests.servers import ROOT

WRITERS = 4
A_LOOK = """insert into audit_look (id, officer, device, ground, purpose, subject)
values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'card', gen_random_uuid())"""
UNCARRIED = "select count(*) from audit_outgoing where carried_at is null"
UNSIGNED = "select (select max(number) from audit_seal) - coalesce((select max(count) from audit_checkpoint), 0)"
UNSEALED = """select count(*) from audit_look as look
where not exists (select from audit_seal as seal where seal.kind = 'audit_look' and seal.key = look.id::text)"""


@dataclass(frozen=True)
class Addresses:
    """The owner's on both sides for counting; each process's own for the process."""

    owner: str
    outside_owner: str
    sealer: str
    worker: str
    carrier: str
    witness: str
    key_file: Path

    def of_sealer(self) -> dict[str, str]:
        return {"DATABASE_URL": self.sealer, "SISADA_SEAL_KEY_FILE": str(self.key_file), "PYTHONPATH": str(ROOT)}

    def of_crossing(self) -> dict[str, str]:
        return {"DATABASE_URL": self.worker, "CARRIER_DATABASE_URL": self.carrier, "PYTHONPATH": str(ROOT)}


@dataclass(frozen=True)
class Outcome:
    kills: dict[str, int]  # of each process, those that struck it alive
    committed: int  # looks whose commit was acknowledged
    rows: int
    sealed: int
    seals_twice: int
    last_number: int
    checkpoints: int
    heads_outside: int
    waiting: int
    findings: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        """Nothing lost, nothing doubled, no gap, everything outside, and the verifier finds nothing."""
        whole = self.committed == self.rows == self.sealed == self.last_number and self.heads_outside == self.checkpoints
        return whole and not self.seals_twice and not self.waiting and not self.findings


class Struck:
    """A process that is started again and again, and killed after a random while."""

    def __init__(self, module: str, environment: dict[str, str], *, seed: int = 0) -> None:
        self.command = [sys.executable, "-m", module]
        self.environment = environment
        self.chance = random.Random(seed)  # noqa: S311 - seeded on purpose, so that a run can be repeated; not a secret
        self.kills = 0

    def strike(self, times: int) -> None:
        while self.kills < times:
            self.kills += self._strike_once(self.start())

    def _strike_once(self, process: "subprocess.Popen[bytes]") -> int:
        """1 when it was killed; 0 when it ended by itself, since the session of the one before still held the lock."""
        wait_for(lambda: has_connected(process.pid) or process.poll() is not None, within_s=20, pause_s=0.01)
        try:
            process.wait(self.chance.uniform(0, 0.6))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return 1
        return 0

    def start(self) -> "subprocess.Popen[bytes]":
        quiet = subprocess.DEVNULL
        return subprocess.Popen(self.command, env=self.environment, cwd=ROOT, stdin=quiet, stdout=quiet, stderr=quiet)


def has_connected(pid: int) -> bool:
    """It has begun to work: before its first connection it only loads itself."""
    try:
        return any(fd.readlink().name.startswith("socket:") for fd in Path(f"/proc/{pid}/fd").iterdir())
    except OSError:  # it has just ended, or closed the one we looked at
        return False


class Writers:
    """Officers who look all the time. Every seventh look commits only a while after it was written."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.stopping = threading.Event()
        self.committed = 0
        self._counting = threading.Lock()
        self._threads = [threading.Thread(target=self._look, args=(number,)) for number in range(WRITERS)]

    def __enter__(self) -> "Writers":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping.set()
        for thread in self._threads:
            thread.join()

    def _look(self, number: int) -> None:
        with psycopg.connect(self.url) as connection:
            for turn in range(number, sys.maxsize):
                if self.stopping.is_set():
                    return
                connection.execute(A_LOOK)
                self.stopping.wait(0.3 if turn % 7 == 0 else 0.005)
                connection.commit()
                with self._counting:
                    self.committed += 1


def strike(addresses: Addresses, *, kills: int, seed: int) -> Outcome:
    sealer = Struck("sisada.inside.audit.seal", addresses.of_sealer(), seed=seed)
    crossing = Struck("sisada.crossing", addresses.of_crossing(), seed=seed + 1)
    with Writers(addresses.owner) as writers:
        strikers = [threading.Thread(target=struck.strike, args=(kills,)) for struck in (sealer, crossing)]
        for thread in strikers:
            thread.start()
        for thread in strikers:
            thread.join()
    _let_finish(addresses, sealer, crossing)
    return _count(addresses, {"sealer": sealer.kills, "crossing": crossing.kills}, writers.committed)


def _let_finish(addresses: Addresses, sealer: Struck, crossing: Struck) -> None:
    """Undisturbed until nothing waits any more, the sealer first; whatever still waits after a minute is counted as lost."""
    with psycopg.connect(addresses.owner, autocommit=True) as owner:
        for process, waiting in ((sealer, UNSEALED), (sealer, UNSIGNED), (crossing, UNCARRIED)):
            with process.start() as running:
                wait_for(partial(_is_none, owner, waiting), within_s=60)
                running.terminate()


def _is_none(connection: "psycopg.Connection[tuple[int, ...]]", statement: str) -> bool:
    return not _one(connection, statement)


def _count(addresses: Addresses, kills: dict[str, int], committed: int) -> Outcome:
    with psycopg.connect(addresses.owner) as owner, psycopg.connect(addresses.outside_owner) as outside:
        return Outcome(
            kills=kills,
            committed=committed,
            rows=_one(owner, "select count(*) from audit_look"),
            sealed=_one(owner, "select count(distinct key) from audit_seal where kind = 'audit_look'"),
            seals_twice=_one(owner, "select count(*) - count(distinct (kind, key)) from audit_seal"),
            last_number=_one(owner, "select max(number) from audit_seal"),
            checkpoints=_one(owner, "select count(*) from audit_checkpoint"),
            heads_outside=_one(outside, "select count(*) from published_audit_head"),
            waiting=_one(owner, UNCARRIED),
            findings=tuple(verify(addresses.sealer, addresses.witness, []).findings),
        )


def _one(connection: "psycopg.Connection[tuple[int, ...]]", statement: str) -> int:
    row = connection.execute(statement.encode()).fetchone()
    return row[0] if row else 0
