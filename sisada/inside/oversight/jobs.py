"""What oversight does by the clock."""

from datetime import timedelta

from django.db import connection
from procrastinate.contrib.django import app

from sisada.foundation.clock import now


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="draw_cases")
def draw_cases(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its time
    """Looks of the last ten minutes are drawn once; a look drawn before stays what it is."""
    until = now().replace(second=0, microsecond=0)
    until -= timedelta(minutes=until.minute % 10)
    with connection.cursor() as cursor:
        cursor.execute("select oversight_draw(%s, %s)", [until - timedelta(minutes=10), until])
