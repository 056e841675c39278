"""From a look to what it may show. Every function takes a `Look`; nothing here can be called by somebody who left no trace."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from django.db import DatabaseError, connection, transaction
from psycopg.rows import class_row
from psycopg.types.json import JsonbLoader

from sisada.foundation.clock import office_today
from sisada.inside.audit.looks import Drawn, Look, LookRefused, Purpose, note_refused_reading, question_of, raise_if_refused, show
from sisada.inside.lookup.match import Candidate, best_first, judge
from sisada.inside.lookup.person import Hit, PersonCard
from sisada.inside.lookup.question import Question
from sisada.inside.registry import mirror_age
from sisada.inside.registry.mirror_age import MirrorAge
from sisada.inside.rules import read as rules

Row = TypeVar("Row")
MOST_DRAWN = 250


@dataclass(frozen=True)
class Found:
    """What a search disclosed, in reading order, with its check code; `most` is how many a search may disclose."""

    question: Question
    typed: str
    hits: tuple[Hit, ...]
    most: int
    check_code: str
    age: MirrorAge


@dataclass(frozen=True)
class Answer:
    """One reading function's answer, kept under its check code."""

    answer: Any
    check_code: str


def put_on_record(look: Look, question: Question) -> int:
    """Find whom the question may mean and put on record, best first, whom the page will show. Returns how many were weighed:
    `MOST_DRAWN` means that there may be more.

    Raises: LookRefused.
    """
    candidates = read(
        "select person_id, names, birth_date, birth_year, nationality, sex, numbers, ticket from lookup_candidates(%s, %s)", look, Candidate
    )
    ordered = best_first([(candidate, judge(question, candidate)) for candidate in candidates])[: most_shown()]
    drawn = [Drawn(candidate.person_id, candidate.ticket) for candidate, _ in ordered]
    show(look, drawn, matches=[match.to_json() for _, match in ordered])
    return len(candidates)


def most_shown() -> int:
    """How many people one search may disclose today, asked anew every ten seconds; the database refuses more."""
    return _most_shown_on(office_today(), int(time.monotonic() // 10))


@lru_cache(maxsize=1)
def _most_shown_on(day: date, _slot: int) -> int:
    return int(rules.value("audit.results-per-search", on=day))


def by_anything(look: Look) -> Found:
    """What this search disclosed: hits with reasons, scope and age.

    Raises: LookRefused when the look is over, somebody else's, or nothing was put on record under it.
    """
    kept = question_of(look)
    answer = hits(look)
    return Found(
        question=Question.from_json(kept),
        typed=kept["typed"],
        hits=tuple(Hit.from_json(row) for row in answer.answer),
        most=most_shown(),
        check_code=answer.check_code,
        age=mirror_age.read(),
    )


def hits(look: Look) -> Answer:
    """The rows that were put on record under this search or list."""
    return read("select answer, check_code from lookup_hits(%s, %s, %s)", look, Answer, look.purpose)[0]


def card(look: Look) -> tuple[PersonCard, str] | None:
    """The person whom this look names, with the check code. None: the mirror has nobody under this id (any more)."""
    rows = read("select answer, check_code from lookup_card(%s, %s)", look, Answer)
    return (PersonCard.from_json(rows[0].answer), rows[0].check_code) if rows else None


def photo(look: Look) -> bytes | None:
    """The newest photo of the person whom this look names. None: the source has none."""
    with connection.cursor() as cursor:
        cursor.execute("select lookup_photo(%s, %s)", [look.id, look.officer])
        image = cursor.fetchone()[0]
    return bytes(image) if image is not None else None


def changed_since_shown(look: Look) -> bool:
    """Whether the person whom this look names changed after the card was last shown under it: an open page then asks again."""
    with connection.cursor() as cursor:
        cursor.execute("select lookup_changed_since_shown(%s, %s)", [look.id, look.officer])
        return bool(cursor.fetchone()[0])


def area_numbers(within: Sequence[str]) -> dict[str, int]:
    """How many people reside in each kelurahan inside these codes. A number names nobody and needs no look."""
    with connection.cursor() as cursor:
        cursor.execute("select kelurahan_code, number from lookup_area_numbers(%s)", [list(within)])
        return dict(cursor.fetchall())


def put_area_on_record(look: Look) -> int:
    """Put on record the page of the list that this look names. Returns how many people stand on it.

    Raises: LookRefused.
    """
    if look.purpose is not Purpose.AREA_LIST:
        raise ValueError(look.purpose)
    with connection.cursor() as cursor:
        cursor.execute("select person_id, ticket from lookup_area_page(%s, %s)", [look.id, look.officer])
        drawn = [Drawn(*row) for row in cursor.fetchall()]
    show(look, drawn, matches=[{}] * len(drawn))
    return len(drawn)


def read(statement: str, look: Look, shape: type[Row], *more: Any) -> list[Row]:
    """Rows of one reading function, on Django's own cursor so that query counts see it; committed before they are used: the
    answer that a page shows is then a kept one."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.cursor.row_factory = class_row(shape)
            cursor.cursor.adapters.register_loader("jsonb", JsonbLoader)  # Django reads jsonb as text; here it is an answer
            cursor.execute(statement, [look.id, look.officer, *more])
            rows: list[Row] = cursor.fetchall()
            return rows
    except DatabaseError as error:
        try:
            raise_if_refused(error)
        except LookRefused as refusal:
            note_refused_reading(look, refusal)
            raise
        raise
