"""Settings come typed from the environment. A missing or malformed one stops the start with one sentence."""

import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict


class EnvironmentFault(SystemExit):
    """The process cannot start as it was configured."""


def required(name: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        raise EnvironmentFault(f"{name} is not set: see docs/settings.md.")
    return value


def flag(name: str) -> bool:
    """True for 1, false for 0 or nothing.

    Raises: EnvironmentFault for any other word, so that a typing error never switches something on.
    """
    value = os.environ.get(name, "0")
    if value not in ("0", "1"):
        raise EnvironmentFault(f"{name} must be 0 or 1.")
    return value == "1"


def key(name: str) -> bytes:
    """32 bytes, written in hex.

    Raises: EnvironmentFault, which repeats nothing of the value."""
    return _key_in(required(name), name)


def key_from_file(name: str) -> bytes:
    """The same from the file that `name` points to.

    Raises: EnvironmentFault, also when the file cannot be read."""
    try:
        return _key_in(Path(required(name)).read_text(encoding="ascii").strip(), name)
    except (OSError, UnicodeDecodeError):
        raise EnvironmentFault(f"{name} names a file that cannot be read.") from None


def _key_in(text: str, name: str) -> bytes:
    if not re.fullmatch("[0-9a-f]{64}", text):
        raise EnvironmentFault(f"{name} must hold 32 bytes in hex.")
    return bytes.fromhex(text)


def words(name: str, *, default: str) -> list[str]:
    return [word for word in os.environ.get(name, default).split(",") if word]


LOOPBACK = {"localhost", "127.0.0.1", "[::1]"}


def require_loopback(hosts: list[str], *, because: str) -> None:
    """Stop the start when a process that must never meet the street would answer to a public name.

    Raises: EnvironmentFault."""
    if public := sorted(set(hosts) - LOOPBACK):
        raise EnvironmentFault(f"{because} is for this machine alone, but SISADA_HOSTS names {', '.join(public)}.")


def django_database(url: str) -> dict[str, Any]:
    """Django's settings for a PostgreSQL address. The pool keeps a few connections; `server_side_binding` keeps
    what officers type out of pg_stat_activity, where another process of the same role could read it."""
    parts = _parts_of(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts["dbname"],
        "USER": parts.get("user", ""),
        "PASSWORD": parts.get("password", ""),
        "HOST": parts.get("host", ""),
        "PORT": str(parts.get("port", "5432")),
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,  # without it half of the requests fail after the server was restarted
        "OPTIONS": {"server_side_binding": True, "pool": {"min_size": 2, "max_size": 10, "timeout": 3}},
    }


def _parts_of(url: str) -> dict[str, Any]:
    """Raises: EnvironmentFault, which repeats nothing of the address: it holds a password."""
    wrong = EnvironmentFault("A database address must look like postgresql://role:password@host:port/database.")
    if urlsplit(url).scheme not in ("postgresql", "postgres"):
        raise wrong
    try:
        parts = conninfo_to_dict(url)
    except ProgrammingError:
        raise wrong from None
    if not parts.get("dbname"):
        raise wrong
    return parts
