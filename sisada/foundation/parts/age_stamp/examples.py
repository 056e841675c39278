"""Fresh, late, old, and while the first copy runs. On the living page only the first one counts."""

from datetime import UTC, datetime, timedelta

from sisada.foundation.parts.age_stamp.age import age_stamp
from sisada.foundation.parts.examples import Example

NOW = datetime(2026, 11, 24, 7, 3, 24, tzinfo=UTC)


def examples(_panel: str) -> list[Example]:
    return [
        Example("Segar", {"stamp": age_stamp(NOW - timedelta(seconds=2), NOW)}),
        Example("Segar, tempatnya sempit", {"stamp": age_stamp(NOW - timedelta(seconds=2), NOW), "short": True}),
        Example("Lebih dari 15 menit", {"stamp": age_stamp(NOW - timedelta(minutes=32), NOW)}),
        Example("Lebih dari 24 jam", {"stamp": age_stamp(NOW - timedelta(hours=27), NOW)}),
        Example("Salinan pertama berjalan", {"stamp": age_stamp(None, NOW)}),
    ]
