"""An embedded server's folder, and whom a server of root runs as."""

import os
import pwd
from pathlib import Path

import pytest

from sisada.foundation.launcher import postgres
from sisada.foundation.launcher.postgres import Server, server_user

root_only = pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a folder away")


@pytest.fixture
def open_place(tmp_path: Path) -> Path:
    """A folder that everybody can pass; pytest closes those above it."""
    for place in (tmp_path, *tmp_path.parents):
        if place.stat().st_uid == os.geteuid() and not postgres.is_open(place):
            place.chmod(0o711)
    return tmp_path


def test_a_server_made_by_a_killed_launcher_is_made_anew(open_place: Path) -> None:
    half_made = open_place / "inside.half-made"
    half_made.mkdir()
    (half_made / "PG_VERSION").write_text("18")
    server = Server("inside", open_place / "inside", 1)
    postgres.create(server)
    assert not half_made.exists()
    assert (server.folder / "global" / "pg_control").exists()
    assert len(server.password_file.read_text()) >= 24


def test_a_server_is_made_once(open_place: Path) -> None:
    server = Server("inside", open_place / "inside", 1)
    server.folder.mkdir()
    postgres.create(server)
    assert list(server.folder.iterdir()) == []


def test_no_value_of_a_person_reaches_the_servers_log() -> None:
    command = Server("inside", Path("/srv/inside"), 5432).command()
    assert "--log_min_error_statement=panic" in command
    assert "--log_parameter_max_length_on_error=0" in command
    assert "--listen_addresses=127.0.0.1" in command


@root_only
def test_root_serves_as_nobody_where_everybody_can_pass(open_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "BINARIES", open_place / "bin")
    assert server_user(open_place / "inside") == "nobody"


@root_only
def test_root_serves_as_the_owner_of_a_private_home(open_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "BINARIES", open_place / "bin")
    home = open_place / "home"
    home.mkdir(mode=0o700)
    os.chown(home, pwd.getpwnam("daemon").pw_uid, -1)
    assert server_user(home / "inside") == "daemon"


@root_only
def test_root_serves_in_a_user_namespace_below_what_root_itself_closed(open_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "BINARIES", open_place / "bin")
    home = open_place / "home"
    home.mkdir(mode=0o700)
    assert server_user(home / "inside") is None
    assert postgres.namespace(home / "inside")[:2] == [postgres.UNSHARE, "--user"]
