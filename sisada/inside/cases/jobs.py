"""What cases do by the clock, and when letters have come in."""

from procrastinate.contrib.django import app

from sisada.inside.cases import comparing, opening, promising, retention
from sisada.inside.cases.refusals import call


@app.periodic(cron="* * * * *")
@app.task(name="cases.open_letters")
def open_letters(timestamp: int = 0) -> None:  # noqa: ARG001 - a periodic job is told its time; one that the passage wakes is not
    """Woken with each carrying (sql/cases_wake_worker.sql); by the clock, too, should a job have been lost."""
    opening.open_waiting(opening.letter_key())
    comparing.compare_lists()


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="follow_mirror")
def follow_mirror(timestamp: int) -> None:  # noqa: ARG001 - as above
    """A minute after the link at the latest."""
    comparing.follow_mirror()


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="note_missed_promises")
def note_missed_promises(timestamp: int) -> None:  # noqa: ARG001 - as above
    """Count and tell what is late."""
    call("cases_note_missed")


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="count_promises_again")
def count_promises_again(timestamp: int) -> None:  # noqa: ARG001 - as above
    """A day that is declared closed late moves what is open; counting again moves nothing twice."""
    promising.count_again()


@app.periodic(cron="40 2 * * *")
@app.task(queueing_lock="erase_reports")
def erase_reports(timestamp: int) -> None:  # noqa: ARG001 - as above
    """At night, what is over."""
    retention.erase_what_is_over()
