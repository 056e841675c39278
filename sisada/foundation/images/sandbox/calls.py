"""What the child may ask of the kernel once it is walled in: memory, the clock, and to read and write the one channel it was given.

Everything else answers "not permitted": no file, no socket, no other process can be opened, seen or harmed, also by code that a broken
decoder was made to run. Written by hand, since Python's library has no seccomp and the package that has needs a compiler; the program for
the kernel is a list of numbers, each compared once.
"""

import ctypes
import platform
import struct

SET_NO_NEW_PRIVILEGES, SET_SECCOMP, MODE_FILTER = 38, 22, 2
LOAD, JUMP_IF_EQUAL, JUMP_IF_AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06
ALLOW, NOT_PERMITTED, KILL = 0x7FFF0000, 0x00050001, 0x80000000
OF_ANOTHER_ABI = 0x40000000  # x32 on x86-64
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16  # where the kernel puts them
# read write fstat lseek mmap mprotect munmap brk rt_sigaction rt_sigprocmask rt_sigreturn mremap madvise close sched_yield
# getrusage prlimit64 futex clock_gettime restart_syscall getrandom exit exit_group
# prlimit64 of oneself alone: of another process of the same user it could take away memory, time and files.
OF_ONESELF = {"x86_64": 302, "aarch64": 261}
ALLOWED = {
    "x86_64": (0xC000003E, (0, 1, 5, 8, 9, 10, 11, 12, 13, 14, 15, 25, 28, 3, 24, 98, 302, 202, 228, 219, 318, 60, 231)),
    "aarch64": (0xC00000B7, (63, 64, 80, 62, 222, 226, 215, 214, 134, 135, 139, 216, 233, 57, 124, 165, 261, 98, 113, 128, 278, 93, 94)),
}


class Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def allow_only_memory_and_the_channel() -> bool:
    """False: not this machine's kernel or processor; the other walls must do."""
    architecture, calls = ALLOWED.get(platform.machine(), (0, ()))
    if not calls or platform.system() != "Linux":
        return False
    instructions = _instructions(architecture, calls, of_oneself=OF_ONESELF[platform.machine()])
    program = Program(len(instructions) // 8, instructions)
    kernel = ctypes.CDLL(None, use_errno=True)
    if kernel.prctl(SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    return not kernel.prctl(SET_SECCOMP, MODE_FILTER, ctypes.byref(program), 0, 0)


def _instructions(architecture: int, calls: tuple[int, ...], *, of_oneself: int) -> bytes:
    """Classic BPF: another processor's calls end the process, ours are compared one by one,
    one of them also by whom it is about (0: the caller)."""
    lines = [
        (LOAD, 0, 0, ARCHITECTURE),
        (JUMP_IF_EQUAL, 1, 0, architecture),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER),
        (JUMP_IF_AT_LEAST, len(calls), 0, OF_ANOTHER_ABI),
        *((JUMP_IF_EQUAL, len(calls) - place + (call == of_oneself), 0, call) for place, call in enumerate(calls)),
        (RETURN, 0, 0, NOT_PERMITTED),
        (RETURN, 0, 0, ALLOW),
        (LOAD, 0, 0, FIRST_ARGUMENT),
        (JUMP_IF_EQUAL, 0, 1, 0),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, NOT_PERMITTED),
    ]
    return b"".join(struct.pack("=HBBI", *line) for line in lines)
