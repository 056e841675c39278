"""The processes below a launcher, and which part of the house each one is. Read from /proc: what is there, not what we believe."""

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

WORDS = {
    "inside": "/inside ",
    "outside": "/outside ",
    "directorate": "/directorate ",
    "link": " sisada.inside.link ",
    "worker": " sisada.inside.work ",
    "sealer": " sisada.inside.audit.seal ",
    "crossing": " sisada.crossing ",
    "office": " sisada.faces.office.asgi:application ",
    "public": " sisada.faces.public.asgi:application ",
    "life": " demo.directorate.life ",
    "reporters": " demo.reporters ",
}
FACES = ("office", "public")
GUARD = "/launcher/guard.py "


@dataclass(frozen=True)
class Process:
    """`began` tells a process from a later one with the same number; nothing: it had ended when we looked."""

    pid: int
    began: str

    def is_there(self) -> bool:
        return self.began != "" and began(self.pid) == self.began

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)


def process(pid: int) -> Process:
    return Process(pid, began(pid))


def began(pid: int) -> str:
    """Its start in ticks since the boot; nothing when it has ended (a zombie has)."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return ""
    return "" if fields[0] in "ZX" else fields[19]


def children(pid: int) -> list[int]:
    """None of a process that has ended, also while we looked."""
    tasks: list[Path] = []
    found: list[int] = []
    with suppress(OSError):
        tasks += Path(f"/proc/{pid}/task").iterdir()
    for task in tasks:
        with suppress(OSError):
            found += map(int, (task / "children").read_text().split())
    return found


def descendants(pid: int) -> Iterator[Process]:
    for child in children(pid):
        yield process(child)
        yield from descendants(child)


def command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""


def parts(launcher: int) -> dict[str, list[Process]]:
    """Per part its own process, its guard as `guard of …`, and a face's workers as `office's worker`, `public's worker`."""
    found: dict[str, list[Process]] = {}
    for guard in children(launcher):
        words = command(guard)
        name = next((name for name, sign in WORDS.items() if sign in words), None)
        if name is None or GUARD not in words:
            continue
        found.setdefault(f"guard of {name}", []).append(process(guard))
        for own in children(guard):
            found.setdefault(name, []).append(process(own))
            if name in FACES:
                found.setdefault(f"{name}'s worker", []).extend(map(process, children(own)))
    return found
