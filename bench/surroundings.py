"""What a figure was measured on: without it a figure says nothing."""

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version

import psycopg

TABLES = (
    "registry_person",
    "registry_name",
    "registry_stay_permit",
    "registry_crossing",
    "lookup_number",
    "lookup_name_part",
    "audit_look",
    "audit_answer",
)
SETTINGS = ("server_version", "fsync", "synchronous_commit", "full_page_writes", "shared_buffers")


def lines(url: str) -> list[str]:
    with psycopg.connect(url) as admin:
        settings = {name: admin.execute("select current_setting(%s)", [name]).fetchone() for name in SETTINGS}
        rows = {name: admin.execute(f"select count(*) from {name}").fetchone() for name in TABLES}
    installed = [f"{name} {version(name)}" for name in ("django", "psycopg", "granian")]
    return [
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC · {os.cpu_count()} cores · load {load()} · {platform.system()} {platform.release()}",
        " · ".join([f"Python {platform.python_version()}", *installed]),
        " · ".join(f"{name} {row[0]}" for name, row in settings.items() if row),
        "rows: " + " · ".join(f"{name} {row[0]:,}" for name, row in rows.items() if row),
    ]


def load() -> str:
    return " ".join(f"{figure:.1f}" for figure in os.getloadavg())
