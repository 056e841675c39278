"""Embedded PostgreSQL servers for tests, kept between runs in var/test. Fast and forgetful (fsync off): whoever proves
durability (`make prove-*`) starts servers of their own.

Two runs at the same time get a folder each: the first one that nobody holds.
"""

import fcntl
import os
from pathlib import Path

from sisada.foundation.launcher import postgres
from sisada.foundation.launcher.machine import Folder
from sisada.foundation.launcher.supervisor import Part, Supervisor, wait_for

ROOT = Path(__file__).parents[1]
BASE = Path(os.environ.get("SISADA_TEST_VAR", ROOT / "var" / "test"))
MOST_RUNS = 16
NAMES = ("inside", "outside", "directorate")
FORGETFUL = (
    ("fsync", "off"),
    ("full_page_writes", "off"),
    ("shared_buffers", "64MB"),
    ("max_wal_size", "1GB"),
    ("checkpoint_timeout", "30min"),
    ("autovacuum", "off"),
)
DIRECTORATE = (*FORGETFUL, ("wal_level", "logical"))


class Servers:
    """The servers of this run, each started when it is first asked for, all stopped together."""

    def __init__(self) -> None:
        self.folder, self._lock = free_folder()
        self._ports = self.folder.ports(list(NAMES))
        self._supervisor = Supervisor(self.folder.path / "log", tell=print, inherited=(self._lock,))
        self._started: dict[str, postgres.Server] = {}

    def server(self, name: str) -> postgres.Server:
        if name not in self._started:
            settings = DIRECTORATE if name == "directorate" else FORGETFUL
            self._started[name] = self._start(postgres.Server(name, self.folder.path / name, self._ports[name], settings))
        return self._started[name]

    def _start(self, server: postgres.Server) -> postgres.Server:
        postgres.create(server)
        self._supervisor.start(Part(server.name, server.command(), stop_signal="INT", user=server.user()))
        if not wait_for(lambda: postgres.answers(server), within_s=20, pause_s=0.05):
            raise TimeoutError(f"PostgreSQL does not answer; see {self.folder.path / 'log' / server.name}.log")
        return server

    def stop(self) -> None:
        self._supervisor.stop(list(self._started), within_s=5)
        os.close(self._lock)


def free_folder() -> tuple[Folder, int]:
    """The first folder that no other run holds, and the file descriptor that holds it now."""
    for number in range(MOST_RUNS):
        folder = Folder(BASE / str(number))
        descriptor = os.open(folder.path / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
        else:
            return folder, descriptor
    raise RuntimeError(f"{MOST_RUNS} test runs are under way in {BASE}.")
