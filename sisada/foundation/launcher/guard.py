"""Runs one command and outlives it, so that nothing outlives us. Only the standard library: it starts in 30 ms.

    python guard.py --pipe FD --stop INT --grace 4 [--user nobody] -- command …

The guard ends its command when the launcher's end of the pipe closes (the launcher died, however), passes SIGTERM on
as the command's own stop signal, and collects what the command leaves behind (granian's workers survive their parent).
"""

import argparse
import ctypes
import os
import pwd
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36


def main() -> int:
    options = read_options()
    prctl(PR_SET_CHILD_SUBREAPER, 1)
    wake_reader, wake_writer = os.pipe()
    os.set_blocking(wake_writer, False)
    signal.set_wakeup_fd(wake_writer)
    asked: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: asked.append(1))
    signal.signal(signal.SIGCHLD, lambda *_: None)
    command = start(options)
    while command.poll() is None:
        ready, _, _ = select.select([options.pipe, wake_reader], [], [], 5)
        if wake_reader in ready:
            os.read(wake_reader, 512)
        if asked or options.pipe in ready:
            stop(command, options.stop, grace_s=options.grace)
    end_descendants()
    return command.returncode if command.returncode >= 0 else 128 - command.returncode


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pipe", type=int, required=True)
    parser.add_argument("--stop", default="TERM")
    parser.add_argument("--grace", type=float, default=4.0)
    parser.add_argument("--user")
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    options.stop = signal.Signals[f"SIG{options.stop}"]
    return options


def start(options: argparse.Namespace) -> subprocess.Popen[bytes]:
    stop_signal = options.stop
    identity = identity_of(options.user) if options.user else {}
    return subprocess.Popen(  # noqa: S603 - the launcher's command, which is all we are for
        options.command,
        stdin=subprocess.DEVNULL,
        # If this guard is killed, its command is asked to stop.
        preexec_fn=lambda: prctl(PR_SET_PDEATHSIG, stop_signal),  # noqa: PLW1509 - there are no threads here
        **identity,
    )


def identity_of(user: str) -> dict[str, Any]:
    known = pwd.getpwnam(user)
    return {"user": known.pw_uid, "group": known.pw_gid, "extra_groups": ()}


def prctl(option: int, value: int) -> None:
    ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0)


def stop(command: "subprocess.Popen[bytes]", stop_signal: signal.Signals, *, grace_s: float) -> None:
    command.send_signal(stop_signal)
    try:
        command.wait(grace_s)
    except subprocess.TimeoutExpired:
        command.kill()
        command.wait()


def end_descendants() -> None:
    """Kill what was orphaned to us; each generation may leave another."""
    until = time.monotonic() + 2
    while (left := children()) and time.monotonic() < until:
        for pid in left:
            try:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
            except (ProcessLookupError, ChildProcessError):
                continue


def children() -> list[int]:
    return [int(pid) for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()]


if __name__ == "__main__":
    sys.exit(main())
