"""The folder of an installation on one machine: lock, ports, keys, and the sentences for what can be wrong with it."""

import errno
import fcntl
import json
import os
import secrets
import shutil
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

LEFTOVERS_END_WITHIN_S = 10.0
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
FULL_BELOW_BYTES = 32_000_000  # PostgreSQL needs this much at once: two WAL files


class CannotStart(SystemExit):
    """One clear sentence, in both languages, instead of a trace."""


class Folder:
    """`var/`: everything that an installation keeps. Only one launcher works in it at a time.

    Raises: CannotStart, here and in every method, when the folder cannot be written to or its disk is full."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self._making = threading.Lock()
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            (self.path / "keys").mkdir(mode=0o700, exist_ok=True)
            (self.path / "log").mkdir(exist_ok=True)
        except OSError as problem:
            raise cannot_write(self.path, problem) from None

    def lock(self) -> int:
        """The lock's file descriptor, to be inherited by all guards: a folder is free again when the last one has gone.

        Two locks on one file: the launcher's own, which nothing inherits, tells a running one from the remains of a killed one,
        which need a moment to stop. Raises: CannotStart when another launcher works here."""
        try:
            descriptor = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as problem:
            raise cannot_write(self.path, problem) from None
        is_ours = _taken(descriptor, fcntl.lockf)
        until = time.monotonic() + LEFTOVERS_END_WITHIN_S
        while not (is_ours and _taken(descriptor, fcntl.flock)):
            if not is_ours or time.monotonic() > until:
                os.close(descriptor)
                raise CannotStart(
                    f"Sisada Keramas sudah berjalan dari folder ini ({self.path}): hentikan dulu dengan Ctrl-C di jendelanya. / "
                    f"Sisada Keramas is already running from this folder: stop it first with Ctrl-C in its window."
                )
            time.sleep(0.1)
        return descriptor

    def require_room(self, needed_bytes: int) -> None:
        """Raises: CannotStart when less is free."""
        free = shutil.disk_usage(self.path).free
        if free < needed_bytes:
            raise CannotStart(
                f"Ruang disk untuk {self.path} tersisa {free // 1_000_000} MB; perlu {needed_bytes // 1_000_000} MB. / "
                f"{free // 1_000_000} MB of disk are free there; {needed_bytes // 1_000_000} MB are needed."
            )

    def is_full(self) -> bool:
        return shutil.disk_usage(self.path).free < FULL_BELOW_BYTES

    def secret(self, name: str) -> str:
        """A secret made at first use and kept here, readable by its owner alone."""
        return self._kept(name, make=secrets.token_urlsafe)

    def key(self, name: str) -> Path:
        """The file of a key of 32 random bytes in hexadecimal, made at first use and kept here, readable by its owner alone."""
        self._kept(name, make=secrets.token_hex)
        return self.path / "keys" / name

    def _kept(self, name: str, *, make: Callable[[int], str]) -> str:
        path = self.path / "keys" / name
        with self._making:  # both sides are made at once: two threads must not each make a secret of one name
            if not path.exists():
                self.write(path, make(32))
        return path.read_text(encoding="utf-8")

    def write(self, path: Path, text: str) -> None:
        """The whole text or, after a kill, a power cut or on a full disk, the file as it was before. Readable by its owner alone."""
        beside = path.with_name(f"{path.name}.new")
        try:
            beside.touch(mode=0o600)
            with beside.open("w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())  # without it a power cut may leave the new name with nothing in it
            beside.replace(path)
        except OSError as problem:
            raise cannot_write(path, problem) from None

    def ports(self, names: list[str]) -> dict[str, int]:
        """A free loopback port for each name: last time's where it is still free."""
        path = self.path / "ports.json"
        kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        taken: dict[str, int] = {}
        for name in names:
            taken[name] = kept[name] if kept.get(name) and is_free(kept[name]) else free_port()
        self.write(path, json.dumps(taken))
        return taken


def _taken(descriptor: int, lock: Callable[[int, int], None]) -> bool:
    try:
        lock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def cannot_write(path: Path, problem: OSError) -> CannotStart:
    """The sentence for a file or folder that could not be written: the disk is full, or it is not ours."""
    if problem.errno in NO_ROOM:
        return full_disk(path)
    return CannotStart(
        f"{path} tidak dapat ditulis: periksa pemilik dan hak foldernya. / "
        f"This cannot be written to: check the folder's owner and permissions."
    )


def full_disk(path: Path) -> CannotStart:
    return CannotStart(
        f"Disk penuh di {path}: kosongkan ruang, lalu jalankan lagi; yang sudah tersimpan tetap ada. / "
        f"The disk is full there: make room, then start again; what was stored is kept."
    )


def is_free(port: int) -> bool:
    try:
        _bind(port)
    except OSError:
        return False
    return True


def free_port() -> int:
    return _bind(0)


def _bind(port: int) -> int:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port that we held a second ago is free
        listener.bind(("127.0.0.1", port))
        return int(listener.getsockname()[1])


def require_free(port: int, *, setting: str) -> None:
    """`setting`: by what name another port is chosen.

    Raises: CannotStart when something else listens on the port, or this user may not."""
    try:
        _bind(port)
    except PermissionError:
        raise CannotStart(
            f"Port {port} hanya untuk administrator; pilih yang lain, misalnya {setting}=8400. / "
            f"Port {port} is for administrators; choose another one."
        ) from None
    except OSError:
        raise CannotStart(
            f"Port {port} sedang dipakai program lain; pilih yang lain: make run {setting}={port + 2 if port < 65534 else 8400}. / "
            f"Port {port} is in use by another program; choose another one."
        ) from None
