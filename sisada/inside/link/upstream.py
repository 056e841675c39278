"""The Directorate's database as we reach it: a reader's connection, and a stream of what was committed. Nothing here changes its data."""

import select
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import psycopg
from psycopg import Connection, pq
from psycopg.conninfo import make_conninfo
from psycopg.pq.abc import PGresult

from sisada.inside.link.guards import Slot, Source
from sisada.inside.link.mapping import PUBLICATION
from sisada.inside.link.pgoutput import POSTGRES_EPOCH, MalformedError

# Values come as text: these settings make the text the same on every server.
_AS_TEXT: Final = "-c datestyle=ISO -c timezone=UTC -c bytea_output=hex -c client_encoding=UTF8 -c search_path=public"
# A network that swallows packets must be noticed within seconds, not hours.
_PATIENCE: Final[dict[str, str | int]] = {
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
    "application_name": "sisada_link",
}

_CHANGES, _KEEPALIVE = ord("w"), ord("k")
_HEADER, _KEEPALIVE_BODY, _STATUS = struct.Struct("!cQQq"), struct.Struct("!cQqB"), struct.Struct("!cQQQqB")


@dataclass(frozen=True, slots=True)
class Payload:
    """One pgoutput message."""

    message: bytes


@dataclass(frozen=True, slots=True)
class Pulse:
    """The source is there and has sent everything before `wal_end`."""

    wal_end: int
    wants_answer: bool


def connect(url: str) -> Connection:
    """A connection for reading tables and catalogues."""
    return psycopg.connect(_patient(url), autocommit=True)


def position_of(lsn: str) -> int:
    """`16/B374D848` as a number."""
    high, low = lsn.split("/")
    return (int(high, 16) << 32) + int(low, 16)


def lsn_of(position: int) -> str:
    return f"{position >> 32:X}/{position & 0xFFFFFFFF:X}"


def slot_of(upstream: Connection, name: str) -> Slot | None:
    """What the source keeps under this name. None: nothing."""
    found = upstream.execute(
        "select confirmed_flush_lsn::text, coalesce(wal_status = 'lost', false) from pg_replication_slots where slot_name = %s", [name]
    ).fetchone()
    return Slot(position_of(found[0]) if found[0] else None, found[1]) if found else None


class Replication:
    """A connection that speaks the replication protocol. Use as a context manager."""

    def __init__(self, url: str) -> None:
        self._connection = psycopg.connect(make_conninfo(_patient(url), replication="database"), autocommit=True)
        self._link = self._connection.pgconn

    def __enter__(self) -> "Replication":
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def identify(self) -> tuple[Source, int]:
        """Which database this is, and where it ends now."""
        system_id, timeline, end, *_ = self._row("IDENTIFY_SYSTEM")
        return Source(system_id, int(timeline)), position_of(end)

    def drop_slot(self, name: str) -> None:
        """Waits while a link that was just killed still holds it."""
        self._row(f'DROP_REPLICATION_SLOT "{name}" WAIT')

    def create_slot(self, name: str) -> tuple[int, str]:
        """A position, and the name of a snapshot that shows exactly what was committed before it; it lives until the next command here."""
        _, position, snapshot, _ = self._row(f'CREATE_REPLICATION_SLOT "{name}" LOGICAL pgoutput EXPORT_SNAPSHOT')
        return position_of(position), snapshot

    def start(self, slot: str, *, position: int) -> None:
        """Begin to stream. Raises: psycopg.OperationalError when another reader still holds the slot."""
        options = f"(proto_version '1', publication_names '{PUBLICATION}')"
        self._link.send_query(f'START_REPLICATION SLOT "{slot}" LOGICAL {lsn_of(position)} {options}'.encode())
        self._link.flush()
        self._wait_for_input(timeout_s=None)
        result = self._link.get_result()
        if result is None or result.status != pq.ExecStatus.COPY_BOTH:
            raise _refused(result)
        self._link.nonblocking = 1

    def arrived(self) -> Iterator[Payload | Pulse]:
        """What has arrived already, without waiting. Raises: psycopg.OperationalError when the source ended the stream."""
        while True:
            size, frame = self._link.get_copy_data(1)
            if size > 0:
                yield _frame(bytes(frame))
            elif size < 0:
                raise _refused(self._link.get_result())
            elif not self._more():
                return

    def wait(self, timeout_s: float) -> None:
        """Until something arrives, or the time is over."""
        self._wait_for_input(timeout_s=timeout_s)

    def confirm(self, position: int, *, asking: bool = False) -> None:
        """Tell the source that everything before `position` is stored here; `asking`: and have it answer."""
        now = int((datetime.now(UTC) - POSTGRES_EPOCH).total_seconds() * 1_000_000)
        self._link.put_copy_data(_STATUS.pack(b"r", position, position, position, now, asking))
        self._link.flush()

    def _more(self) -> bool:
        if not select.select([self._link.socket], [], [], 0)[0]:
            return False
        self._link.consume_input()
        return True

    def _wait_for_input(self, *, timeout_s: float | None) -> None:
        if select.select([self._link.socket], [], [], timeout_s)[0]:
            self._link.consume_input()

    def _row(self, command: str) -> list[str]:
        result = self._link.exec_(command.encode())
        if result.status not in (pq.ExecStatus.TUPLES_OK, pq.ExecStatus.COMMAND_OK):
            raise _refused(result)
        return [(result.get_value(0, column) or b"").decode() for column in range(result.nfields)] if result.ntuples else []


def _patient(url: str) -> str:
    return make_conninfo(url, options=_AS_TEXT, **_PATIENCE)


def _frame(frame: bytes) -> Payload | Pulse:
    if frame[0] == _CHANGES:
        return Payload(frame[_HEADER.size :])
    if frame[0] == _KEEPALIVE and len(frame) == _KEEPALIVE_BODY.size:
        _, wal_end, _, wants_answer = _KEEPALIVE_BODY.unpack(frame)
        return Pulse(wal_end, bool(wants_answer))
    raise MalformedError(f"unknown frame kind {frame[0]:#04x}")


def _refused(result: PGresult | None) -> psycopg.OperationalError:
    """The state the server named; its words may quote what it was given."""
    state = result.error_field(pq.DiagnosticField.SQLSTATE) if result is not None else None
    return psycopg.OperationalError(f"the source ended the conversation ({(state or b'no reason given').decode()})")
