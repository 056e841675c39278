"""The parts of the demo on one machine, and the order in which they start and stop."""

import os
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from demo import story
from demo.directorate.build import READER, build_once
from sisada.foundation.launcher import postgres
from sisada.foundation.launcher.machine import CannotStart, Folder
from sisada.foundation.launcher.supervisor import Part, Supervisor, wait_for
from sisada.foundation.roles import Role, prepare
from sisada.inside import roles as inside
from sisada.outside import roles as outside

ROOT = Path(__file__).parents[1]
SERVERS = ("inside", "outside", "directorate")
SETTINGS = (("shared_buffers", "256MB"), ("max_wal_size", "2GB"), ("random_page_cost", "1.1"))
DIRECTORATE_SETTINGS = (*SETTINGS, ("wal_level", "logical"), ("max_slot_wal_keep_size", "4GB"))


class Machinery:
    def __init__(self, folder: Folder, supervisor: Supervisor, *, port: int, persons: int) -> None:
        self.folder = folder
        self.supervisor = supervisor
        self.port = port
        self.persons = persons
        ports = folder.ports(list(SERVERS))
        self.servers = {
            name: postgres.Server(name, folder.path / name, ports[name], DIRECTORATE_SETTINGS if name == "directorate" else SETTINGS) for name in SERVERS
        }

    def start(self, asked_to_stop: threading.Event) -> None:
        """Everything, in order; a step is skipped when somebody asked to stop meanwhile.

        Raises: CannotStart."""
        steps = (self.start_servers, self.make_databases, self.start_processes)
        for step in steps:
            if asked_to_stop.is_set():
                return
            step()

    def start_servers(self) -> None:
        story.tell("PostgreSQL: dalam, luar, Direktorat / inside, outside, Directorate")
        with ThreadPoolExecutor(3) as starting:
            list(starting.map(self._start_server, self.servers.values()))

    def _start_server(self, server: postgres.Server) -> None:
        try:
            postgres.create(server)
        except (subprocess.CalledProcessError, OSError):
            raise CannotStart(
                f"Basis data {server.name} tidak dapat dibuat di {server.folder}: periksa ruang disk dan hak tulis. / "
                f"The database could not be created: check disk space and permissions."
            ) from None
        self.supervisor.start(Part(server.name, server.command(), stop_signal="INT", user=server.user()))
        # After a kill -9 the first start may find the old lock file; the supervisor starts it again.
        if not wait_for(lambda: postgres.answers(server), within_s=20):
            raise CannotStart(f"PostgreSQL {server.name} tidak menjawab; lihat / see {self.folder.path / 'log' / server.name}.log")

    def make_databases(self) -> None:
        with ThreadPoolExecutor(2) as making:
            directorate = making.submit(self.make_directorate)
            making.submit(self.make_sides).result()
            directorate.result()

    def make_directorate(self) -> None:
        build_once(
            self.servers["directorate"].url(),
            persons=self.persons,
            reader_password=self.folder.secret(READER),
            progress=lambda words: story.tell(f"Direktorat / Directorate: {words}"),
        )

    def make_sides(self) -> None:
        for side in (inside, outside):
            self._prepare(side.DATABASE, side.OWNER, side.ROLES)
        story.tell("Tabel dan hak / tables and grants")
        with ThreadPoolExecutor(2) as migrating:
            on_the_outside = migrating.submit(self._migrate, "sisada.outside.settings", self.url(outside.DATABASE, outside.OWNER))
            migrating.submit(self._migrate, "sisada.inside.settings", self.url(inside.DATABASE, inside.OWNER)).result()
            on_the_outside.result()
        self._django(["-m", "demo.people"], self.environment_of(inside.OWNER))

    def _migrate(self, settings: str, owner_url: str) -> None:
        environment = {"DATABASE_URL": owner_url, "SISADA_SECRET_KEY": self.folder.secret("django")}
        self._django(["-m", "django", "migrate", "--settings", settings, "--verbosity", "0"], environment)

    def _prepare(self, database: str, owner: str, roles: tuple[Role, ...]) -> None:
        passwords = {name: self.folder.secret(name) for name in (owner, *(role.name for role in roles))}
        prepare(self._server_of(database).url(), database=database, owner=owner, roles=roles, passwords=passwords)

    def _django(self, arguments: list[str], environment: dict[str, str]) -> None:
        done = subprocess.run(
            [sys.executable, *arguments], env=os.environ | environment, cwd=ROOT, capture_output=True, text=True, check=False
        )
        if done.returncode:
            log = self.folder.path / "log" / "migrate.log"
            log.write_text(done.stdout + done.stderr, encoding="utf-8")
            raise CannotStart(f"Tabel tidak dapat dibuat; lihat / the tables could not be made; see {log}")

    def environment_of(self, role: str) -> dict[str, str]:
        """What a process of the inside gets: its own role's address and nobody else's."""
        return {
            "DATABASE_URL": self.url(inside.DATABASE, role),
            "SISADA_SECRET_KEY": self.folder.secret("django"),
            "SISADA_DEMO": "1",
            "SISADA_PLAIN_HTTP": "1",
            "DJANGO_SETTINGS_MODULE": "sisada.inside.settings",
        }

    def _server_of(self, database: str) -> postgres.Server:
        return self.servers["inside" if database == inside.DATABASE else "outside"]

    def url(self, database: str, role: str) -> str:
        return f"postgresql://{role}:{self.folder.secret(role)}@127.0.0.1:{self._server_of(database).port}/{database}"

    def start_processes(self) -> None:
        for part in self.parts():
            self.supervisor.start(part)
        story.tell("Penghubung, pekerja, halaman kantor / link, worker, office face")
        if not wait_for(self._office_answers, within_s=30):
            raise CannotStart(f"Halaman kantor tidak menjawab; lihat / see {self.folder.path / 'log' / 'office'}.log")

    def parts(self) -> list[Part]:
        python = [sys.executable]
        directorate = self.servers["directorate"]
        upstream = f"postgresql://{READER}:{self.folder.secret(READER)}@127.0.0.1:{directorate.port}/postgres"
        office = {**self.environment_of("sisada_office"), "DJANGO_SETTINGS_MODULE": "sisada.faces.office.settings"}
        granian = [
            str(Path(sys.executable).with_name("granian")), "--interface", "asginl", "--host", "127.0.0.1", "--port", str(self.port), "--workers", "2",
            "--workers-kill-timeout", "3", "--respawn-failed-workers", "--no-access-log", "--log-level", "warning", "sisada.faces.office.asgi:application",
        ]  # fmt: skip
        return [
            Part("link", [*python, "-m", "sisada.inside.link"], {**self.environment_of("sisada_link"), "UPSTREAM_DATABASE_URL": upstream}),
            Part("worker", [*python, "-m", "sisada.inside.work"], self.environment_of("sisada_worker")),
            Part("office", granian, office),
            Part("life", [*python, "-m", "demo.directorate.life"], {"DIRECTORATE_DATABASE_URL": directorate.url()}),
        ]

    def _office_answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/masuk/", timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def stop(self, *, within_s: float) -> None:
        """Faces and workers first, so that no request meets a stopped database; then the servers."""
        until = time.monotonic() + within_s
        self.supervisor.stop(["life", "link", "worker", "office"], within_s=within_s * 0.6)
        self.supervisor.stop(list(SERVERS), within_s=max(1.0, until - time.monotonic()))
