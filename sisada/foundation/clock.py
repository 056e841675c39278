"""Two kinds of time: a day is a date in the office's zone, an instant is UTC. Rules take `today`; only edges ask these."""

from datetime import UTC, date, datetime

from sisada.foundation.office import office


def now() -> datetime:
    return datetime.now(UTC)


def office_date(instant: datetime) -> date:
    """The day on which `instant` falls in the office's zone. `instant` must know its zone."""
    return instant.astimezone(office().zone).date()


def office_today() -> date:
    return office_date(now())
