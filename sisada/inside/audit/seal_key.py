"""The key that signs checkpoints. Its file is read by the sealer's process alone; the house knows only its public half."""

import base64
import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nacl.signing import SigningKey
from psycopg import Connection
from psycopg.types.json import Jsonb


class KeyRefused(SystemExit):
    """The sealer may not sign with the key it was given. One sentence says why."""


@dataclass(frozen=True)
class Key:
    signing: SigningKey

    @property
    def public(self) -> bytes:
        return bytes(self.signing.verify_key)

    @property
    def id(self) -> str:
        """The first half of the public key's hash, as written on the auditor's sheet."""
        return hashlib.sha256(self.public).hexdigest()[:32]


def read_or_make(path: Path) -> Key:
    """The key in this file: 32 bytes, base64url. Made when there is no file, readable by its owner alone.

    Raises: KeyRefused when the file holds something else.
    """
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(path, base64.urlsafe_b64encode(secrets.token_bytes(32)))
    try:
        return Key(SigningKey(base64.urlsafe_b64decode(path.read_bytes().strip())))
    except ValueError:
        raise KeyRefused(f"{path.name} does not hold a key of 32 bytes.") from None


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: half a key after a power cut would be another key."""
    half = path.with_suffix(".new")
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)


def require_known(connection: "Connection[Any]", key: Key) -> None:
    """The key is the one that signs here. The first key of an empty house is taken as it is.

    Raises: KeyRefused when another key signed here before: a lost or exchanged file must not pass unseen.
    """
    latest = latest_id(connection)
    if latest is None:
        take(connection, key)
    elif latest != key.id:
        raise KeyRefused(
            f"Another key ({latest}) signed here last; this one is {key.id}. Put the right file back, or begin with "
            "`python -m sisada.inside.audit.seal take-new-key` and tell the auditor."
        )


def latest_id(connection: "Connection[Any]") -> str | None:
    """The key that signs here. None: none has yet."""
    row = connection.execute("select key_id from audit_sealing_key order by begun_at desc limit 1").fetchone()
    return str(row[0]) if row else None


def take(connection: "Connection[Any]", key: Key) -> None:
    """From here on this key signs, and the outside is told its public half."""
    with connection.transaction():
        made = connection.execute(
            "insert into audit_sealing_key values (%s, %s, clock_timestamp()) on conflict do nothing returning key_id", [key.id, key.public]
        ).fetchone()
        if made:
            body = Jsonb({"key_id": key.id, "public_key": f"\\x{key.public.hex()}"})
            connection.execute("insert into audit_outgoing (kind, body) values ('audit-key', %s)", [body])
