"""Asks the database, after all crashes, for the look behind every disclosed canary."""

from collections.abc import Iterable
from dataclasses import dataclass

import psycopg

from tests.proofs.looks import world
from tests.proofs.looks.world import Canary


@dataclass(frozen=True)
class Disclosure:
    """One part of one person's record that the server sent to one attempt."""

    attempt: int
    canary: Canary
    person: int
    at: float  # Unix time of the first byte seen


# An earlier look of this officer, for this person and for what may show this part: the card and its photo by a look on the
# person, a row by a shown row, a name also by the search that weighed it, an id also by the area's list. A lost commit leaves none.
WITHOUT_LOOK = """
select disclosed.attempt, disclosed.canary, disclosed.person_number
from unnest(%(attempts)s::int[], %(canaries)s::text[], %(persons)s::int[], %(officers)s::uuid[], %(ids)s::uuid[], %(numbers)s::text[],
    %(areas)s::text[], %(instants)s::float8[])
    as disclosed (attempt, canary, person_number, officer, person, number, area, seen_at)
where not exists (
    select from audit_look as look
    left join audit_look_shown as shown on shown.look = look.id and shown.person = disclosed.person
    where look.officer = disclosed.officer and look.begun_at < to_timestamp(disclosed.seen_at)
      and (look.purpose = 'card' and look.subject = disclosed.person
        or shown.person is not null and disclosed.canary <> 'photo'
        or look.purpose = 'search' and look.query ->> 'folded' = disclosed.number and disclosed.canary in ('name', 'id')
        or look.purpose = 'area-list' and look.query ->> 'kelurahan' = disclosed.area and disclosed.canary = 'id'))
order by 1, 2, 3"""


def without_an_earlier_durable_look(url: str, disclosures: Iterable[Disclosure]) -> list[Disclosure]:
    """Those that no look stands behind: none may be."""
    found = {(one.attempt, one.canary.value, one.person): one for one in disclosures}
    rows = list(found.values())
    asked = {
        "attempts": [one.attempt for one in rows],
        "canaries": [one.canary.value for one in rows],
        "persons": [one.person for one in rows],
        "officers": [world.officer(one.attempt) for one in rows],
        "ids": [world.person(one.person) for one in rows],
        "numbers": [world.document_number(one.person) for one in rows],
        "areas": [world.area(one.person) for one in rows],
        "instants": [one.at for one in rows],
    }
    with psycopg.connect(url) as admin:
        return [found[row] for row in admin.execute(WITHOUT_LOOK, asked).fetchall()]
