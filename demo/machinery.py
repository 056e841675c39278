"""The parts of the demo on one machine, and the order in which they start and stop."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from functools import partial
from http.client import HTTPConnection, HTTPException

from demo import story
from demo.directorate.build import READER, build_once
from sisada.foundation import office_signature
from sisada.foundation.envelope import public_half
from sisada.foundation.launcher import postgres
from sisada.foundation.launcher.machine import CannotStart, Folder
from sisada.foundation.launcher.supervisor import Part, Supervisor, wait_for
from sisada.foundation.roles import Role, prepare
from sisada.inside import roles as inside
from sisada.outside import roles as outside

SERVERS = ("inside", "outside", "directorate")
SETTINGS = (("shared_buffers", "256MB"), ("max_wal_size", "2GB"), ("random_page_cost", "1.1"))
DIRECTORATE_SETTINGS = (*SETTINGS, ("wal_level", "logical"), ("max_slot_wal_keep_size", "4GB"))
SERVER_ANSWERS_WITHIN_S, FACE_ANSWERS_WITHIN_S = 30, 30
HEADERS_WITHIN_MS = 2000  # whoever sends half a request, or none after one, holds no connection longer


class Machinery:
    def __init__(self, folder: Folder, supervisor: Supervisor, *, port: int, public_port: int, persons: int) -> None:
        self.folder = folder
        self.supervisor = supervisor
        self.port = port
        self.public_port = public_port
        self.persons = persons
        ports = folder.ports(list(SERVERS))
        settings = {name: DIRECTORATE_SETTINGS if name == "directorate" else SETTINGS for name in SERVERS}
        self.servers = {name: postgres.Server(name, folder.path / name, ports[name], settings[name]) for name in SERVERS}

    def start(self) -> None:
        """Everything, in order, and then the message that it runs.

        Raises: CannotStart; whatever the building of a database raises; StoppingError when somebody asked to stop meanwhile."""
        story.tell("Server basis data / database servers: inside, outside, directorate")
        together(*(lambda server=server: self._start_server(server) for server in self.servers.values()))
        together(self.make_directorate, self.make_sides)
        self.start_processes()
        story.ready(port=self.port, public_port=self.public_port, var=self.folder.path)

    def _start_server(self, server: postgres.Server) -> None:
        try:
            postgres.create(server)
        except (subprocess.CalledProcessError, OSError):
            raise CannotStart(
                f"Basis data {server.name} tidak dapat dibuat di {server.folder}: periksa ruang disk dan hak tulis. / "
                f"The database could not be created there: check disk space and permissions."
            ) from None
        self.supervisor.start(Part(server.name, server.command(), stop_signal="INT", user=server.user()))
        # After a kill -9 the first start may find the old lock file; the supervisor starts it again.
        if not wait_for(lambda: postgres.answers(server), within_s=SERVER_ANSWERS_WITHIN_S):
            raise self._silent(server.name)

    def _silent(self, name: str) -> CannotStart:
        return CannotStart(
            f"Bagian {name} tidak menjawab; sebabnya di {self.supervisor.log(name)} / "
            f"The part {name} does not answer; the cause stands there."
        )

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
        story.tell("Tabel dan hak akses / tables and grants")
        together(
            lambda: self._migrate("migrate-outside", "sisada.outside.settings", self.url(outside.DATABASE, outside.OWNER)),
            lambda: self._migrate("migrate-inside", "sisada.inside.settings", self.url(inside.DATABASE, inside.OWNER)),
        )
        self._django("people", ["demo.people"], self.environment_of(inside.OWNER))

    def _migrate(self, name: str, settings: str, owner_url: str) -> None:
        environment = {"DATABASE_URL": owner_url, "SISADA_SECRET_KEY": self.folder.secret("django")}
        self._django(name, ["django", "migrate", "--settings", settings, "--verbosity", "0"], environment)

    def _prepare(self, database: str, owner: str, roles: tuple[Role, ...]) -> None:
        passwords = {name: self.folder.secret(name) for name in (owner, *(role.name for role in roles))}
        prepare(self._server_of(database).url(), database=database, owner=owner, roles=roles, passwords=passwords)

    def _django(self, name: str, module: list[str], environment: dict[str, str]) -> None:
        if self.supervisor.run(Part(name, [sys.executable, "-m", *module], environment)):
            log = self.supervisor.log(name)
            raise CannotStart(f"Tabel tidak dapat dibuat; sebabnya di {log} / The tables could not be made; the cause stands there.")

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
        story.tell("Penghubung, pekerja, halaman kantor, halaman publik / link, worker, office face, public face")
        for name, port, page in (("office", self.port, "/masuk/"), ("public", self.public_port, "/")):
            if not wait_for(partial(answers, port, page), within_s=FACE_ANSWERS_WITHIN_S):
                raise self._silent(name)

    def parts(self) -> list[Part]:
        python = [sys.executable, "-m"]
        directorate = self.servers["directorate"]
        upstream = f"postgresql://{READER}:{self.folder.secret(READER)}@127.0.0.1:{directorate.port}/postgres"
        rhythm = {"DEMO_RHYTHM": os.environ["DEMO_RHYTHM"]} if "DEMO_RHYTHM" in os.environ else {}
        return [
            Part("office", serving("sisada.faces.office.asgi:application", port=self.port), self._offices_own()),
            Part("public", serving("sisada.faces.public.asgi:application", port=self.public_port), self.public_environment()),
            Part("link", [*python, "sisada.inside.link"], {**self.environment_of("sisada_link"), "UPSTREAM_DATABASE_URL": upstream}),
            Part("worker", [*python, "sisada.inside.work"], self._workers_own()),
            Part("sealer", [*python, "sisada.inside.audit.seal"], self._sealers_own()),
            Part("crossing", [*python, "sisada.crossing"], self._both_sides()),
            Part("life", [*python, "demo.directorate.life"], {"DIRECTORATE_DATABASE_URL": directorate.url(), **rhythm}),
            Part("reporters", [*python, "demo.reporters"], {**self.public_environment(), **rhythm}),
        ]

    def _offices_own(self) -> dict[str, str]:
        """It takes reports down at the desk, as the street does: it can seal them, and opens none."""
        return {
            **self.environment_of("sisada_office"),
            "DJANGO_SETTINGS_MODULE": "sisada.faces.office.settings",
            "SISADA_LETTER_PUBLIC_KEY": self._letters_public_half(),
            "SISADA_CODE_PEPPER": self.folder.key("code-pepper").read_text(encoding="utf-8"),
            "SISADA_PROPOSAL_KEY_FILE": str(self.folder.key("proposal-key")),
            "SISADA_WORD_KEY_FILE": str(self.folder.key("word-key")),
        }

    def _workers_own(self) -> dict[str, str]:
        """It alone opens letters, those that the public face received; it answers some by itself, so it signs as the office does."""
        return {
            **self.environment_of("sisada_worker"),
            "SISADA_LETTER_KEY_FILE": str(self.folder.key("letter-key")),
            "SISADA_CODE_PEPPER": self.folder.key("code-pepper").read_text(encoding="utf-8"),
            "SISADA_WORD_KEY_FILE": str(self.folder.key("word-key")),
        }

    def public_environment(self) -> dict[str, str]:
        """What faces the street: an address of the outside, no key that opens what it sealed, and no word of the inside."""
        return {
            "DATABASE_URL": self.url(outside.DATABASE, "sisada_public"),
            "SISADA_SECRET_KEY": self.folder.secret("django-public"),
            "SISADA_DEMO": "1",
            "SISADA_PLAIN_HTTP": "1",
            "DJANGO_SETTINGS_MODULE": "sisada.faces.public.settings",
            "SISADA_LETTER_PUBLIC_KEY": self._letters_public_half(),
            "SISADA_WORD_PUBLIC_KEY": self._words_public_half(),
            "SISADA_RECEIPT_KEY_FILE": str(self.folder.key("receipt-key")),
            "SISADA_CODE_PEPPER": self.folder.key("code-pepper").read_text(encoding="utf-8"),
        }

    def _letters_public_half(self) -> str:
        """By the environment, never through a database: whoever could change it there would read the letters to come."""
        return public_half(bytes.fromhex(self.folder.key("letter-key").read_text(encoding="utf-8"))).hex()

    def _words_public_half(self) -> str:
        """By the environment, too: whoever could change it would speak in the office's name."""
        return office_signature.public_half(bytes.fromhex(self.folder.key("word-key").read_text(encoding="utf-8"))).hex()

    def _sealers_own(self) -> dict[str, str]:
        """Its key is made at its first start, and no other part is told where it lies."""
        key = self.folder.path.resolve() / "keys" / "seal-key"
        return {"DATABASE_URL": self.url(inside.DATABASE, "sisada_sealer"), "SISADA_SEAL_KEY_FILE": str(key)}

    def _both_sides(self) -> dict[str, str]:
        """The only part that holds an address on either side."""
        carrier = self.url(outside.DATABASE, "sisada_carrier")
        return {"DATABASE_URL": self.url(inside.DATABASE, "sisada_worker"), "CARRIER_DATABASE_URL": carrier}

    def stop(self, *, within_s: float) -> None:
        """Faces and workers first, so that no request meets a stopped database; then the servers."""
        until = time.monotonic() + within_s
        self.supervisor.stop([name for name in list(self.supervisor.running) if name not in SERVERS], within_s=within_s * 0.6)
        self.supervisor.stop(SERVERS, within_s=max(1.0, until - time.monotonic()))


def serving(application: str, *, port: int) -> list[str]:
    """As a module: the script's first line would hold this folder's path, which may be long, have spaces, or change."""
    return [
        sys.executable, "-m", "granian", "--interface", "asginl", "--no-ws", "--host", "127.0.0.1", "--port", str(port), "--workers", "2",
        "--workers-kill-timeout", "3", "--respawn-failed-workers", "--no-access-log", "--log-level", "warning",
        "--http1-header-read-timeout", str(HEADERS_WITHIN_MS), application,
    ]  # fmt: skip


def answers(port: int, page: str) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)  # not urllib: a proxy set for the street must not stand between
    try:
        connection.request("GET", page)
        return connection.getresponse().status == 200
    except (HTTPException, OSError):
        return False
    finally:
        connection.close()


def together(*steps: Callable[[], None]) -> None:
    """All at once; the first failure is raised at once, whatever the others still do."""
    pool = ThreadPoolExecutor(len(steps))
    done, _ = wait([pool.submit(step) for step in steps], return_when=FIRST_EXCEPTION)
    pool.shutdown(wait=False)
    for step in done:
        step.result()
