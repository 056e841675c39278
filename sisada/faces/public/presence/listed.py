"""The persons of a list while it is being made: they travel in the form, as one field, and nowhere else."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from sisada.foundation.ids import uuid_or_none
from sisada.foundation.letter import MOST_STAYS, Stay
from sisada.outside.letterbox.lists.columns import Column
from sisada.outside.letterbox.lists.people import NotAPerson, Person, read_person


@dataclass(frozen=True)
class Listed:
    person: Person
    row: UUID | None = None  # as in the list that was sent before; None: new in this form


def as_field(listed: Sequence[Listed]) -> str:
    rows = [[str(one.row or ""), *cells_of(one.person).values()] for one in listed]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def cells_of(person: Person) -> dict[Column, str]:
    """What somebody would have typed."""
    return {
        Column.NAME: person.name,
        Column.NATIONALITY: person.nationality,
        Column.NUMBER: person.document_number,
        Column.SINCE: person.since.isoformat() if person.since else "",
        Column.UNTIL: person.until.isoformat() if person.until else "",
    }


def from_field(field: str, *, today: date) -> tuple[Listed, ...]:
    """The field is its sender's own: what is no list of ours in it is left out."""
    try:
        rows = json.loads(field or "[]")
    except (ValueError, RecursionError):
        return ()
    found = (_listed(row, today) for row in rows[:MOST_STAYS]) if isinstance(rows, list) else ()
    return tuple(one for one in found if one)


def _listed(row: Any, today: date) -> Listed | None:
    if not isinstance(row, list) or len(row) != 1 + len(Column) or not all(isinstance(cell, str) for cell in row):
        return None
    try:
        person = read_person(dict(zip(Column, row[1:], strict=True)), today=today)
    except NotAPerson:
        return None
    return Listed(person, uuid_or_none(row[0]))


def stays_of(listed: Sequence[Listed], *, letter: UUID) -> tuple[Stay, ...]:
    """As the letter has them. A new row's id comes from the letter's own and its place, so that the letter sent again is the same."""
    return tuple(
        Stay(
            row=one.row or uuid5(letter, f"row {place}"),
            name=one.person.name,
            nationality=one.person.nationality,
            document_number=one.person.document_number,
            since=one.person.since,
            until=one.person.until,
        )
        for place, one in enumerate(listed)
    )


def listed_in(stays: Sequence[Stay]) -> tuple[Listed, ...]:
    """A list that was sent, to be continued."""
    return tuple(Listed(Person(stay.name, stay.nationality, stay.document_number, stay.since, stay.until), stay.row) for stay in stays)
