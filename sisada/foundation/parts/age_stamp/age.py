"""How old what a page shows is, ready for the stamp. Pure: `now` is an argument."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.timezone import localtime
from django.utils.translation import get_language

from sisada.foundation import words

LATE = timedelta(minutes=15)
OLD = timedelta(hours=24)


@dataclass(frozen=True)
class AgeStamp:
    """`level`: segar, tertinggal (over 15 minutes), usang (over 24 hours), or menyalin while no whole copy is there yet."""

    level: str
    clock: str = ""
    ago: str = ""
    age_s: int = 0
    pattern: str = ""  # "{} lalu": how the page's script words an age
    units: str = ""  # "86400 hari hari,3600 jam jam,…": the same units that `words.span` counts in
    late_s: int = int(LATE.total_seconds())
    old_s: int = int(OLD.total_seconds())


def age_stamp(as_of: datetime | None, now: datetime) -> AgeStamp:
    """The stamp of data whose newest source time is `as_of`; None means that the first copy is still running.
    Past a day the date is said, too: a clock alone would mislead."""
    if as_of is None:
        return AgeStamp("menyalin")
    language = words.known(get_language() or "id")
    age, at = now - as_of, localtime(as_of)
    clock = words.clock_with_seconds(at, language=language)
    return AgeStamp(
        level="usang" if age > OLD else "tertinggal" if age > LATE else "segar",
        clock=f"{words.short_date(at, language=language)}, {clock}" if age > OLD else clock,
        ago=words.ago(age.total_seconds(), language=language),
        age_s=max(0, int(age.total_seconds())),
        pattern=f"{{}}{words.NBSP}{'lalu' if language == 'id' else 'ago'}",
        units=",".join(f"{length} {one} {many}" for length, one, many in words.UNITS[language]),
    )
