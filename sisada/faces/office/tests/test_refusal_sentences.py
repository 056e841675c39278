"""Whatever the database refuses, somebody reads why and what to do next: every code has a sentence of its own, in two languages."""

import re
from collections import Counter

import pytest
from django.utils.functional import Promise
from django.utils.translation import override

from sisada.inside.accounts import refusals as accounts
from sisada.inside.audit.looks import RATES, REFUSALS
from sisada.inside.orders import refusals as orders
from sisada.inside.oversight import reviews
from sisada.inside.rules import propose as rules
from tests.servers import ROOT

RAISED = re.compile(r"raise exception '([^']*)'")
RETURNED = re.compile(r"(?:return|then) '([a-z]+\.[a-z-]+)'")  # in a function that says why somebody may not
CODE = re.compile(r"[a-z]+\.[a-z-]+")
NO_PAGE = "Not sealed, or erased before: %"  # for whoever runs retention by hand; no page calls it
SENTENCES: dict[str, "str | Promise"] = {
    **REFUSALS,
    **RATES,
    **orders.SENTENCES,
    **accounts.SENTENCES,
    **rules.REFUSALS,
    **reviews.SENTENCES,
}


def codes() -> list[str]:
    """Every code that some .sql file raises, with those of a function whose answer is raised elsewhere."""
    found: set[str] = set()
    for file in sorted((ROOT / "sisada").rglob("sql/*.sql")):
        text = file.read_text()
        found |= set(RAISED.findall(text)) - {NO_PAGE, "%"}
        found |= set(RETURNED.findall(text)) if "_refusal_to_" in file.name else set()
    found.remove("look.rate-%")
    return sorted(found | {f"look.rate-{thing}" for thing in ("searches", "cards", "lists")})


def test_every_refusal_of_a_sql_file_is_a_code() -> None:
    assert [code for code in codes() if not CODE.fullmatch(code)] == []
    assert len(codes()) > 50


@pytest.mark.parametrize("code", codes())
def test_a_refusal_has_a_sentence_of_its_own_in_both_languages(code: str) -> None:
    sentence = SENTENCES[code]
    with override("id"):
        indonesian = str(sentence)
    with override("en"):
        english = str(sentence)
    assert indonesian.endswith((".", "!"))
    assert english != indonesian


def test_no_two_refusals_say_the_same() -> None:
    with override("id"):
        said = Counter(str(SENTENCES[code]) for code in codes())
    assert [sentence for sentence, number in said.items() if number > 1] == []
