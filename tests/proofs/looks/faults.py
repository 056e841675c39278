"""Strikes clients, statements and the server while attempts are under way: at a drawn moment, or in the moment of disclosure."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Sequence

import psycopg

from tests.proofs.looks.attempt import OF_THE_SERVER, Attempt, Fault
from tests.proofs.looks.server import ROOT, ProofServer, kill
from tests.proofs.looks.tap import WireTap

TICK_S = 0.001
LONGEST_ROUND_S = 10.0
CONNECTIONS = 2  # of each client


class Round:
    """A few attempts at the same time, each with its own fault, or all with one of the server's."""

    def __init__(self, server: ProofServer, tap: WireTap, clients: "Clients") -> None:
        self.server = server
        self.tap = tap
        self.clients = clients

    def play(self, attempts: Sequence[Attempt]) -> None:
        """Returns when every client has ended, every byte of the server is noted, and the server answers again."""
        running = {attempt: self.clients.start(attempt) for attempt in attempts}
        waiting, connected_at = dict(running), dict[Attempt, float]()
        until = time.monotonic() + LONGEST_ROUND_S
        while any(is_alive(pid) for pid in running.values()) or not self.tap.is_quiet:
            self._strike_those_whose_time_has_come(waiting, connected_at)
            if time.monotonic() > until:
                for pid in running.values():
                    kill(pid)
            time.sleep(TICK_S)
        self._strike_after_all(waiting)
        self.server.start()
        self.server.wait_until_it_answers()

    def _strike_those_whose_time_has_come(self, waiting: dict[Attempt, int], connected_at: dict[Attempt, float]) -> None:
        now = time.monotonic()
        for attempt, pid in list(waiting.items()):
            if attempt not in connected_at and self.tap.connected.get(attempt.number, 0) >= CONNECTIONS:
                connected_at[attempt] = now
            if attempt in connected_at and self._is_time(attempt, since=now - connected_at[attempt]):
                del waiting[attempt]
                self._strike(attempt, pid)
                if attempt.fault in OF_THE_SERVER:
                    waiting.clear()  # it struck them all
                    return

    def _strike_after_all(self, waiting: dict[Attempt, int]) -> None:
        """A crash that nobody's disclosure brought comes now, before the server had time to write what it still held."""
        late = next((attempt for attempt in waiting if attempt.fault in OF_THE_SERVER), None)
        if late:
            self._strike(late, 0)

    def _is_time(self, attempt: Attempt, *, since: float) -> bool:
        return self.tap.disclosed(attempt.number) if attempt.fault_after_s is None else since >= attempt.fault_after_s

    def _strike(self, attempt: Attempt, pid: int) -> None:
        match attempt.fault:
            case Fault.CLIENT_KILLED:
                kill(pid)
            case Fault.CANCELLED:
                self._tell_backends(attempt, "pg_cancel_backend")
            case Fault.TERMINATED:
                self._tell_backends(attempt, "pg_terminate_backend")
            case Fault.BACKEND_KILLED:
                self.server.kill_a_backend(attempt.number)
            case Fault.IMMEDIATE_SHUTDOWN:
                self.server.shut_down_immediately()
            case Fault.SERVER_KILLED:
                self.server.kill_all()

    def _tell_backends(self, attempt: Attempt, signal: str) -> None:
        with psycopg.connect(self.server.admin_url(), autocommit=True) as admin:
            admin.execute(f"select {signal}(pid) from pg_stat_activity where application_name = %s", [f"attempt-{attempt.number}"])


class Clients:
    """The process that forks a client for each attempt."""

    def __init__(self, url: str) -> None:
        self._forking = subprocess.Popen(
            [sys.executable, "-m", "tests.proofs.looks.clients"], cwd=ROOT, env=os.environ | {"PROOF_URL": url, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
        )  # fmt: skip

    def start(self, attempt: Attempt) -> int:
        if self._forking.stdin is None or self._forking.stdout is None:
            raise RuntimeError("no pipe")
        self._forking.stdin.write(f"{attempt.to_line()}\n")
        return int(self._forking.stdout.readline())

    def stop(self) -> None:
        with contextlib.suppress(OSError):
            self._forking.communicate()


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
