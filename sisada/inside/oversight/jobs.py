"""What oversight does by the clock."""

from datetime import timedelta

from django.db import connection
from procrastinate.contrib.django import app

from sisada.foundation.clock import now
from sisada.inside.oversight import seal_watch

LOOKED_BACK = timedelta(days=1)  # a worker that stood still for hours leaves no hole


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="draw_cases")
def draw_cases(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its time
    """Draw from the looks of the last day; drawing again draws the same."""
    until = now()
    with connection.cursor() as cursor:
        cursor.execute("select oversight_draw(%s, %s)", [until - LOOKED_BACK, until])


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="watch_seal")
def watch_seal(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its time
    """The sealer cannot tell that it stands still; the worker can."""
    seal_watch.watch(now())
