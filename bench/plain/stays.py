"""Stays of some people at once, by the ORM: three queries, however many people."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sisada.foundation.clock import office_date
from sisada.inside.lookup.stay_record import PermitRow, StayRecord
from sisada.inside.registry.models import Application, Crossing, Person, StayPermit
from sisada.inside.registry.stay_facts import Application as ApplicationFacts
from sisada.inside.registry.stay_facts import (
    ApplicationKind,
    ApplicationState,
    Category,
    CivilState,
    Direction,
    EndedBy,
    Permit,
)
from sisada.inside.registry.stay_facts import Crossing as LastCrossing
from sisada.inside.registry.stay_permits import PermitKind


def by_person(rows: Iterable[Any]) -> dict[UUID, list[Any]]:
    """Rows grouped by whose they are, in their order."""
    groups: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        groups[row.person_id].append(row)
    return groups


def read(persons: Iterable[Person]) -> dict[UUID, StayRecord]:
    people = {person.id: person for person in persons}
    permits = by_person(StayPermit.objects.filter(person_id__in=people).order_by("-valid_from", "id"))
    applications = by_person(Application.objects.filter(person_id__in=people).order_by("-filed_on", "id"))
    last = Crossing.objects.filter(person_id__in=people).order_by("person_id", "-crossed_at").distinct("person_id")
    crossings = {crossing.person_id: crossing for crossing in last}
    return {
        key: stay(person, permits=permits.get(key, []), applications=applications.get(key, []), crossing=crossings.get(key))
        for key, person in people.items()
    }


def stay(person: Person, *, permits: list[StayPermit], applications: list[Application], crossing: Crossing | None) -> StayRecord:
    return StayRecord(
        permits=tuple(map(_permit, permits)),
        applications=tuple(map(_application, applications)),
        civil_state=CivilState(person.civil_state),
        category=Category(person.category),
        last_crossing=LastCrossing(direction=Direction(crossing.direction), on=office_date(crossing.crossed_at)) if crossing else None,
    )


def _permit(row: StayPermit) -> PermitRow:
    facts = Permit(
        id=row.id,
        kind=PermitKind(row.kind),
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        report_due_on=row.report_due_on,
        ended_on=row.ended_on,
        ended_by=EndedBy(row.ended_by) if row.ended_by else None,
    )
    return PermitRow(facts, row.number, row.index_code, row.extension)


def _application(row: Application) -> ApplicationFacts:
    return ApplicationFacts(
        id=row.id,
        permit_id=row.permit_id,
        kind=ApplicationKind(row.kind),
        filed_on=row.filed_on,
        state=ApplicationState(row.state),
        decided_on=row.decided_on,
    )
