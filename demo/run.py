"""`make run`: the embedded servers, both databases, the synthetic Directorate, then link, worker, office face and the demo's life.

Everything lies in `var/`. Each process gets its own role's address and no other (`environment_of`).
"""

import os
import signal
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from demo import story
from demo.machinery import Machinery
from sisada.foundation.launcher.machine import CannotStart, Folder, require_free
from sisada.foundation.launcher.supervisor import Supervisor

ROOT = Path(__file__).parents[1]
VAR = Path(os.environ.get("SISADA_VAR", ROOT / "var"))
STOP_WITHIN_S = 5.5


def run() -> None:
    begun = time.monotonic()
    port, persons = whole_number("PORT", 8400), whole_number("PERSONS", 50_000)
    refuse_what_is_not_a_demo()
    folder = Folder(VAR)
    lock = folder.lock()
    folder.require_room()
    require_free(port)
    supervisor = Supervisor(VAR / "log", tell=story.tell, inherited=(lock,))
    asked_to_stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: asked_to_stop.set())
    machinery = Machinery(folder, supervisor, port=port, persons=persons)
    try:
        with ThreadPoolExecutor(1) as starting:
            started = starting.submit(machinery.start, asked_to_stop)
            while not started.done() and not asked_to_stop.wait(0.1):
                pass
            if not asked_to_stop.is_set():
                started.result()
                story.ready(port=port, var=VAR, seconds=time.monotonic() - begun)
            else:
                story.tell("…")
                supervisor.stopping.set()
        asked_to_stop.wait()
    finally:
        story.stopping()
        machinery.stop(within_s=STOP_WITHIN_S)
        story.stopped()


def whole_number(name: str, default: int) -> int:
    try:
        return int(os.environ.get(name, default))
    except ValueError:
        raise CannotStart(f"{name} harus berupa angka. / {name} must be a number.") from None


def refuse_what_is_not_a_demo() -> None:
    """Demo accounts and fixed secrets must never meet real data or the street."""
    if os.environ.get("UPSTREAM_DATABASE_URL"):
        raise CannotStart(
            "UPSTREAM_DATABASE_URL terpasang: mode demo tidak berjalan dengan data pusat yang asli. / The demo refuses to run with a real upstream."
        )
    if os.environ.get("SISADA_BIND", "127.0.0.1") not in ("127.0.0.1", "localhost", "::1"):
        raise CannotStart("Mode demo hanya untuk alamat loopback. / The demo serves a loopback address only.")


if __name__ == "__main__":
    sys.exit(run())
