"""The database's short form of the rule says OVER for exactly those stays of which registry/stay.py does: one table tests both."""

import uuid
from datetime import datetime, time
from typing import Any

import pytest
from django.db import connection
from django.utils.timezone import get_default_timezone

from sisada.inside.registry.headline import State
from sisada.inside.registry.stay_facts import Stay
from sisada.inside.registry.tests.stay_cases import CASES, FRESH, TODAY, Told

pytestmark = pytest.mark.django_db
FRESH_CASES = [case for case in CASES if case[1].mirror_age == FRESH]


def put(table: str, **values: Any) -> None:
    row: dict[str, Any] = {
        "upstream_key": uuid.uuid4().int % 10**12,
        "version": 1,
        "source_at": datetime.now(get_default_timezone()),
    } | values
    with connection.cursor() as cursor:
        places = ", ".join(["%s"] * len(row))
        cursor.execute(f"insert into {table} ({', '.join(row)}) values ({places})", list(row.values()))


def write(stay: Stay) -> uuid.UUID:
    """A person with this stay in the mirror; ids of permits are made anew, so that cases do not meet."""
    person = uuid.uuid4()
    ids: dict[uuid.UUID, uuid.UUID] = {}
    put(
        "registry_person", id=person, niora="N1", nationality="UTO", category=stay.category, civil_state=stay.civil_state, office_code="JKS"
    )
    for permit in stay.permits:
        ids[permit.id] = uuid.uuid4()
        facts = {name: getattr(permit, name) for name in ("kind", "valid_from", "valid_until", "report_due_on", "ended_on", "ended_by")}
        put("registry_stay_permit", id=ids[permit.id], person_id=person, number="1", extension=0, office_code="JKS", **facts)
    for one in stay.applications:
        facts = {name: getattr(one, name) for name in ("kind", "filed_on", "state", "decided_on")}
        about = ids.get(one.permit_id, uuid.uuid4()) if one.permit_id else None
        put("registry_application", id=uuid.uuid4(), person_id=person, permit_id=about, **facts)
    if stay.last_crossing:
        at = datetime.combine(stay.last_crossing.on, time(12), tzinfo=get_default_timezone())
        put("registry_crossing", id=uuid.uuid4(), person_id=person, direction=stay.last_crossing.direction, crossed_at=at, checkpoint="CGK")
    return person


@pytest.mark.parametrize(("stay", "told"), [case[1:] for case in FRESH_CASES], ids=[case[0] for case in FRESH_CASES])
def test_it_is_over_where_the_card_says_so_and_nowhere_else(stay: Stay, told: Told) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select registry_stay_is_over(%s, %s)", [write(stay), TODAY])
        (over,) = cursor.fetchone()
    assert over == (told[0] is State.OVER)


def test_nobody_is_over_whom_the_mirror_does_not_have() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select registry_stay_is_over(%s, %s)", [uuid.uuid4(), TODAY])
        assert cursor.fetchone() == (False,)
