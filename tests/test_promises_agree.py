"""What the public pages promise on receipt is what the desk counts. The outside cannot ask the dated rules, so both are compared here."""

import tomllib
from pathlib import Path

from sisada.outside.letterbox import promises

SHIPPED = Path(__file__).parents[1] / "sisada" / "inside" / "cases" / "shipped_rules.toml"


def test_both_sides_promise_the_same_days_and_hours() -> None:
    shipped = {row["name"]: row["value"] for row in tomllib.loads(SHIPPED.read_text(encoding="utf-8"))["rule"]}
    assert shipped["cases.first-answer-days"] == promises.FIRST_ANSWER_DAYS
    assert shipped["cases.outcome-days"] == promises.OUTCOME_DAYS
    assert shipped["cases.objection-hours"] == promises.OBJECTION_HOURS
