"""What the benchmark asks: drawn from the registry by a seed, so that every run asks the same of the same data."""

from dataclasses import dataclass

import psycopg
from psycopg import sql

SEED = 0.9303  # of setseed: -1 to 1


@dataclass(frozen=True)
class Asked:
    """As many of each as are asked for: document numbers, "PRIMARY SECONDARY year" of persons, and persons' ids."""

    numbers: tuple[str, ...]
    names: tuple[str, ...]
    persons: tuple[str, ...]


NUMBERS = "select number from registry_travel_document where length(number) >= 7 order by random() limit {count}"
NAMES = """
select concat_ws(' ', name.primary_name, name.secondary_name, extract(year from person.birth_date)::integer)
from registry_name as name join registry_person as person on person.id = name.person_id
where name.kind = 'passport' and name.secondary_name is not null and person.birth_date is not null
order by random() limit {count}"""
PERSONS = "select id::text from registry_person order by random() limit {count}"


def draw(url: str, count: int) -> Asked:
    with psycopg.connect(url, autocommit=True) as owner:
        return Asked(*(_draw(owner, statement, count) for statement in (NUMBERS, NAMES, PERSONS)))


def _draw(owner: "psycopg.Connection[tuple[str]]", statement: str, count: int) -> tuple[str, ...]:
    owner.execute("select setseed(%s)", [SEED])
    return tuple(row[0] for row in owner.execute(sql.SQL(statement).format(count=sql.Literal(count))).fetchall())
