"""A new signing key takes over from the old one, without a gap and without a moment in which nobody knows which one signs.

Whoever changes keys only lays the new one beside the old one (`ask`); the sealer, which alone holds both the lock and the old key,
endorses it after its next checkpoint and puts it in the old one's place. A kill between the two is mended at the next start: what
the database says counts.
"""

import os
from pathlib import Path

from sisada.inside.audit import seal_endorsement, seal_key, seal_round
from sisada.inside.audit.seal_endorsement import Endorsement
from sisada.inside.audit.seal_key import Key
from sisada.inside.audit.seal_round import Database

ADD = """insert into audit_key_endorsement (key_id, public_key, endorsed_by, last_number, last_hash, signature)
values (%s, %s, %s, %s, %s, %s)"""


def ask(path: Path) -> Key:
    """The key that shall sign next, made beside the one in `path` unless it lies there already."""
    return seal_key.read_or_make(_next_to(path))


def is_asked(path: Path) -> bool:
    return _next_to(path).exists()


def key_in_force(connection: Database, path: Path) -> Key:
    """The key that signs here; a change that was endorsed and then cut off is brought to its end.

    Raises: KeyRefused when another key signed here last.
    """
    if is_asked(path) and (successor := ask(path)).id == seal_key.latest_id(connection):
        _put_in_place(path)
        return successor
    key = seal_key.read_or_make(path)
    seal_key.require_known(connection, key)
    return key


def change_if_asked(connection: Database, old: Key, path: Path) -> Key:
    """The key that signs from here on. Call right after a checkpoint, which is then the old key's last."""
    if not is_asked(path):
        return old
    successor = ask(path)
    endorse(connection, old=old, successor=successor)
    _put_in_place(path)
    return successor


def endorse(connection: Database, *, old: Key, successor: Key) -> None:
    """In one transaction: the house knows the new key, the outside will be told, and the old one's signature says that it is right."""
    with connection.transaction():
        number, hash_ = seal_round.last_checkpoint(connection)
        made = Endorsement(successor.public, old.id, number, hash_)
        signature = seal_endorsement.sign(made, old.signing)
        connection.execute(ADD, [successor.id, made.public_key, made.endorsed_by, made.last_number, made.last_hash, signature])
        seal_key.take(connection, successor)


def _next_to(path: Path) -> Path:
    return path.with_name(f"{path.name}.next")


def _put_in_place(path: Path) -> None:
    """Durably: after a power cut the old key must not lie there again."""
    _next_to(path).replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
