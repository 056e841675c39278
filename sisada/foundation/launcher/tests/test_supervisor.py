"""The supervisor with small commands: what ends comes back, nothing starts once somebody asked to stop."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sisada.foundation.launcher.supervisor import Part, StoppingError, Supervisor, wait_for
from sisada.foundation.launcher.tests.test_guard import has_gone

SAYS_AND_SLEEPS = "import os, time; print(os.getpid(), flush=True); time.sleep(60)"
ENDS_AT_ONCE = "print('began', flush=True)"
TELLS_ITS_ENVIRONMENT = "import os; print(sorted(os.environ), flush=True)"


class Office:
    """A supervisor, what it told, and what its parts wrote."""

    def __init__(self, logs: Path) -> None:
        self.told: list[str] = []
        self.supervisor = Supervisor(logs, tell=self.told.append)

    def start(self, name: str, program: str) -> None:
        self.supervisor.start(Part(name, [sys.executable, "-c", program]))

    def lines(self, name: str) -> int:
        log = self.supervisor.log(name)
        return log.read_text().count("\n") if log.exists() else 0

    def wait_for_lines(self, name: str, count: int) -> bool:
        return wait_for(lambda: self.lines(name) >= count, within_s=15, pause_s=0.02)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path / "log")
    yield office
    office.supervisor.stop(list(office.supervisor.running), within_s=1)


def test_a_killed_part_is_started_again_and_the_user_is_told_where_its_log_lies(office: Office) -> None:
    office.start("link", SAYS_AND_SLEEPS)
    assert office.wait_for_lines("link", 1)
    os.killpg(office.supervisor.running["link"].pid, signal.SIGKILL)
    assert office.wait_for_lines("link", 2)
    assert len(office.told) == 1
    assert str(office.supervisor.log("link")) in office.told[0]


def test_a_part_whose_guard_was_killed_does_not_run_twice(office: Office) -> None:
    office.start("link", "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + SAYS_AND_SLEEPS)
    assert office.wait_for_lines("link", 1)
    first = int(office.supervisor.log("link").read_text())
    office.supervisor.running["link"].kill()
    assert office.wait_for_lines("link", 2)
    assert has_gone(first)


def test_a_part_that_ends_at_once_is_tried_again_after_growing_pauses(office: Office) -> None:
    begun = time.monotonic()
    office.start("worker", ENDS_AT_ONCE)
    assert office.wait_for_lines("worker", 3)
    assert time.monotonic() - begun >= 0.6 + 1.2
    assert "0,6" in office.told[0]
    assert "1,2" in office.told[1]


def test_stopping_ends_every_part_and_starts_none_again(office: Office) -> None:
    for name in ("link", "worker"):
        office.start(name, SAYS_AND_SLEEPS)
        assert office.wait_for_lines(name, 1)
    office.supervisor.stop(["link", "worker"], within_s=5)
    assert all(process.poll() is not None for process in office.supervisor.running.values())
    assert office.told == []
    with pytest.raises(StoppingError):
        office.start("life", SAYS_AND_SLEEPS)


def test_a_deaf_part_is_killed_when_the_time_to_stop_is_over(office: Office) -> None:
    office.start("deaf", "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + SAYS_AND_SLEEPS)
    assert office.wait_for_lines("deaf", 1)
    begun = time.monotonic()
    office.supervisor.stop(["deaf"], within_s=0.3)
    assert time.monotonic() - begun < 3


def test_a_command_that_ends_by_itself_gives_its_exit_code(office: Office) -> None:
    assert office.supervisor.run(Part("migrate", [sys.executable, "-c", "raise SystemExit(4)"])) == 4
    assert office.told == []


def test_a_part_sees_no_password_of_another(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://somebody-else")
    part = Part("link", [sys.executable, "-c", TELLS_ITS_ENVIRONMENT], {"OWN": "1"})
    assert office.supervisor.run(part) == 0
    seen = office.supervisor.log("link").read_text()
    assert "DATABASE_URL" not in seen
    assert "OWN" in seen


def test_a_long_log_is_set_aside_when_its_part_starts(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.supervisor.log("life").write_bytes(b"x" * 20_000_001)
    office.supervisor.run(Part("life", [sys.executable, "-c", ENDS_AT_ONCE]))
    assert office.supervisor.log("life").read_text() == "began\n"
    assert office.supervisor.log("life").with_suffix(".log.1").stat().st_size == 20_000_001
