"""What a search or list discloses is on record first, and what was answered is kept exactly (LOOKS: A look, 4 and 5)."""

import json
import re
import threading
import uuid
from collections.abc import Sequence

import psycopg
import pytest

from sisada.inside.audit.looks import Purpose
from tests import specimen
from tests.attacker import Attacker, Office, refused
from tests.cast import RAWAJATI, Cast
from tests.specimen import Specimen

CHECK_CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}")  # Crockford: no I, L, O, U


@pytest.fixture
def search(attacker: Attacker, resident: Specimen) -> uuid.UUID:
    return attacker.begin_search(resident.passport)


def test_only_who_was_put_on_record_is_read(attacker: Attacker, search: uuid.UUID, resident: Specimen, committed: Office) -> None:
    specimen.write(committed.cursor(), "orang lain")
    assert attacker.hits(search) == []
    attacker.show(search, [resident.id])
    assert attacker.hits(search) == [str(resident.id)]


def test_a_list_that_is_not_yet_committed_is_not_read(attacker: Attacker, search: uuid.UUID, resident: Specimen) -> None:
    with attacker.office.transaction():
        attacker.show(search, [resident.id])
        assert attacker.hits(search) == []


def test_nobody_is_put_on_record_under_a_colleagues_look(attacker: Attacker, search: uuid.UUID, resident: Specimen, cast: Cast) -> None:
    attacker.officer = cast.rahmat
    with refused("look.not-on-record"):
        attacker.show_with(search, [resident.id], [None])


@pytest.mark.parametrize("ticket", [None, b"", bytes(32)])
def test_nobody_is_put_on_record_whom_this_look_did_not_find(
    attacker: Attacker, search: uuid.UUID, resident: Specimen, ticket: bytes | None
) -> None:
    """Else any id could be read under a search: its row, without the look of a card."""
    with refused("look.person-not-drawn"):
        attacker.show_with(search, [resident.id], [ticket])


def test_another_looks_ticket_puts_nobody_on_record(attacker: Attacker, search: uuid.UUID, resident: Specimen) -> None:
    row = attacker.office.execute("select ticket from lookup_candidates(%s, %s)", [search, attacker.officer.id]).fetchone()
    assert row
    with refused("look.person-not-drawn"):
        attacker.show_with(attacker.begin_search(resident.passport), [resident.id], [row[0]])
    with refused("look.person-not-drawn"):
        attacker.show_with(search, [uuid.uuid4()], [row[0]])


def test_nobody_is_put_on_record_under_a_look_that_was_ended(attacker: Attacker, search: uuid.UUID, resident: Specimen) -> None:
    row = attacker.office.execute("select ticket from lookup_candidates(%s, %s)", [search, attacker.officer.id]).fetchone()
    assert row
    attacker.one("select audit_end_look(%s, %s, 'page-closed')", [search, attacker.officer.id])
    with refused("look.over"):
        attacker.show_with(search, [resident.id], [row[0]])


def _found(owner: Office, look: uuid.UUID, number: int) -> tuple[list[uuid.UUID], list[bytes | None]]:
    """So many people as if this look had found them, with their tickets."""
    people = [uuid.uuid4() for _ in range(number)]
    rows = owner.execute("select audit_drawn_ticket(%s, person) from unnest(%s::uuid[]) as person", [look, people]).fetchall()
    return people, [row[0] for row in rows]


def test_the_twenty_first_person_of_a_search_is_refused(attacker: Attacker, search: uuid.UUID, committed: Office) -> None:
    """Dated rule audit.results-per-search."""
    with refused("look.too-many"):
        attacker.show_with(search, *_found(committed, search, 21))
    attacker.show_with(search, *_found(committed, search, 12))
    attacker.show_with(search, *_found(committed, search, 8))
    with refused("look.too-many"):
        attacker.show_with(search, *_found(committed, search, 1))


def test_the_fifty_first_person_of_a_list_is_refused(attacker: Attacker, committed: Office) -> None:
    area_list = attacker.begin(Purpose.AREA_LIST, query={"kelurahan": RAWAJATI, "after": None})
    with refused("look.too-many"):
        attacker.show_with(area_list, *_found(committed, area_list, 51))
    attacker.show_with(area_list, *_found(committed, area_list, 50))


def test_two_lists_put_on_record_at_once_share_the_limit(attacker: Attacker, search: uuid.UUID, office_url: str, committed: Office) -> None:
    lists = [_found(committed, search, 20) for _ in range(2)]
    reasons = "(select jsonb_agg('{}'::jsonb) from generate_series(1, 20))"
    statement = f"select audit_show(%s, %s, %s::uuid[], {reasons}, %s::bytea[])"
    assert _at_once(office_url, statement, attacker, search, more=[list(one) for one in lists]) == 1


@pytest.mark.parametrize("setting", ["enable_seqscan", "enable_indexscan", "enable_bitmapscan", "enable_hashagg", "enable_sort"])
def test_a_draw_that_was_rolled_back_gives_the_same_people_again_whatever_the_planner_does(
    attacker: Attacker, committed: Office, setting: str
) -> None:
    """Else each draw undone would give other 250 of all who bear the name."""
    mark = "ruah" + uuid.uuid4().hex[:12].translate(str.maketrans("0123456789", "ghijklmnop"))
    with committed.transaction():
        for number in range(260):
            specimen.write(committed.cursor(), f"{mark} {number}")
    look = attacker.begin_search(mark)
    draws = []
    for value in ("on", "off"):
        with attacker.office.transaction(force_rollback=True):
            attacker.office.execute(f"set local {setting} = {value}".encode())
            draws.append(attacker.candidates(look))
    assert len(draws[0]) == 250
    assert set(draws[0]) == set(draws[1])


@pytest.mark.parametrize(
    "query",
    [
        {"kind": "person", "name_parts": []},
        {"kind": "person", "name_parts": ["A"]},
        {"kind": "person", "name_parts": ["A"], "birth": {"year": 1974, "month": 8, "day": None}},
        {"kind": "person", "birth": {"year": 1974, "month": None, "day": None}},
        {"kind": "number", "exact": "ZZ1", "name_parts": ["ERIKSSON"]},
        {"kind": "number", "folded": "", "name_parts": ["ERIKSSON"]},
        {"kind": "mrz", "folded": None, "name_parts": []},
        {"kind": "mrz", "folded": None, "name_parts": ["ERIKSSON"], "birth": {"year": 1974, "month": 8, "day": 12}},
    ],
)
def test_a_question_for_half_the_registry_draws_nobody(attacker: Attacker, query: dict[str, object]) -> None:
    with refused("look.asks-too-little"):
        attacker.candidates(attacker.begin(Purpose.SEARCH, query=query))


def test_a_number_that_nobody_has_finds_nobody_by_the_name_beside_it(attacker: Attacker, resident: Specimen) -> None:
    name = resident.primary.split()[-1].upper()
    assert attacker.candidates(attacker.begin(Purpose.SEARCH, query={"kind": "number", "folded": "221", "name_parts": [name]})) == []


def test_the_fourth_draw_of_candidates_is_refused(attacker: Attacker, search: uuid.UUID, resident: Specimen) -> None:
    for _ in range(3):
        assert attacker.candidates(search) == [resident.id]
    with refused("look.too-many"):
        attacker.candidates(search)


def test_two_draws_at_once_share_the_limit(attacker: Attacker, search: uuid.UUID, office_url: str) -> None:
    attacker.candidates(search)
    attacker.candidates(search)
    assert _at_once(office_url, "select * from lookup_candidates(%s, %s)", attacker, search) == 1


def test_a_draw_of_candidates_gives_no_address_permit_or_photo(attacker: Attacker, search: uuid.UUID, resident: Specimen) -> None:
    row = attacker.office.execute("select * from lookup_candidates(%s, %s)", [search, attacker.officer.id]).fetchone()
    told = str(row)
    assert resident.primary in told
    assert not [value for value in (resident.street, resident.permit, resident.niora) if value in told]


def test_an_answer_is_kept_exactly_as_it_was_given(attacker: Attacker, look: uuid.UUID, committed: Office) -> None:
    answer, code = _card(attacker, look)
    kept = committed.execute("select answer, check_code from audit_answer where look = %s", [look]).fetchall()
    assert kept == [(answer, code)]
    assert CHECK_CODE.fullmatch(code)


def test_a_kept_answer_proves_itself_by_the_key_that_only_the_owner_reads(attacker: Attacker, look: uuid.UUID, committed: Office) -> None:
    _card(attacker, look)
    genuine = """
        select kept.mac = audit_hmac(key.key, audit_answer_signed(kept.look, kept.answered_at, kept.answer)),
            audit_check_code(kept.mac) = kept.check_code
        from audit_answer as kept, audit_key as key where kept.look = %s"""
    assert committed.execute(genuine, [look]).fetchone() == (True, True)
    committed.execute('update audit_answer set answer = answer || \'{"niora": "N0"}\' where look = %s', [look])
    assert committed.execute(genuine, [look]).fetchone() == (False, True)


def test_the_same_answer_given_twice_has_two_codes(attacker: Attacker, look: uuid.UUID) -> None:
    first, second = _card(attacker, look), _card(attacker, look)
    assert first[0] == second[0]
    assert first[1] != second[1]


def test_a_list_reads_the_area_of_its_look_and_no_other(attacker: Attacker, committed: Office) -> None:
    here, there = "31.74.08.1004", "31.74.08.1005"
    living_here = specimen.write(committed.cursor(), "warga", kelurahan=here).id
    specimen.write(committed.cursor(), "warga lain", kelurahan=there)
    look = attacker.begin(Purpose.AREA_LIST, query={"kelurahan": here, "after": None})
    assert [row[0] for row in attacker.office.execute("select person_id from lookup_area_page(%s, %s)", [look, attacker.officer.id])] == [
        living_here
    ]


def _card(attacker: Attacker, look: uuid.UUID) -> tuple[dict[str, object], str]:
    row = attacker.office.execute("select answer, check_code from lookup_card(%s, %s)", [look, attacker.officer.id]).fetchone()
    assert row is not None
    return json.loads(json.dumps(row[0])), row[1]


def _at_once(url: str, statement: str, attacker: Attacker, look: uuid.UUID, *, more: Sequence[list[object]] = ([], [])) -> int:
    """How many of two connections get through, the second beginning while the first has not committed. `more`: further values of each."""
    second_ended: list[bool] = []

    def run_second() -> None:
        with psycopg.connect(url, autocommit=True) as office:
            try:
                office.execute(statement.encode(), [look, attacker.officer.id, *more[1]])
            except psycopg.Error:
                second_ended.append(False)
            else:
                second_ended.append(True)

    second = threading.Thread(target=run_second)
    with attacker.office.transaction():
        attacker.office.execute(statement.encode(), [look, attacker.officer.id, *more[0]])
        second.start()
        second.join(0.3)
    second.join()
    return 1 + second_ended.count(True)
