"""The whole house at PERSONS people, built once and kept in var/bench, with the plain pages beside the office face."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg

from sisada.foundation.launcher.machine import free_port
from sisada.foundation.launcher.supervisor import wait_for
from sisada.inside.roles import DATABASE, OWNER

ROOT = Path(__file__).parents[1]
VAR = Path(os.environ.get("BENCH_VAR", ROOT / "var" / "bench"))
PERSONS = int(os.environ.get("PERSONS", "300000"))
START_WITHIN_S = 1800.0  # the first time: the Directorate is made and copied
WORKERS = 2  # as the office face has
STOP_WITHIN_S = 20.0


@dataclass(frozen=True)
class House:
    """Where the two faces answer, and the owner's address for what a benchmark must know beforehand."""

    office_port: int
    plain_port: int
    owner_url: str


@contextlib.contextmanager
def running() -> Iterator[House]:
    """What `make run` starts, the demo's life included, once the copy is whole; and the plain face. Stopped afterwards.

    Raises: RuntimeError when the house does not start, TimeoutError."""
    office_port, plain_port = free_port(), free_port()
    VAR.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as started:
        demo = {"SISADA_VAR": str(VAR), "PERSONS": str(PERSONS), "PORT": str(office_port), "PUBLIC_PORT": str(free_port())}
        launcher = started.enter_context(process("demo", [sys.executable, "-m", "demo", "run"], demo))
        wait_until_the_copy_is_whole(launcher)
        started.enter_context(process("plain", face_command(plain_port), plain_environment()))
        if not wait_for(lambda: answers(office_port) and answers(plain_port), within_s=30):
            raise TimeoutError(f"A face does not answer; see {VAR}/bench-plain.log and {VAR}/log/office.log.")
        lift_hourly_limits()
        yield House(office_port, plain_port, owner_url())


@contextlib.contextmanager
def process(name: str, command: list[str], environment: dict[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    """A process with a log beside the data, asked to stop as by Ctrl-C."""
    with (VAR / f"bench-{name}.log").open("wb") as log:
        whole = os.environ | {"PYTHONPATH": str(ROOT)} | environment
        running = subprocess.Popen(command, cwd=ROOT, env=whole, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        try:
            yield running
        finally:
            running.send_signal(signal.SIGINT)
            running.wait(STOP_WITHIN_S)


def face_command(port: int) -> list[str]:
    """As the office face is started."""
    granian = str(Path(sys.executable).with_name("granian"))
    return [
        granian, "--interface", "asginl", "--host", "127.0.0.1", "--port", str(port), "--workers", str(WORKERS),
        "--workers-kill-timeout", "3",
        "--respawn-failed-workers", "--no-access-log", "--log-level", "warning", "sisada.faces.office.asgi:application",
    ]  # fmt: skip


def plain_environment() -> dict[str, str]:
    """The office face's, but for the settings and the key: the owner's."""
    return {
        "DATABASE_URL": owner_url(),
        "SISADA_SECRET_KEY": key("django"),
        "SISADA_DEMO": "1",
        "SISADA_PLAIN_HTTP": "1",
        "DJANGO_SETTINGS_MODULE": "bench.plain.settings",
        "SISADA_CODE_PEPPER": key("code-pepper"),
        "SISADA_WORD_KEY_FILE": str(VAR / "keys" / "word-key"),
    }


def key(name: str) -> str:
    return (VAR / "keys" / name).read_text(encoding="utf-8")


def owner_url() -> str:
    port = json.loads((VAR / "ports.json").read_text())["inside"]
    return f"postgresql://{OWNER}:{key(OWNER)}@127.0.0.1:{port}/{DATABASE}"


def wait_until_the_copy_is_whole(launcher: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + START_WITHIN_S
    while phase() != "streaming":
        if launcher.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"The house did not start; see {VAR}/bench-demo.log.")
        time.sleep(1)
    with psycopg.connect(owner_url(), autocommit=True) as owner:
        owner.execute("vacuum analyze")  # as autovacuum leaves it some minutes after a copy


def lift_hourly_limits() -> None:
    """No officer asks as often as a benchmark does. A dated row like any other, in the benchmark's own database."""
    with psycopg.connect(owner_url(), autocommit=True) as owner:
        owner.execute(
            """insert into rules_row (id, name, about, value, valid_from, source, needs_second)
            select gen_random_uuid(), limited, '', to_jsonb(1000000), rules_today(), 'make bench-pages', false
            from unnest(%s::text[]) as limited
            where not exists (select from rules_row as made where made.name = limited and made.source = 'make bench-pages')""",
            [[f"audit.{thing}-per-hour" for thing in ("searches", "cards", "lists")]],
        )


def phase() -> str | None:
    """The mirror's; None: nobody can be asked yet."""
    try:
        with psycopg.connect(owner_url(), connect_timeout=2) as owner:
            row = owner.execute("select phase from link_mirror_age where checked_at > now() - interval '10 seconds'").fetchone()
    except (psycopg.Error, OSError, KeyError):
        return None
    return str(row[0]) if row else None


def answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False
