"""The guard as a process: what becomes of its command, however the launcher, the guard or the command ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from sisada.foundation.launcher.supervisor import GUARD, wait_for

SLEEPS = "import time; time.sleep(60)"
TELLS_ITS_SIGNAL = """
import signal, sys, time
def told(number, frame):
    print(signal.Signals(number).name, flush=True)
    sys.exit(3)
signal.signal(signal.SIGINT, told); signal.signal(signal.SIGTERM, told)
print("ready", flush=True); time.sleep(60)"""
IS_DEAF = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("ready", flush=True); time.sleep(60)"""
LEAVES_A_WORKER = f"""
import subprocess, sys, time
worker = subprocess.Popen([sys.executable, "-c", {SLEEPS!r}])
print(worker.pid, flush=True); time.sleep(60)"""


class Guarded:
    """A guard over one Python program, and the launcher's end of its pipe."""

    def __init__(self, program: str, *, stop: str = "TERM", grace_s: float = 4.0) -> None:
        reader, self.pipe = os.pipe()
        self.guard = subprocess.Popen(
            [sys.executable, GUARD, "--pipe", str(reader), "--stop", stop, "--grace", str(grace_s), "--", sys.executable, "-c", program],
            stdout=subprocess.PIPE,
            pass_fds=[reader],
            text=True,
        )
        os.close(reader)
        assert self.guard.stdout
        self.out = self.guard.stdout

    def command(self) -> int:
        """The process id of its command, once it has one."""
        children = Path(f"/proc/{self.guard.pid}/task/{self.guard.pid}/children")
        assert wait_for(lambda: bool(children.read_text()), within_s=10, pause_s=0.01)
        return int(children.read_text().split()[0])

    def end(self) -> None:
        with suppress(OSError):
            os.close(self.pipe)
        self.guard.wait(10)
        self.out.close()


@pytest.fixture
def guarded() -> Iterator[list[Guarded]]:
    """Guards that the test started; they end with it."""
    started: list[Guarded] = []
    yield started
    for one in started:
        one.end()


def start(guarded: list[Guarded], program: str, *, stop: str = "TERM", grace_s: float = 4.0) -> Guarded:
    guarded.append(Guarded(program, stop=stop, grace_s=grace_s))
    return guarded[-1]


def has_gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] in "ZX"
    except OSError:
        return True


def test_the_command_ends_when_the_launchers_end_of_the_pipe_closes(guarded: list[Guarded]) -> None:
    one = start(guarded, TELLS_ITS_SIGNAL, stop="INT")
    assert one.out.readline() == "ready\n"
    os.close(one.pipe)
    assert one.out.readline() == "SIGINT\n"
    assert one.guard.wait(10) == 3


def test_a_guard_that_is_asked_to_stop_passes_on_the_commands_own_stop_signal(guarded: list[Guarded]) -> None:
    one = start(guarded, TELLS_ITS_SIGNAL, stop="INT")
    assert one.out.readline() == "ready\n"
    one.guard.terminate()
    assert one.out.readline() == "SIGINT\n"
    assert one.guard.wait(10) == 3


def test_a_command_that_does_not_listen_is_killed_after_its_grace(guarded: list[Guarded]) -> None:
    one = start(guarded, IS_DEAF, grace_s=0.3)
    assert one.out.readline() == "ready\n"
    begun = time.monotonic()
    one.guard.terminate()
    assert one.guard.wait(10) == 128 + signal.SIGKILL
    assert time.monotonic() - begun >= 0.3


def test_workers_that_outlive_their_killed_parent_end_with_it(guarded: list[Guarded]) -> None:
    one = start(guarded, LEAVES_A_WORKER)
    worker = int(one.out.readline())
    os.kill(one.command(), signal.SIGKILL)
    one.guard.wait(10)
    assert has_gone(worker)


def test_a_killed_guard_takes_its_command_along(guarded: list[Guarded]) -> None:
    one = start(guarded, TELLS_ITS_SIGNAL)
    assert one.out.readline() == "ready\n"
    command = one.command()
    one.guard.kill()
    assert one.out.readline() == "SIGTERM\n"
    assert wait_for(lambda: has_gone(command), within_s=10, pause_s=0.01)


def test_a_guard_ends_as_its_command_ends(guarded: list[Guarded]) -> None:
    assert start(guarded, "raise SystemExit(7)").guard.wait(10) == 7
