"""The folder of an installation on one machine: lock, ports, keys, and the sentences for what can be wrong with it."""

import fcntl
import json
import os
import secrets
import shutil
import socket
import time
from pathlib import Path

LEAST_FREE_BYTES = 1_500_000_000


class CannotStart(SystemExit):
    """One clear sentence, in both languages, instead of a trace."""


class Folder:
    """`var/`: everything that an installation keeps. Only one launcher works in it at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.mkdir(parents=True, exist_ok=True)
            (path / "keys").mkdir(mode=0o700, exist_ok=True)
        except OSError:
            raise CannotStart(f"Folder {path} tidak dapat ditulis. / The folder {path} cannot be written to.") from None

    def lock(self) -> int:
        """The lock's file descriptor, to be inherited by all guards: a folder is free again when the last one has gone.

        Raises: CannotStart when another launcher works here."""
        descriptor = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        until = time.monotonic() + 10  # what a killed launcher left needs a moment to stop
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > until:
                    raise CannotStart(
                        f"Sisada Keramas sudah berjalan dari folder ini ({self.path}). / Sisada Keramas is already running from this folder."
                    ) from None
                time.sleep(0.2)
            else:
                return descriptor

    def require_room(self) -> None:
        free = shutil.disk_usage(self.path).free
        if free < LEAST_FREE_BYTES:
            raise CannotStart(
                f"Ruang disk tersisa {free // 1_000_000} MB; perlu {LEAST_FREE_BYTES // 1_000_000} MB. / "
                f"{free // 1_000_000} MB of disk are free; {LEAST_FREE_BYTES // 1_000_000} MB are needed."
            )

    def secret(self, name: str) -> str:
        """A secret made at first use and kept here, readable by its owner alone."""
        path = self.path / "keys" / name
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(32), encoding="utf-8")
        return path.read_text(encoding="utf-8")

    def ports(self, names: list[str]) -> dict[str, int]:
        """A free loopback port for each name: last time's where it is still free."""
        path = self.path / "ports.json"
        kept = json.loads(path.read_text()) if path.exists() else {}
        taken: dict[str, int] = {}
        for name in names:
            taken[name] = kept[name] if kept.get(name) and is_free(kept[name]) else free_port()
        path.write_text(json.dumps(taken))
        return taken


def is_free(port: int, host: str = "127.0.0.1") -> bool:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError:
            return False
        return True


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def require_free(port: int) -> None:
    """Raises: CannotStart when something else listens on the port."""
    if not is_free(port):
        raise CannotStart(
            f"Port {port} sedang dipakai program lain. Pilih yang lain: make run PORT={port + 1}. / Port {port} is in use; choose another one."
        )
