"""What the calendar does by the clock."""

from procrastinate.contrib.django import app

from sisada.inside.holidays.shipped import ship


@app.periodic(cron="20 3 1 * *")
@app.task(queueing_lock="ship_holidays")
def ship_holidays(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its time
    """A new year comes into sight by itself."""
    ship()
