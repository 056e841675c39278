"""How old and how whole the mirror is: one row (`link_mirror_age`) that the link publishes and every page with mirrored data says."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection

LATE = timedelta(minutes=15)
OLD = timedelta(hours=24)


@dataclass(frozen=True)
class MirrorAge:
    """`source_at`: the source's time of the newest thing applied; None: the first copy has not finished.
    `phase`: waiting, copying, streaming or halted. `copied_share`: 0 to 1, by rows."""

    source_at: datetime | None
    phase: str
    copied_share: float

    @property
    def whole(self) -> bool:
        """Only a whole mirror can say that somebody is not in it."""
        return self.phase not in ("waiting", "copying") and self.source_at is not None

    def age(self, at: datetime) -> timedelta:
        return at - self.source_at if self.source_at else timedelta.max

    def can_say_nobody(self, at: datetime) -> bool:
        """Whether "no record matches" may be said at all: the mirror is whole and not over a day old."""
        return self.whole and self.age(at) <= OLD


def read() -> MirrorAge:
    with connection.cursor() as cursor:
        cursor.execute("select source_at, phase, copied_share from link_mirror_age")
        source_at, phase, copied_share = cursor.fetchone()
    return MirrorAge(source_at=source_at, phase=phase, copied_share=copied_share)
