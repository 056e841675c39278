"""A whole demo house for the browser tests: its own folder, ports and few persons, made anew, started once and stopped at the end."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

import psycopg

from sisada.foundation.launcher.machine import free_port
from sisada.foundation.launcher.postgres import Server
from sisada.foundation.launcher.supervisor import wait_for
from sisada.inside import roles as inside

ROOT = Path(__file__).parents[2]
FOLDERS = ROOT / "var" / "test" / "browser"
PERSONS = 1000  # every case of the demo at least once, and more than one page of a kelurahan's list
# What a process of the house may inherit from the tests: not their settings, and no database of theirs.
INHERITED = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR")


class Face:
    """One office face: where it answers, and how it is started and stopped."""

    def __init__(self, port: int, command: list[str], environment: dict[str, str], log: Path) -> None:
        self.url = f"http://localhost:{port}"
        self.command = command
        self.environment = environment
        self.log = log
        self.process: subprocess.Popen[bytes] | None = None  # None: not started

    def start(self, *, within_s: float) -> None:
        inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
        environment = inherited | {"PYTHONPATH": str(ROOT)} | self.environment
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(self.command, cwd=ROOT, stdout=log, stderr=log, start_new_session=True, env=environment)
        assert wait_for(self.answers, within_s=within_s), f"{self.url} does not answer; see {self.log}"

    def answers(self) -> bool:
        assert self.process, "start() comes first"
        assert self.process.poll() is None, f"The process has ended; see {self.log}"
        try:
            with urllib.request.urlopen(f"{self.url}/masuk/", timeout=10) as answer:  # noqa: S310 - our own http address
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()


class House(Face):
    """`python -m demo run` in a folder of its own."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` None: one that no other run uses; it goes when the house stops."""
        self.folder = folder or Path(tempfile.mkdtemp(prefix="rumah-", dir=_made(FOLDERS)))
        port, public_port = free_port(), free_port()
        self.public_url = f"http://localhost:{public_port}"
        environment = {"SISADA_VAR": str(self.folder), "PERSONS": str(PERSONS), "PORT": str(port), "PUBLIC_PORT": str(public_port)}
        super().__init__(port, [sys.executable, "-m", "demo", "run"], environment, self.folder.with_suffix(".log"))

    def start(self, *, within_s: float = 240) -> None:
        """From an empty folder: the cast is as it was written, whatever an earlier run did to it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.log.unlink(missing_ok=True)
        super().start(within_s=within_s)
        assert wait_for(self._mirror_is_whole, within_s=60), "The mirror's first copy did not end."

    def stop(self) -> None:
        super().stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def server(self, name: str) -> Server:
        return Server(name, self.folder / name, json.loads((self.folder / "ports.json").read_text())[name])

    def secret(self, name: str) -> str:
        return (self.folder / "keys" / name).read_text()

    def office_url(self) -> str:
        return f"postgresql://sisada_office:{self.secret('sisada_office')}@127.0.0.1:{self.server('inside').port}/{inside.DATABASE}"

    def _mirror_is_whole(self) -> bool:
        with psycopg.connect(self.office_url()) as connection:
            row = connection.execute("select phase from link_mirror_age").fetchone()
        return row is not None and row[0] == "streaming"

    def act(self, what: str, niora: str) -> None:
        """Something happens in the Directorate: `extend N0000000104`, `move N0000000111`."""
        environment = {**os.environ, "DIRECTORATE_DATABASE_URL": self.server("directorate").url()}
        command = [sys.executable, "-m", "demo.directorate.act", what, niora]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)

    def another_face(self) -> Face:
        """A second office face on the same house, which a test may stop and start."""
        port = free_port()
        environment = {
            "DATABASE_URL": self.office_url(),
            "SISADA_SECRET_KEY": self.secret("django"),
            "SISADA_DEMO": "1",
            "SISADA_PLAIN_HTTP": "1",
            "DJANGO_SETTINGS_MODULE": "sisada.faces.office.settings",
            "SISADA_CODE_PEPPER": self.secret("code-pepper"),
            "SISADA_WORD_KEY_FILE": str(self.folder / "keys" / "word-key"),
        }
        granian = [str(Path(sys.executable).with_name("granian")), "--interface", "asginl", "--log-level", "warning"]
        address = ["--host", "127.0.0.1", "--port", str(port), "--no-ws", "--workers-kill-timeout", "1"]
        command = [*granian, *address, "sisada.faces.office.asgi:application"]
        return Face(port, command, environment, self.folder.with_suffix(".another.log"))


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
