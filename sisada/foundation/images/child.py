"""One child as its parent sees it: a process and the channel to it. Whatever goes wrong ends the child; nothing is mended."""

import contextlib
import json
import socket
import struct
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from sisada.foundation.images.sandbox.kinds import MOST_BYTES

# Its path holds the sandbox's own folder, last: nothing else of ours can be imported there, nor anything shadowed.
BEGIN = "import sys; sys.path.append(sys.argv[1]); from sandbox.serve import main; main()"
FOLDER = Path(__file__).parent
READY_S = 20.0
PHOTO_S = 15.0  # of a clock on the wall; of CPU time the child allows itself less (sandbox/confine.py)
MOST_ANSWER = 400_000


class ChildGone(Exception):  # noqa: N818 - an outcome that the pool expects
    """It crashed, was ended by a limit, took too long, or sent what no answer is."""


class Child:
    """Knows nothing but its photo: no environment, no arguments of ours, no open files but the channel. Used by one thread at a time."""

    def __init__(self) -> None:
        self._channel, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own file, by this very Python
                [sys.executable, "-I", "-B", "-c", BEGIN, str(FOLDER)],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd="/",
                env={},
            )
        self._walls: list[str] | None = None
        self.answered = 0

    @property
    def pid(self) -> int:
        return self._process.pid

    def walls(self) -> list[str]:
        """Which walls stand around it. Waits until they do.

        Raises: ChildGone."""
        if self._walls is None:
            with self._ending_what_fails():
                self._walls = list(_line(self._heard(time.monotonic() + READY_S))["walls"])
        return self._walls

    def answer(self, raw: bytes) -> bytes:
        """Raises: ChildGone."""
        if len(raw) > MOST_BYTES:
            raise ValueError("The pool refuses such a file before it asks a child.")
        self.walls()
        with self._ending_what_fails():
            self._channel.settimeout(PHOTO_S)
            until = time.monotonic() + PHOTO_S
            self._channel.sendall(struct.pack(">I", len(raw)) + raw)
            heard = self._heard(until)
        self.answered += 1
        return heard

    @contextlib.contextmanager
    def _ending_what_fails(self) -> Any:
        try:
            yield
        except (OSError, ValueError, KeyError, TypeError):
            self.end()
            raise ChildGone from None

    def _heard(self, until: float) -> bytes:
        (length,) = struct.unpack(">I", self._read(4, until))
        if length > MOST_ANSWER:
            raise ValueError("longer than any answer")
        return self._read(length, until)

    def _read(self, size: int, until: float) -> bytes:
        parts = bytearray()
        while len(parts) < size:
            self._channel.settimeout(max(0.001, until - time.monotonic()))
            part = self._channel.recv(size - len(parts))
            if not part:
                raise OSError("the channel is closed")
            parts += part
        return bytes(parts)

    def end(self) -> None:
        self._channel.close()
        self._process.kill()
        self._process.wait()


def _line(message: bytes) -> dict[str, Any]:
    told = json.loads(message)
    if not isinstance(told, dict):
        raise TypeError("not an object")
    return told
