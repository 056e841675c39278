"""Keeps a set of processes running: each under a guard, restarted when it ends, all stopped together."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

GUARD = Path(__file__).with_name("guard.py")
LONGEST_PAUSE_S = 10.0
LARGEST_LOG_BYTES = 20_000_000


@dataclass(frozen=True)
class Part:
    """One process to keep running. `environment` is all it gets beside PATH and language: no other part's password."""

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
        self._watchers: list[threading.Thread] = []
        logs.mkdir(parents=True, exist_ok=True)

    def start(self, part: Part) -> None:
        self.running[part.name] = self._spawn(part)
        watcher = threading.Thread(target=self._watch, args=(part,), daemon=True)
        watcher.start()
        self._watchers.append(watcher)

    def _spawn(self, part: Part) -> subprocess.Popen[bytes]:
        user = ["--user", part.user] if part.user else []
        command = [sys.executable, str(GUARD), "--pipe", str(self.pipe_reader), "--stop", part.stop_signal, *user, "--", *part.command]
        inherit = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE") if name in os.environ}
        with self._log(part.name).open("ab") as log:
            return subprocess.Popen(
                command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True,
                env={**inherit, "PYTHONUNBUFFERED": "1", **part.environment}, pass_fds=[self.pipe_reader, *self.inherited],
            )  # fmt: skip

    def _log(self, name: str) -> Path:
        path = self.logs / f"{name}.log"
        if path.exists() and path.stat().st_size > LARGEST_LOG_BYTES:
            path.replace(path.with_suffix(".log.1"))
        return path

    def _watch(self, part: Part) -> None:
        pause_s = 0.3
        while not self.stopping.is_set():
            begun = time.monotonic()
            self.running[part.name].wait()
            if self.stopping.is_set():
                return
            self._kill_group(part.name)  # the guard itself may have been killed: its command must not run twice
            pause_s = 0.3 if time.monotonic() - begun > 30 else min(pause_s * 2, LONGEST_PAUSE_S)
            self.tell(f"{part.name} ended; starting it again in {pause_s:.1f} s (log: {self.logs / part.name}.log)")
            if self.stopping.wait(pause_s):
                return
            self.running[part.name] = self._spawn(part)

    def _kill_group(self, name: str) -> None:
        try:
            os.killpg(self.running[name].pid, signal.SIGKILL)
        except ProcessLookupError:
            return

    def stop(self, names: list[str], *, within_s: float) -> None:
        """Ask these parts to end, all at once; kill the groups of those that are still there after `within_s`."""
        self.stopping.set()
        asked = [self.running[name] for name in names if name in self.running]
        for process in asked:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        until = time.monotonic() + within_s
        for process in asked:
            try:
                process.wait(max(0.0, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def wait_for(condition: Callable[[], bool], *, within_s: float, pause_s: float = 0.1) -> bool:
    """True as soon as `condition` holds, False when it does not within the time."""
    until = time.monotonic() + within_s
    while not condition():
        if time.monotonic() > until:
            return False
        time.sleep(pause_s)
    return True
