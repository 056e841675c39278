"""One demo in a folder of its own: started, asked, struck, stopped, and its mirror laid beside the Directorate."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg

from demo.machinery import answers
from sisada.foundation.launcher.machine import free_port
from sisada.foundation.launcher.supervisor import wait_for
from sisada.inside import roles as inside
from sisada.inside.link.mapping import TABLES
from sisada.inside.link.tests.equality import differences
from tests.proofs.prove_run_processes import Process, command, descendants, parts

ROOT = Path(__file__).parents[2]
ANSWERS_WITHIN_S = 120.0
EQUAL_WITHIN_S = 60.0
GONE_WITHIN_S = 15.0
RHYTHM = "10"  # acts of the demo's life: about three in a second, so that every kill meets some


TWICE = "select position, person_id from registry_change group by position, person_id having count(*) > 1"


class House:
    def __init__(self, folder: Path, *, persons: int) -> None:
        self.folder = folder
        self.port, self.public_port = free_port(), free_port()
        self.persons = persons
        self.launcher: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        ports = {"PORT": str(self.port), "PUBLIC_PORT": str(self.public_port)}
        environment = {"SISADA_VAR": str(self.folder), **ports, "PERSONS": str(self.persons), "DEMO_RHYTHM": RHYTHM}
        with (self.folder.parent / "launcher.log").open("ab") as log:
            self.launcher = subprocess.Popen(
                [sys.executable, "-m", "demo", "run"],
                cwd=ROOT,
                env=os.environ | environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def start_and_wait(self) -> float:
        """Seconds to the first page."""
        began = time.monotonic()
        self.start()
        if not wait_for(self.answers, within_s=ANSWERS_WITHIN_S):
            raise TimeoutError(f"no page; see {self.folder.parent}")
        return time.monotonic() - began

    def answers(self) -> bool:
        """Both faces."""
        return answers(self.port, "/masuk/") and answers(self.public_port, "/")

    def is_well(self) -> bool:
        """Both faces and all three servers answer."""
        try:
            for server in ("inside", "outside", "directorate"):
                psycopg.connect(self._url(server, "postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return self.answers()

    def parts(self) -> dict[str, list[Process]]:
        return parts(self.launcher.pid) if self.launcher else {}

    def strike(self, number: signal.Signals) -> tuple[float, list[str]]:
        """Send the launcher a signal: seconds until it and all its descendants had gone, and the commands of those that stayed."""
        if self.launcher is None:
            return 0.0, []
        family = list(descendants(self.launcher.pid))
        began = time.monotonic()
        self.launcher.send_signal(number)
        self.launcher.wait()
        wait_for(lambda: not any(one.is_there() for one in family), within_s=GONE_WITHIN_S, pause_s=0.02)
        self.launcher = None
        return time.monotonic() - began, [command(one.pid) for one in family if one.is_there()]

    def faults_of_the_mirror(self) -> list[str]:
        """What differs while the Directorate stands still for a moment, and changes that were taken in twice. Nothing: all is well."""
        with (
            psycopg.connect(self._url("directorate", "postgres")) as upstream,
            psycopg.connect(self._url("inside", inside.DATABASE), autocommit=True) as mirror,
        ):
            upstream.execute(f"lock table {', '.join(table.theirs for table in TABLES)} in share mode")
            found: list[str] = []

            def equal() -> bool:
                found[:] = differences(upstream, mirror)
                return not found

            wait_for(equal, within_s=EQUAL_WITHIN_S, pause_s=0.3)
            twice = mirror.execute(TWICE).fetchall()
        return found + ([f"{len(twice)} changes taken in twice"] if twice else [])

    def _url(self, server: str, database: str) -> str:
        port = json.loads((self.folder / "ports.json").read_text())[server]
        password = (self.folder / "keys" / f"{server}-admin").read_text()
        return f"postgresql://sisada_admin:{password}@127.0.0.1:{port}/{database}"
