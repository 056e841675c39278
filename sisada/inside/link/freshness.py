"""How old the mirror is, for the pages, and how late changes came, minute by minute."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median

from psycopg import Connection

from sisada.inside.link.standstill import HaltError

COPYING, STREAMING = "copying", "streaming"

_SAY = """
insert into link_state as state (id, phase, source_at, checked_at, position) values (1, %(phase)s, %(source_at)s, %(at)s, %(position)s)
on conflict (id) do update set phase = excluded.phase, source_at = greatest(state.source_at, excluded.source_at),
    checked_at = excluded.checked_at, position = excluded.position, reason = null, sentence = null"""
# A copy that could not be finished stays a copy: the next start begins it anew.
_STAND_STILL = """
insert into link_state as state (id, phase, checked_at, position, reason, sentence)
values (1, 'copying', clock_timestamp(), 0, %(reason)s, %(sentence)s)
on conflict (id) do update set reason = excluded.reason, sentence = excluded.sentence,
    phase = case when state.phase = 'copying' then state.phase else 'halted' end"""

# A link at work says how the mirror is every few seconds, also when its source has nothing to tell; while it copies, link_copy tells.
_STAND_STILL_UNWRITTEN = """
update link_state set phase = 'halted', reason = %(reason)s, sentence = %(sentence)s
where phase = 'streaming' and checked_at < clock_timestamp() - interval '1 minute'"""


def reached(connection: Connection, *, position: int, source_at: datetime | None, at: datetime) -> None:
    """The mirror reached a position, and heard the source `at` that moment.

    "Data per" is the source's own time of the newest change or heartbeat, never our clock. None: the source is idle, so it stays as it was.
    """
    connection.execute(_SAY, {"phase": STREAMING, "source_at": source_at, "position": position, "at": at})


def copy_begins(connection: Connection, *, at: datetime) -> None:
    """A copy forgets how old the mirror was: it is empty now."""
    connection.execute("delete from link_state")
    connection.execute(_SAY, {"phase": COPYING, "source_at": None, "position": 0, "at": at})


def stands_still(connection: Connection, halt: HaltError) -> None:
    """The pages say why. What the mirror last reached stays."""
    connection.execute(_STAND_STILL, {"reason": halt.reason, "sentence": halt.sentence})


def stands_still_if_nobody_writes(connection: Connection, halt: HaltError) -> None:
    """For whoever found the pen held: if it is a link that holds it, the mirror is as that one says, and nothing is changed."""
    connection.execute(_STAND_STILL_UNWRITTEN, {"reason": halt.reason, "sentence": halt.sentence})


@dataclass
class Meter:
    """Lags of the transactions stored in the present minute."""

    minute: datetime | None = None
    lags_ms: list[int] = field(default_factory=list)

    def add(self, connection: Connection, committed_at: Iterable[datetime], *, at: datetime) -> None:
        """Note that these transactions are visible in the mirror since `at`; a minute that is over is written."""
        minute = at.replace(second=0, microsecond=0)
        if minute != self.minute:
            self.write(connection)
            self.minute, self.lags_ms = minute, []
        self.lags_ms.extend(max(0, int((at - committed).total_seconds() * 1000)) for committed in committed_at)

    def write(self, connection: Connection) -> None:
        """A minute that two links shared (one was restarted) keeps the worst of both and the later median."""
        if self.minute is None or not self.lags_ms:
            return
        connection.execute(
            "insert into link_freshness as kept (minute, worst_ms, median_ms, changes) values (%s, %s, %s, %s)"
            " on conflict (minute) do update set worst_ms = greatest(kept.worst_ms, excluded.worst_ms), median_ms = excluded.median_ms,"
            " changes = kept.changes + excluded.changes",
            [self.minute, max(self.lags_ms), int(median(self.lags_ms)), len(self.lags_ms)],
        )
