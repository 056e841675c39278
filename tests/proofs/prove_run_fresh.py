"""`make prove-fresh`: what somebody sees who clones the repository and types `make run`, in seconds.

    python -m tests.proofs.prove_run_fresh [PERSONS]

What is committed is cloned into an empty folder, with an empty home and empty caches, for whoever we are; as root also into a
plain user's private home, as that user, and there once more as root. A failure is printed with the last words of `make run`.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from sisada.foundation.launcher.machine import free_port
from tests.proofs.prove_run_processes import command, descendants

ROOT = Path(__file__).parents[2]
PLAIN_USER = "nobody"
FIRST_PAGE_S, SECOND_PAGE_S, STOP_S = 60, 10, 6
PAGE_WITHIN_S = 600
KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "TZ", "http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")


@dataclass(frozen=True)
class Case:
    """Who clones, and where."""

    words: str
    home: Path
    clone: Path
    user: str | None  # None: whoever we are

    def identity(self) -> dict[str, Any]:
        if self.user is None:
            return {}
        known = pwd.getpwnam(self.user)
        return {"user": known.pw_uid, "group": known.pw_gid, "extra_groups": ()}

    def environment(self) -> dict[str, str]:
        return {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ} | {"HOME": str(self.home)}


def cases(place: Path) -> Iterator[Case]:
    yield Case("as we are, empty home", _folder(place / "home", 0o755), place / "clone", None)
    if os.geteuid() == 0:
        home = _folder(place / "private", 0o700)
        shutil.chown(home, PLAIN_USER)
        yield Case("plain user, private home", home, home / "clone", PLAIN_USER)
        yield Case("root in that private home", _folder(place / "empty", 0o755), home / "a space" / "clone", None)


def _folder(path: Path, mode: int) -> Path:
    path.mkdir()
    path.chmod(mode)
    return path


def prove(case: Case, bundle: Path, *, persons: int) -> bool:
    """True when every promise was kept."""
    subprocess.run(
        ["git", "-c", "advice.detachedHead=false", "clone", "-q", bundle, case.clone], check=True, env=case.environment(), **case.identity()
    )
    began = time.monotonic()
    done = subprocess.run(
        ["bin/install", "demo"], cwd=case.clone, env=case.environment(), capture_output=True, text=True, check=False, **case.identity()
    )
    print(f"\n{case.words} ({persons} persons)\n  installs                   {time.monotonic() - began:6.1f} s   load {load()}", flush=True)
    if done.returncode:
        print(done.stderr)
        return False
    first = start_and_stop(case, "first", persons=persons, page_s=FIRST_PAGE_S)
    second = start_and_stop(case, "second", persons=persons, page_s=SECOND_PAGE_S)
    return first and second


def start_and_stop(case: Case, which: str, *, persons: int, page_s: float) -> bool:
    port = free_port()
    environment = case.environment() | {"PORT": str(port), "PUBLIC_PORT": str(free_port()), "PERSONS": str(persons)}
    log = case.clone.parent / f"{which}.log"
    with log.open("wb") as out:
        began = time.monotonic()
        make = subprocess.Popen(
            ["make", "run"], cwd=case.clone, env=environment, stdout=out, stderr=out, start_new_session=True, **case.identity()
        )
        page = first_page(make, port)
        print(f"  {which + ' start to first page':27}{page - began:6.1f} s   goal {page_s:2} s   load {load()}", flush=True)
        family = list(descendants(make.pid))
        began_to_stop = time.monotonic()
        os.killpg(make.pid, signal.SIGINT)  # as a terminal does
        make.wait()
        stop_s = time.monotonic() - began_to_stop
    left = [command(one.pid) for one in family if one.is_there()]
    print(f"  Ctrl-C to the end          {stop_s:6.1f} s   goal {STOP_S:2} s   processes left: {len(left)} of {len(family)}", flush=True)
    if page == float("inf"):
        print("  ".join(["", *log.read_text(encoding="utf-8").splitlines(keepends=True)[-8:]]))
    return page - began <= page_s and stop_s <= STOP_S and not left


def first_page(make: "subprocess.Popen[bytes]", port: int) -> float:
    until = time.monotonic() + PAGE_WITHIN_S
    while make.poll() is None and time.monotonic() < until:
        connection = HTTPConnection("127.0.0.1", port, timeout=2)
        try:
            connection.request("GET", "/masuk/")
            if connection.getresponse().status == 200:
                return time.monotonic()
        except (HTTPException, OSError):
            time.sleep(0.1)
        finally:
            connection.close()
    return float("inf")


def load() -> str:
    return Path("/proc/loadavg").read_text().split()[0]


def main(persons: int) -> int:
    place = Path(tempfile.mkdtemp(prefix="prove-fresh-"))
    place.chmod(0o755)  # the plain user must reach it
    bundle = place / "repository"
    subprocess.run(["git", "bundle", "create", "-q", bundle, "HEAD"], cwd=ROOT, check=True)
    try:
        kept = [prove(case, bundle, persons=persons) for case in cases(place)]
        return 0 if all(kept) else 1
    finally:
        shutil.rmtree(place)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
