"""What accounts do by the clock."""

from django.core.management import call_command
from procrastinate.contrib.django import app


@app.periodic(cron="17 3 * * *")
@app.task(queueing_lock="forget_expired_sessions")
def forget_expired_sessions(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its time
    """Sessions that are over leave the table; they were useless from the moment they ended."""
    call_command("clearsessions")
