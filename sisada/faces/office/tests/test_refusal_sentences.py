"""Whatever the database refuses, somebody reads why and what to do next: every code has a sentence of its own.

Tables of sentences are read from the source, so that a new capability's is found without being named here. That each has its English is
what tests/test_translations.py asks of every text.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from tests.servers import ROOT

RAISED = re.compile(r"raise exception '([^']*)'")
RETURNED = re.compile(r"(?:return|then) '([a-z]+\.[a-z-]+)'")  # in a function that says why somebody may not
CODE = re.compile(r"[a-z]+\.[a-z-]+")
NO_PAGE = "Not sealed, or erased before: %"  # for whoever runs retention by hand; no page calls it
BY_KIND = {"look.rate-%": ("look.rate-searches", "look.rate-cards", "look.rate-lists")}


def codes() -> list[str]:
    """Every code that some .sql file raises, with those of a function whose answer is raised elsewhere."""
    found: set[str] = set()
    for file in (ROOT / "sisada").rglob("sql/*.sql"):
        text = file.read_text()
        found |= set(RAISED.findall(text)) - {NO_PAGE, "%"}
        found |= set(RETURNED.findall(text)) if "_refusal_to_" in file.name else set()
    return sorted(found - set(BY_KIND) | {code for kinds in BY_KIND.values() for code in kinds})


@cache
def sentences() -> dict[str, str]:
    """By code: what stands in some table {code: _("sentence")} of the product."""
    files = [file for file in (ROOT / "sisada").rglob("*.py") if "tests" not in file.parts]
    return {code: said for file in files for code, said in _tables(ast.parse(file.read_text()))}


def _tables(module: ast.Module) -> Iterator[tuple[str, str]]:
    for table in (node for node in ast.walk(module) if isinstance(node, ast.Dict)):
        for key, value in zip(table.keys, table.values, strict=True):
            match key, value:
                case ast.Constant(value=str(code)), ast.Call(args=[ast.Constant(value=str(said))]) if CODE.fullmatch(code):
                    yield code, said


def test_every_refusal_of_a_sql_file_is_a_code() -> None:
    assert [code for code in codes() if not CODE.fullmatch(code)] == []
    assert {"look.asks-too-little", "orders.begins-too-early", "accounts.backdated", "rules.same-person"} <= set(codes())


def answered() -> list[str]:
    """The codes of those capabilities that answer somebody: one without any sentence has no pages yet."""
    speak = {code.partition(".")[0] for code in sentences()}
    assert {"look", "orders", "accounts", "rules", "oversight"} <= speak
    return [code for code in codes() if code.partition(".")[0] in speak]


def test_every_refusal_has_a_sentence() -> None:
    assert [code for code in answered() if code not in sentences()] == []
    assert [code for code in answered() if not sentences()[code].endswith((".", "!"))] == []


def test_no_two_refusals_say_the_same() -> None:
    said = Counter(sentences()[code] for code in answered())
    assert [sentence for sentence, number in said.items() if number > 1] == []
