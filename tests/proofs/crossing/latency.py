"""How long a letter takes from the street's commit to the inside's, and a word the other way, while nothing disturbs."""

import os
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import psycopg
from psycopg import Connection
from psycopg.types.json import Jsonb

from sisada.foundation.launcher.supervisor import wait_for
from tests.crossing.house import Letter
from tests.proofs.crossing.places import Places
from tests.proofs.crossing.strikes import begun

PUBLISH = "insert into cases_outgoing (id, kind, body) values (gen_random_uuid(), 'letterbox-box', %s)"


def measured(places: Places, *, times: int) -> tuple[list[float], list[float]]:
    """Seconds inwards and outwards, sorted. A letter and a word at a time, each at another moment of the passage's round."""
    passage = begun(places.of_crossing())
    street_url = places.outside.url("sisada_public")
    try:
        with (
            psycopg.connect(street_url, autocommit=True) as street,
            psycopg.connect(places.inside.admin, autocommit=True) as inside,
            psycopg.connect(places.outside.admin, autocommit=True) as outside,
        ):
            _inward(street, inside)  # the first one waits for the process to load itself
            return sorted(_inward(street, inside) for _ in range(times)), sorted(_outward(inside, outside) for _ in range(times))
    finally:
        passage.kill()
        passage.wait()


def _inward(street: "Connection[Any]", inside: "Connection[Any]") -> float:
    letter = Letter()
    letter.put_in(street)
    return _until(lambda: inside.execute("select from cases_inbox where id = %s", [letter.id]).rowcount == 1)


def _outward(inside: "Connection[Any]", outside: "Connection[Any]") -> float:
    box, sealed = uuid.uuid4(), rf"\x{os.urandom(100).hex()}"
    body = {"id": str(box), "thread": str(uuid.uuid4()), "author": "office", "sealed": sealed, "made_at": datetime.now(UTC).isoformat()}
    inside.execute(PUBLISH, [Jsonb(body)])
    return _until(lambda: outside.execute("select from letterbox_box where id = %s", [box]).rowcount == 1)


def _until(arrived: Callable[[], bool]) -> float:
    began = time.monotonic()
    if not wait_for(arrived, within_s=30, pause_s=0.003):
        raise TimeoutError("It did not arrive within 30 s.")
    return time.monotonic() - began
