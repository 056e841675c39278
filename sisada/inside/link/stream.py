"""The shell around the core: reads the stream, stores what is due, confirms what is stored, and begins again when a server was away."""

import logging
import time
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final, Never

import psycopg
from psycopg import Connection

from sisada.inside.link import apply, copy, freshness, guards, rows, upstream
from sisada.inside.link.core import Due, Event, Halt, Keepalive, State, step
from sisada.inside.link.folding import Effect, Reach
from sisada.inside.link.guards import Source
from sisada.inside.link.mapping import TABLES
from sisada.inside.link.pgoutput import MalformedError, Message, decode
from sisada.inside.link.standstill import HaltError, Reason

logger = logging.getLogger("sisada.link")

BATCH: Final = 5_000  # changes: enough to make a transaction cheap, little enough to stay fresh
IDLE_S: Final = 1.0  # heartbeats and idle positions are stored this often at most
SILENCE_S: Final = 15.0  # a source that says nothing for so long is gone; it is asked three times before
RETRY_S: Final = (0.1, 0.5, 1.0, 2.0, 5.0)
LOCK: Final = 0x5153_4144_4C49_4E4B  # the pen: whoever holds this lock writes the mirror


@dataclass(frozen=True, slots=True)
class Addresses:
    inside_url: str
    upstream_url: str
    slot: str = "sisada_link"


def forget(addresses: Addresses) -> None:
    """The next start copies everything anew. Pages keep the old mirror until that copy begins.

    Raises: HaltError while a link is running.
    """
    with psycopg.connect(addresses.inside_url, autocommit=True) as mirror:
        if not _takes_the_pen(mirror):
            raise _second_link()
        mirror.execute("delete from link_position")


def run(addresses: Addresses) -> Never:
    """Mirror for ever: copy if there is nothing yet, then stream; when a server was away, come back by itself.

    Raises: HaltError when going on could make the mirror silently different.
    """
    failures, had_the_pen = 0, False
    while True:
        began_at = time.monotonic()
        try:
            with psycopg.connect(addresses.inside_url, autocommit=True, application_name="sisada_link") as mirror:
                if not _takes_the_pen(mirror):
                    raise _pen_is_held() if had_the_pen and failures < len(RETRY_S) else _second_link()
                had_the_pen = True
                _session(mirror, addresses)
        except (psycopg.OperationalError, psycopg.InterfaceError) as fault:
            failures = 0 if time.monotonic() - began_at > IDLE_S else failures  # it had come back in between
            pause_s = RETRY_S[min(failures, len(RETRY_S) - 1)]
            failures += 1
            logger.warning("sambungan terputus (%s), mencoba lagi dalam %.1f detik", fault.sqlstate or type(fault).__name__, pause_s)
            time.sleep(pause_s)


def _takes_the_pen(mirror: Connection) -> bool:
    # not waiting: a second link must stop at once, not queue behind the first and write what was written already
    return mirror.execute("select pg_try_advisory_lock(%s)", [LOCK]).fetchone() == (True,)


def _second_link() -> HaltError:
    return HaltError(Reason.SECOND_LINK, "Tautan lain sudah menulis cermin ini.")


def _pen_is_held() -> psycopg.OperationalError:
    """By our own connection of a moment ago, most likely: the server has not yet noticed that it ended."""
    return psycopg.OperationalError("the pen is still held")


def _session(mirror: Connection, addresses: Addresses) -> Never:
    with upstream.connect(addresses.upstream_url) as reader:
        guards.check_mapping(reader, mirror)
    rows.prepare(mirror, TABLES)
    known = _known(mirror)
    if known is None:
        copy.run(mirror, upstream_url=addresses.upstream_url, slot=addresses.slot, tell=logger.info)
        known = _known(mirror)
    if known is None:
        raise HaltError(Reason.COPY_DIFFERS, "Salinan selesai tanpa posisi.")
    _follow(mirror, addresses, *known)


def _known(mirror: Connection) -> tuple[Source, int] | None:
    """Which source the mirror holds, and up to where. None: nothing whole yet."""
    found = mirror.execute("select system_id, timeline, position from link_position").fetchone()
    return (Source(found[0], found[1]), found[2]) if found else None


def _follow(mirror: Connection, addresses: Addresses, known: Source, position: int) -> Never:
    with upstream.Replication(addresses.upstream_url) as replication:
        with upstream.connect(addresses.upstream_url) as reader:
            found, end = replication.identify()
            guards.check_source(known, found, slot=upstream.slot_of(reader, addresses.slot), position=position)
            guards.check_not_in_the_past(end, position=position)
        replication.start(addresses.slot, position=position)
        logger.info("mengikuti pusat dari posisi %s", upstream.lsn_of(position))
        Follower(mirror, replication, State(position)).follow()


@dataclass
class Follower:
    """One session of streaming. `state.position` is what the mirror has stored: a kill at any moment loses and doubles nothing."""

    mirror: Connection
    replication: upstream.Replication
    state: State
    meter: freshness.Meter = field(default_factory=freshness.Meter)
    stored_at: float = 0.0
    heard_at: float = field(default_factory=time.monotonic)
    asked_at: float = field(default_factory=time.monotonic)

    def follow(self) -> Never:
        try:
            while True:
                self._read()
                if self.state.ready_changes or self._is_idle():
                    self._take(Due())
                self._mind_silence()
                self.replication.wait(IDLE_S / 4)
        finally:
            with suppress(psycopg.Error):  # the session may have ended because this very connection broke
                self.meter.write(self.mirror)

    def _read(self) -> None:
        for frame in self.replication.arrived():
            self.heard_at = time.monotonic()
            if isinstance(frame, upstream.Pulse):
                self._pulse(frame)
                continue
            self._take(_decoded(frame.message))
            if self.state.ready_changes >= BATCH:
                self._take(Due())

    def _pulse(self, pulse: upstream.Pulse) -> None:
        """A source that is shutting down waits until we confirm its last position: that one is stored at once."""
        if not pulse.wants_answer and not self._is_idle():
            return
        self._take(Due())
        self._take(Keepalive(pulse.wal_end))
        self.replication.confirm(self.state.position)

    def _take(self, event: Event) -> None:
        self.state, effects = step(self.state, event)
        if effects:
            self._store(effects)

    def _store(self, effects: tuple[Effect | Halt, ...]) -> None:
        halts = [effect for effect in effects if isinstance(effect, Halt)]
        rows_and_reach = [effect for effect in effects if not isinstance(effect, Halt)]
        if rows_and_reach:
            apply.store(self.mirror, rows_and_reach, arrived_at=datetime.now(UTC))
            self.replication.confirm(self.state.position)  # only now: what is confirmed the source forgets
            self.stored_at = time.monotonic()
            lags = [moment for effect in rows_and_reach if isinstance(effect, Reach) for moment in effect.committed_at]
            self.meter.add(self.mirror, lags, at=datetime.now(UTC))
        for halt in halts:
            raise HaltError(halt.reason, halt.sentence)

    def _is_idle(self) -> bool:
        return time.monotonic() - self.stored_at >= IDLE_S

    def _mind_silence(self) -> None:
        """Ask a quiet source whether it is there. Raises: psycopg.OperationalError when it does not answer."""
        now = time.monotonic()
        if now - self.heard_at > SILENCE_S:
            raise psycopg.OperationalError("the source is silent")
        if now - max(self.heard_at, self.asked_at) > SILENCE_S / 4:
            self.asked_at = now
            self.replication.confirm(self.state.position, asking=True)


def _decoded(message: bytes) -> Message:
    try:
        return decode(message)
    except MalformedError as malformed:
        raise HaltError(Reason.MALFORMED, f"Pusat mengirim pesan yang tidak dapat dibaca: {malformed}.") from None
