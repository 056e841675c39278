"""Two at once: who claim the same case, take the next ones, decide in two windows, merge crosswise."""

import threading
import uuid
from typing import Any

import psycopg
import pytest

from sisada.inside.cases.tests.conftest import CommittedDesk, Reporter
from tests.attacker import Office
from tests.cast import Cast
from tests.databases import Side

Act = tuple[str, list[Any]]


def at_once(url: str, first: Act, second: Act) -> list[str]:
    """What becomes of each: the second begins while the first has not committed, and waits for it."""
    said = ["done", "done"]
    begun = threading.Event()

    def run_second() -> None:
        with psycopg.connect(url, autocommit=True) as office:
            begun.set()
            said[1] = outcome(office, second)

    thread = threading.Thread(target=run_second)
    with psycopg.connect(url, autocommit=True) as office, office.transaction():
        said[0] = outcome(office, first)
        thread.start()
        begun.wait()
        thread.join(0.3)
        assert thread.is_alive(), "The second did not wait for the first."
    thread.join()
    return said


def outcome(office: Office, act: Act) -> str:
    try:
        with office.transaction():
            office.execute(act[0].encode(), act[1])
    except psycopg.Error as error:
        return str(error.diag.message_primary)
    return "done"


@pytest.fixture
def its(committed_desk: CommittedDesk) -> uuid.UUID:
    return committed_desk.case(Reporter().letter())


def claim(case: uuid.UUID, who: uuid.UUID) -> Act:
    return ("select cases_claim(%s, %s)", [case, who])


def decide(case: uuid.UUID, who: uuid.UUID, seen: int) -> Act:
    return ("select cases_decide(%s, %s, %s, 'fact', 'Dua saksi')", [case, who, seen])


def test_of_two_who_claim_a_case_one_has_it(office_url: str, its: uuid.UUID, cast: Cast) -> None:
    assert at_once(office_url, claim(its, cast.dimas.id), claim(its, cast.ratna.id)) == ["done", "case.held-by-other"]


def test_of_two_windows_that_decide_one_hears_that_it_changed(
    office_url: str, its: uuid.UUID, cast: Cast, committed_desk: CommittedDesk, committed: Office
) -> None:
    committed_desk.claim(its, cast.dimas.id)
    row = committed.execute("select version from cases_case where id = %s", [its]).fetchone()
    assert row
    act = decide(its, cast.dimas.id, row[0])
    assert at_once(office_url, act, act) == ["done", "case.changed-meanwhile"]


def test_two_who_take_the_next_ones_take_different_ones(
    office_url: str, cast: Cast, committed: Office, committed_desk: CommittedDesk
) -> None:
    for _ in range(4):
        committed_desk.case(Reporter().letter())
    taken: list[set[uuid.UUID]] = []
    with psycopg.connect(office_url, autocommit=True) as one, psycopg.connect(office_url, autocommit=True) as other, one.transaction():
        for office, who in ((one, cast.dimas), (other, cast.ratna)):
            taken.append({row[0] for row in office.execute("select cases_claim_next(%s, 2)", [who.id]).fetchall()})
    assert [len(some) for some in taken] == [2, 2]
    assert not taken[0] & taken[1]


def test_two_cases_merged_crosswise_become_one_and_no_two_wait_for_each_other(
    office_url: str, its: uuid.UUID, cast: Cast, committed_desk: CommittedDesk, committed: Office
) -> None:
    other = committed_desk.case(Reporter().letter())
    acts: list[Act] = []
    for case, into, who in ((its, other, cast.dimas.id), (other, its, cast.ratna.id)):
        committed_desk.claim(case, who)
        row = committed.execute("select version from cases_case where id = %s", [case]).fetchone()
        assert row
        acts.append(("select cases_merge(%s, %s, %s, %s)", [case, who, row[0], into]))
    assert at_once(office_url, acts[0], acts[1]) == ["done", "case.changed-meanwhile"]
    rows = committed.execute("select merged_into from cases_case where id = any (%s)", [[its, other]]).fetchall()
    assert {row[0] for row in rows} == {None, other}


def test_two_workers_open_different_letters_and_what_a_killed_one_had_is_opened_by_the_next(committed: Office, inside_side: Side) -> None:
    worker_url = inside_side.url("run_django", "sisada_worker")
    letters = {uuid.uuid4(), uuid.uuid4()}
    for letter in letters:
        committed.execute("select cases_take(%s, %s, 'd', 'sealed', '{}', clock_timestamp())", [letter, uuid.uuid4()])
    with psycopg.connect(worker_url, autocommit=True) as other:
        killed = psycopg.connect(worker_url)
        row = killed.execute("select id from cases_next_letter()").fetchone()
        assert row
        first, second = row[0], next_letter(other)
        assert {first, second} == letters
        killed.close()  # as a kill does: nothing was committed
        assert next_letter(other) == first
    for letter in letters:
        committed.execute("select cases_hold_letter(%s, 'of a test')", [letter])


def next_letter(worker: Office) -> uuid.UUID:
    with worker.transaction():
        row = worker.execute("select id from cases_next_letter()").fetchone()
    assert row
    found: uuid.UUID = row[0]
    return found
