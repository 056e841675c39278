"""docs/rules.md is what the code declares."""

from collections.abc import Iterator

import pytest
from django.utils.translation import override

from sisada.inside.rules.declared import Rule, capabilities
from tests.documents import agree
from tests.servers import ROOT

HEAD = """# Rules: every number of law and of the office

Written by `make rules` from what the capabilities declare (`dated_rules.py`); a test compares. Words stand as on the page *Aturan*.
Each number is a dated row in one table (`sisada/inside/rules`): a change is a new row that begins tomorrow at the earliest, never an edit.
Head of the office (kepala) and admin set rules. "Two": a second of them confirms before the row begins, and one of the two is the head.

What came with this release, with its sources: the end of [law.md](law.md).
"""


def drawn() -> str:
    """In Indonesian, the language of the source: it needs no compiled catalogue."""
    with override("id"):
        return HEAD + "".join(_section(str(one.heading), one.rules) for one in capabilities())


def _section(heading: str, rules: tuple[Rule, ...]) -> str:
    return f"\n## {heading}\n\n| name | rule | unit | bounds | set by | what it changes |\n|---|---|---|---|---|---|\n" + "".join(
        map(_line, rules)
    )


def _line(rule: Rule) -> str:
    about = ", ".join(filter(None, map(str, rule.abouts.values())))
    bounds = f"{rule.reading.least} – {rule.reading.most}" if rule.reading.least is not None else "—"
    persons = "two" if rule.two_persons else "one"
    cells = (f"`{rule.name}`", f"{rule.words} ({about})" if about else rule.words, rule.reading.unit, bounds, persons, rule.changes)
    return f"| {' | '.join(map(str, cells))} |\n"


def test_the_document_lists_every_rule(pytestconfig: pytest.Config) -> None:
    agree(ROOT / "docs" / "rules.md", drawn(), pytestconfig)


def test_every_rule_says_what_it_changes_in_a_sentence() -> None:
    assert [rule.name for rule in _all() if not str(rule.changes).endswith(".")] == []


def _all() -> Iterator[Rule]:
    for one in capabilities():
        yield from one.rules
