"""What stood on a screen, by the check code that was read from it. The code stands in the look under which it is asked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sisada.inside.audit.looks import Look
from sisada.inside.lookup.find import Answer, read
from sisada.inside.oversight.trail import TrailRow


@dataclass(frozen=True)
class Stood:
    """What stood on a screen: under which look, when, exactly what, and whether its mac still proves it."""

    row: TrailRow
    at: datetime
    answer: Any
    proven: bool


def answers_of_code(look: Look) -> tuple[list[Stood], str]:
    """Everything that was ever shown under the check code in this trail's look, newest first, and the code of this answer.

    Raises: LookRefused."""
    answer = read("select answer, check_code from oversight_answers_of_code(%s, %s)", look, Answer)[0]
    return [_stood(one) for one in answer.answer], answer.check_code


def _stood(one: dict[str, Any]) -> Stood:
    return Stood(TrailRow.from_json(one["look"]), datetime.fromisoformat(one["at"]), one["answer"], one["proven"])
