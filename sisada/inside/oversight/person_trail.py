"""The trail of one person for himself, who asks at the counter: when, in which role of which office, for what, on which ground.

Without the officer's name: it is another's personal data, and the record of processing is whole without it. Looks under a running
investigation come later, by a dated rule, and nothing tells that they are missing; the database leaves them out (oversight_person_trail).
Source: Law 27/2022 art. 32(1) (access to one's data and the record of its processing), art. 33 (what must not be told with it)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from sisada.inside.audit.looks import Look
from sisada.inside.lookup.document_numbers import DocumentNumber
from sisada.inside.lookup.find import Answer, read


@dataclass(frozen=True)
class SeenOnce:
    """`reference`: the number of an order; None: the ground has none that may be told. `role` None: none is on record for that day."""

    at: datetime
    purpose: str
    ground: str
    reference: str | None
    role: str | None

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Self:
        return cls(datetime.fromisoformat(row["at"]), row["purpose"], row["ground"], row["reference"], row["role"])


@dataclass(frozen=True)
class PersonTrail:
    """`found`: how many people have the number; with any other than one there is no trail. `name` and `niora` None: not in the mirror."""

    found: int
    name: str | None
    niora: str | None
    looks: tuple[SeenOnce, ...]
    check_code: str


def question(number: DocumentNumber) -> dict[str, str]:
    return {"kind": "own-request", "exact": number.exact, "typed": number.exact}


def person_trail(look: Look) -> PersonTrail:
    """The trail of the person whose number stands in this look, newest first, at most 1000. Raises: LookRefused."""
    kept = read("select answer, check_code from oversight_person_trail(%s, %s)", look, Answer)[0]
    person = kept.answer.get("person") or {}
    return PersonTrail(
        found=kept.answer["found"],
        name=person.get("name"),
        niora=person.get("niora"),
        looks=tuple(SeenOnce.from_json(one) for one in kept.answer.get("looks", ())),
        check_code=kept.check_code,
    )
