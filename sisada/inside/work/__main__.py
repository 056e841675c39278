"""python -m sisada.inside.work: takes jobs from PostgreSQL until it is asked to stop."""

import asyncio

import django

CONCURRENT_JOBS = 4
STOP_WITHIN_S = 3


async def work() -> None:
    from procrastinate.contrib.django import app

    # A connector of its own: Django's pool belongs to requests, and a job may wait long for its turn.
    worker_app = app.with_connector(app.connector.get_worker_connector())  # type: ignore[attr-defined]  # DjangoConnector has it
    async with worker_app.open_async():
        await worker_app.run_worker_async(concurrency=CONCURRENT_JOBS, shutdown_graceful_timeout=STOP_WITHIN_S, delete_jobs="successful")


if __name__ == "__main__":
    django.setup()
    asyncio.run(work())
