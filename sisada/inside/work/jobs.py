"""What the worker does for itself."""

from procrastinate import JobContext
from procrastinate.contrib.django import app

STALLED_AFTER_S = 120


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="retry_stalled_jobs", pass_context=True)
async def retry_stalled_jobs(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its time
    """Jobs whose worker died are taken up again; jobs may run twice."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER_S):
        await manager.retry_job(job)
