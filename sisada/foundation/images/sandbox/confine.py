"""The walls around a child, put up by itself before it has seen a byte of a stranger's. Each alone would do against most; together
they leave a decoder that was taken over with its own memory and one channel."""

import contextlib
import ctypes
import os
import resource

from .calls import allow_only_memory_and_the_channel

NEW_USER, NEW_NETWORK, NEW_IPC = 0x10000000, 0x40000000, 0x08000000
SET_DUMPABLE = 4
NOBODY = 65534
MEMORY_BYTES = 512_000_000  # of addresses: what Python and Pillow take themselves is some 30 MB of it
CPU_S = 4  # for one photo; the largest that we take need one
CPU_S_IN_ALL = 300
OPEN_FILES = 3  # the channel, and where output and errors go: to nothing


def confine() -> list[str]:
    """The walls that stand now. Call once, when everything is imported.

    Memory, CPU time and open files are limited everywhere; the others depend on what the machine permits."""
    walls = [*_own_network(), *_as_nobody()]
    _set_limits()
    return [*walls, "limits", *(["calls"] if allow_only_memory_and_the_channel() else [])]


def _own_network() -> list[str]:
    """A network of its own, with nothing in it. By ctypes: Python has `os.unshare` only from 3.12 on."""
    kernel = ctypes.CDLL(None, use_errno=True)
    kernel.prctl(SET_DUMPABLE, 0, 0, 0, 0)  # no other process of this user looks into its memory
    flags = NEW_NETWORK | NEW_IPC
    if os.getuid() != 0:
        flags |= NEW_USER  # who is not root may do it only in a user space of his own, where the system permits one
    return [] if kernel.unshare(flags) else ["network"]


def _as_nobody() -> list[str]:
    """Root's children are nobody's."""
    if os.getuid() != 0:
        return []
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    return ["nobody"]


def _set_limits() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(ValueError, OSError):  # not on every system; without new processes by the other walls
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S_IN_ALL, CPU_S_IN_ALL))


def allow_one_photo() -> None:
    """The kernel ends this process when the photo takes longer."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = min(int(used.ru_utime + used.ru_stime) + 1 + CPU_S, CPU_S_IN_ALL)
    resource.setrlimit(resource.RLIMIT_CPU, (until, CPU_S_IN_ALL))
