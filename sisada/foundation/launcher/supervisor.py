"""Keeps a set of processes running: each under a guard, restarted when it ends, all stopped together."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

GUARD = Path(__file__).with_name("guard.py")
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.3, 10.0
LONG_LIFE_S = 30.0  # a part that lived so long did not fail at its start: it is back at once
LARGEST_LOG_BYTES = 20_000_000
INHERITED = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "SISADA_OFFICE_FILE")


class StoppingError(Exception):
    """Nothing starts any more: somebody asked to stop."""


@dataclass(frozen=True)
class Part:
    """One process to keep running. `environment` is all it gets beside INHERITED: no other part's password."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    stop_signal: str = "TERM"
    user: str | None = None  # None: the user we are


class Supervisor:
    """Owns the guards. The pipe whose writing end only this process holds is how guards learn of our death."""

    def __init__(self, logs: Path, *, tell: Callable[[str], None], inherited: tuple[int, ...] = ()) -> None:
        self.logs = logs
        self.tell = tell
        self.inherited = inherited  # the lock file: it stays locked until the last guard has gone
        self.pipe_reader, self._pipe_writer = os.pipe()
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.stopping = threading.Event()
        self._starting = threading.Lock()  # between "may we start?" and "it runs" nobody may decide to stop
        logs.mkdir(parents=True, exist_ok=True)

    def start(self, part: Part) -> None:
        """Keep this part running until `stop`.

        Raises: StoppingError."""
        self._spawn(part)
        threading.Thread(target=self._watch, args=(part,), daemon=True).start()

    def run(self, part: Part) -> int:
        """Run a command that ends by itself; its exit code. It, too, dies with us.

        Raises: StoppingError."""
        self._spawn(part)
        return self.running[part.name].wait()

    def log(self, name: str) -> Path:
        return self.logs / f"{name}.log"

    def _spawn(self, part: Part) -> None:
        user = ["--user", part.user] if part.user else []
        command = [sys.executable, str(GUARD), "--pipe", str(self.pipe_reader), "--stop", part.stop_signal, *user, "--", *part.command]
        inherit = {name: os.environ[name] for name in INHERITED if name in os.environ}
        with self._starting, self._opened_log(part.name).open("ab") as log:
            if self.stopping.is_set():
                raise StoppingError
            self.running[part.name] = subprocess.Popen(  # noqa: S603 - a command of ours
                command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True,
                env={**inherit, "PYTHONUNBUFFERED": "1", **part.environment}, pass_fds=[self.pipe_reader, *self.inherited],
            )  # fmt: skip

    def _opened_log(self, name: str) -> Path:
        path = self.log(name)
        if path.exists() and path.stat().st_size > LARGEST_LOG_BYTES:
            path.replace(path.with_suffix(".log.1"))
        return path

    def _watch(self, part: Part) -> None:
        pause_s = FIRST_PAUSE_S
        with suppress(StoppingError):
            while True:
                begun = time.monotonic()
                self.running[part.name].wait()
                pause_s = FIRST_PAUSE_S if time.monotonic() - begun > LONG_LIFE_S else min(pause_s * 2, LONGEST_PAUSE_S)
                self._start_again(part, after_s=pause_s)

    def _start_again(self, part: Part, *, after_s: float) -> None:
        if self.stopping.is_set():
            raise StoppingError
        self._kill_group(part.name)  # the guard itself may have been killed: its command must not run twice
        seconds = f"{after_s:.1f}"
        self.tell(
            f"{part.name} berhenti sendiri; dijalankan lagi dalam {seconds.replace('.', ',')} detik. / It ended by itself; "
            f"starting it again in {seconds} s. Log: {self.log(part.name)}"
        )
        self.stopping.wait(after_s)
        with suppress(OSError):  # a full disk or process table: tried again after a longer pause
            self._spawn(part)

    def _kill_group(self, name: str) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.running[name].pid, signal.SIGKILL)

    def stop(self, names: Iterable[str], *, within_s: float) -> None:
        """Ask these parts to end, all at once; kill the groups of those that are still there after `within_s`.

        From now on nothing starts any more, whatever its name."""
        with self._starting:
            self.stopping.set()
        asked = [name for name in names if name in self.running]
        for name in asked:
            self.running[name].terminate()
        until = time.monotonic() + within_s
        for name in asked:
            with suppress(subprocess.TimeoutExpired):
                self.running[name].wait(max(0.0, until - time.monotonic()))
            self._kill_group(name)  # also when the guard had been killed a moment before: its command may still be there
            self.running[name].wait()


def wait_for(condition: Callable[[], bool], *, within_s: float, pause_s: float = 0.1) -> bool:
    """True as soon as `condition` holds, False when it does not within the time."""
    until = time.monotonic() + within_s
    while not condition():
        if time.monotonic() > until:
            return False
        time.sleep(pause_s)
    return True
