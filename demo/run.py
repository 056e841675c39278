"""`make run`: the embedded servers, both databases, the synthetic Directorate, then link, worker, both faces and the demo's life.

Everything lies in `var/`. Each process gets its own role's address and no other (`environment_of`).
"""

import os
import queue
import select
import shutil
import signal
import sys
import threading
import traceback
from pathlib import Path
from typing import NoReturn

import psycopg

from demo import story
from demo.machinery import SERVERS, Machinery
from sisada.foundation.launcher.machine import NO_ROOM, CannotStart, Folder, full_disk, require_free
from sisada.foundation.launcher.supervisor import Supervisor
from sisada.foundation.office import DEFAULT_FILE, office

ROOT = Path(__file__).parents[1]
VAR = Path(os.environ.get("SISADA_VAR", ROOT / "var")).absolute()
STOP_WITHIN_S = 5.0
ROOM_TO_RUN, ROOM_PER_PERSON = 500_000_000, 20_000  # bytes: three servers' logs; both copies of a person with indexes


def run() -> NoReturn:
    """Start, serve until somebody asks to stop or the start fails, stop all. Exit code 1 after a failure, else 0.

    Raises: CannotStart before anything was started."""
    port, persons = whole_number("PORT", 8400, most=65_535), whole_number("PERSONS", 50_000, most=2_000_000)
    public_port = whole_number("PUBLIC_PORT", port + 1 if port < 65_535 else 8401, most=65_535)
    refuse_what_is_not_a_demo()
    require_office()
    folder = Folder(VAR)
    supervisor = Supervisor(folder.path / "log", tell=lambda words: tell_with_cause(words, folder), inherited=(folder.lock(),))
    folder.require_room(ROOM_TO_RUN + (0 if (folder.path / "directorate").exists() else persons * ROOM_PER_PERSON))
    require_ports(port, public_port)
    machinery = Machinery(folder, supervisor, port=port, public_port=public_port, persons=persons)
    problem = serve(machinery)
    sentence = sentence_of(problem, folder) if problem else None
    story.stopping()
    machinery.stop(within_s=STOP_WITHIN_S)
    if sentence:
        story.failed(sentence)
    else:
        story.stopped()
    os._exit(1 if sentence else 0)  # the thread that starts may still be building: what it had not committed never happened


def serve(machinery: Machinery) -> BaseException | None:
    """Until somebody asks to stop (then None) or the start fails (then with what)."""
    events: queue.SimpleQueue[BaseException | None] = queue.SimpleQueue()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:  # nohup make run
            signal.signal(number, lambda *_: events.put(None))

    def start() -> None:
        try:
            machinery.start()
        except BaseException as problem:
            events.put(problem)  # whatever it is: the main thread makes a sentence of it

    def leave_with_the_terminal() -> None:
        if sys.stdout.isatty():  # a closed window tells only the first program in it, which may be make
            closed = select.poll()
            closed.register(sys.stdout, 0)
            closed.poll()
            events.put(None)

    for work in (start, leave_with_the_terminal):
        threading.Thread(target=work, daemon=True).start()
    return events.get()


def tell_with_cause(words: str, folder: Folder) -> None:
    """What the supervisor says when a part ended by itself, and the likeliest cause."""
    story.tell(words)
    if folder.is_full():
        story.tell(str(full_disk(folder.path)))


def sentence_of(problem: BaseException, folder: Folder) -> str:
    """What to tell the user. A full disk shows in many ways, so it is asked first."""
    if folder.is_full() or isinstance(problem, psycopg.errors.DiskFull) or (isinstance(problem, OSError) and problem.errno in NO_ROOM):
        return str(full_disk(folder.path))
    if isinstance(problem, CannotStart):
        return str(problem)
    log = folder.path / "log" / "start.log"
    log.write_text("".join(traceback.format_exception(problem)), encoding="utf-8")  # the demo's persons are invented: it may say all
    return f"Gagal memulai; sebabnya di {log} / The start failed; the cause stands there."


def forget() -> None:
    """Throw the demo's data away.

    Raises: CannotStart while it runs."""
    folder = Folder(VAR)
    lock = folder.lock()
    for name in (*SERVERS, "keys", "log"):
        shutil.rmtree(folder.path / name, ignore_errors=True)
    (folder.path / "ports.json").unlink(missing_ok=True)
    os.close(lock)


def whole_number(name: str, default: int, *, most: int) -> int:
    text = os.environ.get(name) or str(default)
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= most):
        raise CannotStart(f"{name} harus berupa angka dari 1 sampai {most}. / {name} must be a number from 1 to {most}.")
    return int(text)


def require_ports(port: int, public_port: int) -> None:
    """Raises: CannotStart when one of them is taken, or both are the same."""
    if port == public_port:
        raise CannotStart("PORT dan PUBLIC_PORT harus berbeda. / PORT and PUBLIC_PORT must differ.")
    require_free(port, setting="PORT")
    require_free(public_port, setting="PUBLIC_PORT")


def refuse_what_is_not_a_demo() -> None:
    """Demo accounts and fixed secrets must never meet real data or the street."""
    if os.environ.get("UPSTREAM_DATABASE_URL"):
        raise CannotStart(
            "UPSTREAM_DATABASE_URL terpasang: mode demo tidak berjalan dengan data pusat yang asli. / "
            "UPSTREAM_DATABASE_URL is set: the demo refuses to run with a real upstream."
        )
    if os.environ.get("SISADA_BIND", "127.0.0.1") not in ("127.0.0.1", "localhost", "::1"):
        raise CannotStart(
            "SISADA_BIND: mode demo hanya melayani alamat loopback, misalnya 127.0.0.1. / The demo serves a loopback address only."
        )


def require_office() -> None:
    """Raises: CannotStart when office.toml does not describe an office."""
    try:
        office()
    except (OSError, KeyError, TypeError, ValueError) as problem:
        path = os.environ.get("SISADA_OFFICE_FILE", DEFAULT_FILE)
        why = f"{problem.args[0]} tidak ada / is missing" if isinstance(problem, KeyError) else problem
        raise CannotStart(
            f"Berkas kantor {path} tidak dapat dipakai ({why}). / The office's file cannot be used; compare docs/settings.md."
        ) from None
