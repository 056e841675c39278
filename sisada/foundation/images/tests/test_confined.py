"""The walls around a child: what it has, and what happens when somebody takes it over or ends it."""

import os
import platform
import queue
import signal
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sisada.foundation.images import child as child_module
from sisada.foundation.images.child import Child, ChildGone
from sisada.foundation.images.pool import PHOTOS_A_CHILD, Pool
from sisada.foundation.images.refusals import Busy
from sisada.foundation.images.sandbox.calls import ALLOWED
from sisada.foundation.images.sandbox.confine import MEMORY_BYTES
from sisada.foundation.images.tests.pictures import jpeg

linux = pytest.mark.skipif(platform.system() != "Linux", reason="asks Linux what it knows of a process")
# What code that took a decoder over would try first. Each line prints nothing when it was refused.
ATTEMPTS = """
def tried(words, attempt):
    try:
        attempt()
    except (OSError, ValueError, MemoryError):
        return
    told.append(words)
told = []
tried("opened a file", lambda: open("/etc/hostname"))
tried("wrote a file", lambda: open("/tmp/x", "w"))
tried("listed a folder", lambda: os.listdir("/"))
tried("opened a socket", lambda: socket.socket())
tried("started a process", lambda: os.fork())
tried("ran a program", lambda: os.execv("/bin/true", ["true"]))
tried("signalled its parent", lambda: os.kill(parent, 0))
tried("looked into its parent", lambda: os.readlink(f"/proc/{parent}/exe"))
tried("asked for its parent's limits", lambda: resource.prlimit(parent, resource.RLIMIT_NOFILE))
tried("took a gigabyte", lambda: bytearray(1_000_000_000))
tried("raised its memory", lambda: resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY,) * 2))
"""
TAKEN_OVER = f"""
import sys
sys.path.append(sys.argv[1])
import os, resource, socket
from sandbox.confine import confine
parent = os.getppid()
confine()
{ATTEMPTS}
os.write(0, repr(told).encode())
"""


@pytest.fixture
def child() -> Iterator[Child]:
    one = Child()
    one.walls()
    yield one
    one.end()


@pytest.fixture
def pool() -> Iterator[Pool]:
    small = Pool(children=1, waiting=1, patience_s=20)
    yield small
    small.stop()


def of_process(pid: int, name: str) -> bytes:
    return Path(f"/proc/{pid}/{name}").read_bytes()


@linux
def test_memory_files_and_calls_are_limited_on_every_machine_that_we_know(child: Child) -> None:
    assert "limits" in child.walls()
    assert ("calls" in child.walls()) == (platform.machine() in ALLOWED)
    limits = of_process(child.pid, "limits").decode()
    for name, most in (("Max address space", MEMORY_BYTES), ("Max open files", 3), ("Max file size", 0), ("Max core file size", 0)):
        line = next(line for line in limits.splitlines() if line.startswith(name))
        assert line.removeprefix(name).split()[:2] == [str(most)] * 2
    assert next(line for line in limits.splitlines() if line.startswith("Max cpu time")).split()[4] != "unlimited"


@linux
def test_a_child_of_root_is_nobody_in_a_network_of_its_own(child: Child) -> None:
    if os.getuid() != 0:
        pytest.skip("this run is not root's")
    assert "nobody" in child.walls()
    assert b"Uid:\t65534\t65534\t65534\t65534" in of_process(child.pid, "status")


@linux
@pytest.mark.skipif(platform.machine() not in ALLOWED, reason="the numbers of this processor's calls are not listed")
def test_code_that_took_a_decoder_over_can_open_nothing_and_reach_nobody() -> None:
    ours, theirs = socket.socketpair()
    with theirs:
        taken = subprocess.run(
            [sys.executable, "-I", "-B", "-c", TAKEN_OVER, str(child_module.FOLDER)], stdin=theirs.fileno(), env={}, check=False
        )
    with ours:
        assert (taken.returncode, ours.recv(4096)) == (0, b"[]")


@linux
def test_a_child_knows_nothing_of_its_parents_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    if os.getuid() != 0:
        pytest.skip("a child forbids others of its user to look")
    monkeypatch.setenv("A_SECRET_OF_THE_FACE", "a-password-of-the-face")
    one = Child()
    one.walls()
    try:
        assert of_process(one.pid, "environ") == b""
    finally:
        one.end()


def test_a_child_that_dies_over_a_photo_is_gone_and_says_so(child: Child) -> None:
    os.kill(child.pid, signal.SIGKILL)
    with pytest.raises(ChildGone):
        child.answer(jpeg())


def test_a_child_that_answers_nonsense_is_ended() -> None:
    one = Child()
    one.walls()
    one._channel, theirs = socket.socketpair()
    theirs.sendall(struct.pack(">I", 2**31))
    with pytest.raises(ChildGone):
        one.answer(jpeg())
    theirs.close()


def test_a_pool_replaces_a_child_that_died_and_one_that_has_served_long_enough(pool: Pool) -> None:
    pool.answer(jpeg())
    (first,) = pool.pids()
    os.kill(first, signal.SIGKILL)
    with pytest.raises(ChildGone):
        pool.answer(jpeg())
    (second,) = pool.pids()
    for _ in range(PHOTOS_A_CHILD):
        pool.answer(jpeg())
    (third,) = pool.pids()
    assert len({first, second, third}) == 3


def test_who_comes_when_all_places_are_taken_is_told_at_once_that_it_is_busy(pool: Pool) -> None:
    """One is served, one waits; the third does not wait for either."""
    pool.answer(jpeg())
    (pid,) = pool.pids()
    os.kill(pid, signal.SIGSTOP)
    told: queue.Queue[str] = queue.Queue()
    senders = [threading.Thread(target=send, args=[pool, told]) for _ in range(3)]
    for sender in senders:
        sender.start()
    assert told.get(timeout=10) == "busy"
    assert told.empty()
    os.kill(pid, signal.SIGCONT)
    for sender in senders:
        sender.join()
    assert [told.get(), told.get()] == ["answered", "answered"]


def send(pool: Pool, told: "queue.Queue[str]") -> None:
    try:
        pool.answer(jpeg())
    except Busy:
        told.put("busy")
    else:
        told.put("answered")
