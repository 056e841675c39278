"""docs/law.md is what the code's `Source:` lines say."""

import pytest

from tests import law
from tests.documents import agree
from tests.servers import ROOT


def test_the_document_names_every_rule_with_its_article_and_tests(pytestconfig: pytest.Config) -> None:
    agree(ROOT / "docs" / "law.md", law.drawn(), pytestconfig)


def test_every_article_that_decides_a_stay_is_found() -> None:
    sources = {source for rule in law.rules() for source in rule.sources}
    assert any(source.startswith("Law 6/2011 art. 78(1)") for source in sources)
    assert "ICAO 9303-3 §4.9" in sources
