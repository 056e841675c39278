"""A server of the proof's own, in a folder of its own: fsync and durability as shipped, and made to be killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg

from sisada.foundation.launcher import postgres
from sisada.foundation.launcher.machine import Folder
from sisada.foundation.launcher.supervisor import GUARD, wait_for
from sisada.foundation.roles import prepare
from sisada.inside import roles

ROOT = Path(__file__).parents[3]
# Prepared transactions are off in a house of ours; here they are allowed, so that the trick can be tried.
SETTINGS = (("max_prepared_transactions", "20"), ("shared_buffers", "64MB"))
START_WITHIN_S = 20.0


class ProofServer:
    """One embedded inside server with its tables, functions and roles."""

    def __init__(self, path: Path) -> None:
        self.folder = Folder(path)
        self.server = postgres.Server("inside", path / "inside", self.folder.ports(["inside"])["inside"], SETTINGS)
        self._guard: subprocess.Popen[bytes] | None = None
        self._pipe, self._end_of_ours = os.pipe()

    def create(self) -> None:
        postgres.create(self.server)
        self.start()
        names = (roles.OWNER, *(role.name for role in roles.ROLES))
        passwords = {name: self.folder.secret(name) for name in names}
        prepare(self.server.url(), database=roles.DATABASE, owner=roles.OWNER, roles=roles.ROLES, passwords=passwords)
        command = [sys.executable, "-m", "django", "migrate", "--settings", "sisada.inside.settings", "--verbosity", "0"]
        settings = {"DATABASE_URL": self.url(roles.OWNER), "SISADA_SECRET_KEY": "proof", "PYTHONPATH": str(ROOT)}
        subprocess.run(command, env=os.environ | settings, check=True, cwd=ROOT)

    def url(self, role: str, *, port: int | None = None) -> str:
        return f"postgresql://{role}:{self.folder.secret(role)}@127.0.0.1:{port or self.server.port}/{roles.DATABASE}"

    def admin_url(self) -> str:
        return self.server.url(roles.DATABASE)

    def start(self) -> None:
        """Start, recover, and answer. What a kill left (a lock file, shared memory) may refuse the first starts."""
        until = time.monotonic() + START_WITHIN_S
        while not self._runs():
            if time.monotonic() > until:
                raise TimeoutError(f"The server does not start; see {self._log()}.")
            self._guard = self._spawn()
            wait_for(lambda: not self._runs() or postgres.answers(self.server), within_s=START_WITHIN_S, pause_s=0.02)

    def wait_until_it_answers(self) -> None:
        if not wait_for(lambda: postgres.answers(self.server), within_s=START_WITHIN_S, pause_s=0.02):
            raise TimeoutError(f"The server does not answer; see {self._log()}.")

    def _spawn(self) -> "subprocess.Popen[bytes]":
        """Under the house's own guard: if the proof itself is killed, no server stays."""
        user = self.server.user()
        guard = [sys.executable, str(GUARD), "--pipe", str(self._pipe), "--stop", "QUIT", *(["--user", user] if user else []), "--"]
        with self._log().open("ab") as log:
            return subprocess.Popen(
                [*guard, *self.server.command()],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                pass_fds=[self._pipe],
            )

    def _log(self) -> Path:
        return self.folder.path / "inside.log"

    def _runs(self) -> bool:
        return self._guard is not None and self._guard.poll() is None

    @property
    def pid(self) -> int:
        """The postmaster's."""
        return int((self.server.folder / "postmaster.pid").read_text().split()[0])

    def processes(self) -> list[int]:
        """The postmaster, then its children."""
        postmaster = self.pid
        return [postmaster, *map(int, Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split())]

    def kill_all(self) -> None:
        """kill -9 of everything at once: what was in the server's memory is gone, what it had written stays."""
        for pid in self.processes():
            kill(pid)
        self.wait_for_the_end()

    def shut_down_immediately(self) -> None:
        os.kill(self.pid, signal.SIGQUIT)
        self.wait_for_the_end()

    def kill_a_backend(self, number: int) -> None:
        """kill -9 of one process that serves that attempt, or else of any child: the postmaster restarts all and recovers."""
        with psycopg.connect(self.admin_url()) as admin:
            serving = admin.execute("select pid from pg_stat_activity where application_name = %s", [f"attempt-{number}"]).fetchone()
        kill(serving[0] if serving else self.processes()[-1])

    def wait_for_the_end(self) -> None:
        if self._guard:
            self._guard.wait(START_WITHIN_S)

    def stop(self) -> None:
        if self._guard:
            self._guard.terminate()
            self.wait_for_the_end()


def kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return
