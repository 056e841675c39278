"""Which public keys are to be believed: those on the auditor's sheet; else the first that came outside; else the inside's first."""

from typing import Any

from psycopg import Connection

from sisada.verify import hashes
from sisada.verify.findings import Code, Report

INSIDE = "select key_id, public_key from audit_sealing_key order by begun_at"
OUTSIDE = "select key_id, public_key from published_audit_key order by received_at"
Keys = dict[str, bytes]


def to_be_believed(given: list[bytes], inside: "Connection[Any]", outside: "Connection[Any] | None", report: Report) -> Keys:
    known_inside = _read(inside, INSIDE)
    known_outside = _read(outside, OUTSIDE) if outside else {}
    for key_id, public_key in [*known_inside.items(), *known_outside.items()]:
        if hashes.key_id(public_key) != key_id:
            report.find(Code.FALSE_KEY, key_id=key_id)
    trusted = _trusted(given, known_outside or known_inside)
    for key_id in sorted({*known_inside, *known_outside} - set(trusted)):
        report.find(Code.OTHER_KEY, key_id=key_id)
    if not given and not known_outside:
        report.note(
            "Kunci dipercaya menurut kata orang dalam sendiri: pakai --key. / The key is believed on the inside's own word: give --key."
        )
    return trusted


def _trusted(given: list[bytes], known: Keys) -> Keys:
    """All that were given, or the first that is known."""
    return {hashes.key_id(key): key for key in given} if given else dict(list(known.items())[:1])


def _read(connection: "Connection[Any]", query: str) -> Keys:
    return {key_id: bytes(public_key) for key_id, public_key in connection.execute(query.encode())}
