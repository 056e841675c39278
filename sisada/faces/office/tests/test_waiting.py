"""The strip of what waits knows every kind."""

import re
from pathlib import Path

import sisada.inside
from sisada.faces.office.waiting import KINDS


def test_every_kind_that_a_function_tells_has_its_words() -> None:
    """A kind without words would break every page of whoever is told."""
    inside = Path(sisada.inside.__file__).parent
    calls = " ".join(file.read_text() for file in inside.glob("*/sql/*.sql"))
    told = set(re.findall(r"waiting_tell(?:_between)?\(\s*[\w.]+,\s*'([\w-]+)'", calls))
    told |= {
        kind
        for case in re.findall(r"waiting_tell(?:_between)?\(\s*[\w.]+,\s*case (.*?) end", calls)
        for kind in re.findall(r"'([\w-]+)'", case)
    }
    assert {"finding", "order", "order-urgent", "finding-approved", "finding-refused", "decoy"} <= told
    assert told <= set(KINDS)
