"""The folder of an installation: one launcher at a time, secrets and ports kept, and one sentence for what is wrong."""

import errno
import os
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sisada.foundation.launcher import machine
from sisada.foundation.launcher.machine import CannotStart, Folder, cannot_write, require_free

LOCKS = """
import os, subprocess, sys, time
from pathlib import Path
from sisada.foundation.launcher.machine import Folder
lock = Folder(Path(sys.argv[1])).lock()
guard = subprocess.Popen(["sleep", "60"], pass_fds=[lock], stdout=subprocess.DEVNULL)
print(guard.pid, flush=True)
time.sleep(60)"""


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "var")


def launcher_in(folder: Folder) -> tuple["subprocess.Popen[str]", int]:
    """Another launcher at work here, and the guard that holds its lock too."""
    launcher = subprocess.Popen([sys.executable, "-c", LOCKS, folder.path], stdout=subprocess.PIPE, text=True)
    assert launcher.stdout
    return launcher, int(launcher.stdout.readline())


def end(launcher: "subprocess.Popen[str]", guard: int) -> None:
    launcher.kill()
    launcher.communicate()
    os.kill(guard, 9)


def test_a_second_launcher_is_told_at_once_that_one_is_running(folder: Folder) -> None:
    launcher, guard = launcher_in(folder)
    begun = time.monotonic()
    with pytest.raises(CannotStart, match="sudah berjalan"):
        folder.lock()
    assert time.monotonic() - begun < 1
    end(launcher, guard)


def test_what_a_killed_launcher_left_is_waited_for(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    launcher, guard = launcher_in(folder)
    launcher.kill()
    launcher.communicate()
    monkeypatch.setattr(machine, "LEFTOVERS_END_WITHIN_S", 0.3)
    with pytest.raises(CannotStart):
        folder.lock()
    monkeypatch.setattr(machine, "LEFTOVERS_END_WITHIN_S", 10.0)
    subprocess.Popen(["sh", "-c", f"sleep 0.3; kill -9 {guard}"]).wait(5)
    os.close(folder.lock())


def test_ports_stay_the_same_until_somebody_else_takes_one(folder: Folder) -> None:
    first = folder.ports(["inside", "outside"])
    assert folder.ports(["inside", "outside"]) == first
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", first["inside"]))
        stranger.listen()
        second = folder.ports(["inside", "outside"])
    assert second["inside"] != first["inside"]
    assert second["outside"] == first["outside"]


def test_a_secret_is_made_once_and_readable_by_its_owner_alone(folder: Folder) -> None:
    secret = folder.secret("sisada_office")
    assert len(secret) >= 32
    assert Folder(folder.path).secret("sisada_office") == secret
    assert stat.S_IMODE((folder.path / "keys" / "sisada_office").stat().st_mode) == 0o600
    assert stat.S_IMODE((folder.path / "keys").stat().st_mode) == 0o700


def test_a_key_is_32_bytes_made_once_and_readable_by_its_owner_alone(folder: Folder) -> None:
    path = folder.key("letter-key")
    key = path.read_text()
    assert len(bytes.fromhex(key)) == 32
    assert path.stat().st_mode & 0o777 == 0o600
    assert Folder(folder.path).key("letter-key").read_text() == key


def test_a_secret_half_written_by_a_killed_launcher_is_no_secret(folder: Folder) -> None:
    (folder.path / "keys" / "sisada_link.new").write_text("half")
    assert len(folder.secret("sisada_link")) >= 32


def test_too_little_room_is_said_in_megabytes(folder: Folder) -> None:
    folder.require_room(0)
    with pytest.raises(CannotStart, match="perlu 999000000000 MB"):
        folder.require_room(999_000_000_000_000_000)


def test_a_port_in_use_is_named_with_another_to_choose() -> None:
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", 0))
        stranger.listen()
        port = stranger.getsockname()[1]
        with pytest.raises(CannotStart, match=f"Port {port} .*PORT="):
            require_free(port, setting="PORT")


def test_a_folder_below_a_file_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotStart, match="tidak dapat ditulis"):
        Folder(tmp_path / "file" / "var")


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "Disk penuh"), (errno.EDQUOT, "Disk penuh"), (errno.EACCES, "tidak dapat ditulis")]
)
def test_a_full_disk_and_a_foreign_folder_have_a_sentence_each(number: int, words: str) -> None:
    assert words in str(cannot_write(Path("var"), OSError(number, "x")))
