"""What a look may hold as its question: whoever reads it later must be able to. And what a refusal may hold."""

import json
import uuid
from typing import Any

import pytest

from sisada.inside.accounts.roles import Role
from sisada.inside.audit.looks import Purpose, note_refused_entry
from tests.attacker import Attacker, Office, refused
from tests.cast import RAWAJATI, Cast, Colleague, hire

ID, PLACE = str(uuid.uuid4()), "0" * 32
FITS: list[tuple[str, Any]] = [
    ("card", None),
    ("trail", None),
    ("search", {"kind": "number", "folded": "1898902C3", "exact": "L898902C3", "typed": "L898902C3", "unused": ["PASPOR"]}),
    ("search", {"kind": "person", "name_parts": ["ANNA", "ERIK"], "birth": None, "nationality": "SWE", "typed": "x"}),
    ("search", {"kind": "person", "birth": {"year": 1974, "month": 8, "day": 12}}),
    ("search", {"kind": "person", "birth": {"year": 1974, "month": None, "day": None}}),
    ("search", {"kind": "mrz", "number": None, "folded": None, "name_parts": [], "last_part_is_prefix": True, "issuer": "UTO"}),
    ("search", {"kind": "mrz", "number": "X1", "folded": "X1", "sex": "F", "expires_on": "2031-04-15"}),
    ("area-list", {"kelurahan": RAWAJATI, "after": None, "first": 1}),
    ("area-list", {"kelurahan": RAWAJATI, "after": ID, "first": 51}),
    ("trail", {"kind": "trail", "exact": "L898902C3", "typed": "L898902C3", "officer": ID, "reference": "SP 1", "look": ID}),
    ("trail", {"kind": "trail", "from": "2026-11-24 00:00:00+07:00", "until": "2026-11-25T10:00:00.123456+00:00"}),
    ("trail", {"kind": "trail", "before": {"at": "2026-11-24T00:00:00+07:00", "place": PLACE}}),
    ("trail", {"kind": "code", "code": "7K4-M2Q"}),
]
UNFIT: list[tuple[str, Any]] = [
    ("card", {"kind": "number"}),
    ("search", None),
    ("search", {}),
    ("search", []),
    ("search", "number"),
    ("search", {"kind": "name"}),
    ("search", {"kind": "number", "officer": "nobody"}),
    ("search", {"kind": "number", "look": ID}),
    ("search", {"kind": "number", "typed": 5}),
    ("search", {"kind": "number", "typed": "x" * 401}),
    ("search", {"kind": "number", "folded": ["1"]}),
    ("search", {"kind": "person", "name_parts": "ANNA"}),
    ("search", {"kind": "person", "name_parts": ["ANNA", ""]}),
    ("search", {"kind": "person", "name_parts": [1]}),
    ("search", {"kind": "person", "name_parts": [["ANNA"]]}),
    ("search", {"kind": "person", "name_parts": ["%"]}),
    ("search", {"kind": "person", "name_parts": ["A"] * 1100}),
    ("search", {"kind": "person", "last_part_is_prefix": "x"}),
    ("search", {"kind": "person", "birth": {"year": 1974, "month": 2, "day": 31}}),
    ("search", {"kind": "person", "birth": {"year": "x"}}),
    ("search", {"kind": "person", "birth": {"year": 1974, "hour": 1}}),
    ("search", {"kind": "person", "unused": [{}]}),
    ("area-list", None),
    ("area-list", {"kelurahan": RAWAJATI, "after": "nobody"}),
    ("area-list", {"kelurahan": RAWAJATI, "first": 1e99}),
    ("area-list", {"kelurahan": RAWAJATI, "first": "1"}),
    ("trail", {"kind": "trail", "officer": "nobody"}),
    ("trail", {"kind": "trail", "look": "nobody"}),
    ("trail", {"kind": "trail", "look": {"a": 1}}),
    ("trail", {"kind": "trail", "from": "yesterday"}),
    ("trail", {"kind": "trail", "from": "13/12/2026 10:00"}),
    ("trail", {"kind": "trail", "until": "2026-13-45 00:00"}),
    ("trail", {"kind": "trail", "before": {"at": "2026-11-24T00:00:00+07:00"}}),
    ("trail", {"kind": "trail", "before": {"at": "now", "place": PLACE}}),
    ("trail", {"kind": "trail", "before": {"at": "2026-11-24T00:00:00+07:00", "place": PLACE, "more": 1}}),
    ("trail", {"name_parts": ["ANNA"]}),
    ("everything", None),
]


@pytest.mark.parametrize(("purpose", "query", "fits"), [(*one, True) for one in FITS] + [(*one, False) for one in UNFIT])
def test_a_question_fits_its_purpose_or_not(purpose: str, query: Any, fits: bool, committed: Office) -> None:
    asked = [purpose, None if query is None else json.dumps(query)]
    assert committed.execute("select audit_query_fits(%s, %s::jsonb)", asked).fetchone() == (fits,)


@pytest.mark.parametrize("part", ["officer", "look"])
def test_no_look_begins_with_a_question_that_does_not_fit(attacker: Attacker, part: str) -> None:
    with refused("look.question-does-not-fit"):
        attacker.begin(Purpose.SEARCH, query={"kind": "number", "folded": "221", part: "nobody"})


@pytest.fixture
def somebody(committed: Office) -> Colleague:
    return hire(committed, f"bayu-{uuid.uuid4()}", "Bayu", role=Role.PETUGAS)


def test_a_refusal_of_nobody_is_not_written(attacker: Attacker, committed: Office) -> None:
    nobody = uuid.uuid4()
    attacker.one("select audit_note_refusal(%s, null, null, null, 'card', null, null, 'x')", [nobody])
    assert committed.execute("select count(*) from audit_refusal where officer = %s", [nobody]).fetchone() == (0,)


def test_a_refusals_texts_are_cut(attacker: Attacker, somebody: Colleague, committed: Office) -> None:
    long, big = "x" * 100_000, json.dumps({"typed": "x" * 5000})
    attacker.one("select audit_note_refusal(%s, null, null, null, %s, null, %s, %s)", [somebody.id, long, big, long])
    kept = "select length(purpose), length(code), query from audit_refusal where officer = %s"
    assert committed.execute(kept, [somebody.id]).fetchall() == [(60, 60, None)]


def test_why_a_look_ended_is_cut(attacker: Attacker, look: uuid.UUID, committed: Office) -> None:
    attacker.one("select audit_end_look(%s, %s, %s)", [look, attacker.officer.id, "x" * 100_000])
    assert committed.execute("select length(why) from audit_look_end where look = %s", [look]).fetchone() == (60,)


def test_thirty_refusals_a_minute_are_written_and_then_that_there_were_more(somebody: Colleague, committed: Office, cast: Cast) -> None:
    for _ in range(40):
        note_refused_entry(somebody.id, somebody.device, purpose="person", code="look.no-ground")
    codes = [row[0] for row in committed.execute("select code from audit_refusal where officer = %s order by id", [somebody.id])]
    assert codes == ["look.no-ground"] * 30 + ["look.more-refusals"]
    committed.execute("update audit_refusal set refused_at = refused_at - interval '1 minute' where officer = %s", [somebody.id])
    note_refused_entry(somebody.id, somebody.device, purpose="person", code="look.no-ground")
    assert committed.execute("select count(*) from audit_refusal where officer = %s", [somebody.id]).fetchone() == (32,)
