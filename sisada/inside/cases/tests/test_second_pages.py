"""Mata kedua: a superior who did not decide it reads what waits, one under the other, and answers each."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from sisada.inside.cases.tests.conftest import STORY, CommittedDesk, Reporter
from sisada.inside.cases.tests.pages import page, seen, send, state_of
from tests.attacker import Office
from tests.cast import Cast, Colleague

ClientOf = Callable[[Colleague], Client]


@pytest.fixture
def decided(committed_desk: CommittedDesk, committed: Office, cast: Cast) -> UUID:
    """A fact, says Dimas."""
    committed.execute("update cases_case set state = 'ready' where state = 'awaiting_second'")  # those of other tests
    case = committed_desk.case(Reporter().letter())
    committed_desk.claim(case, cast.dimas.id)
    committed.execute(
        "select cases_decide(%s, %s, (select version from cases_case where id = %s), 'fact', 'Dua saksi')", [case, cast.dimas.id, case]
    )
    return case


@pytest.fixture
def taken(decided: UUID, committed: Office, cast: Cast) -> UUID:
    committed.execute("select cases_claim_second(%s, %s)", [decided, cast.ratna.id])
    return decided


def test_nothing_is_read_before_it_is_taken(decided: UUID, client_of: ClientOf, cast: Cast) -> None:
    shown = page(client_of(cast.ratna), "cases_second_eyes")
    assert "1 laporan menunggu mata kedua" in shown
    assert STORY not in shown


def test_the_report_and_its_ground_stand_side_by_side(taken: UUID, client_of: ClientOf, cast: Cast) -> None:
    shown = page(client_of(cast.ratna), "cases_second_eyes")
    assert STORY in shown
    assert "Dua saksi" in shown


def test_agreed_it_is_ready_to_be_worked_on(taken: UUID, client_of: ClientOf, cast: Cast) -> None:
    ratna = client_of(cast.ratna)
    version = seen(page(ratna, "cases_second_eyes"))
    assert send(ratna, "cases_agree", taken, seen=version).status_code == 422
    send(ratna, "cases_agree", taken, seen=version, sentence="acting.followed-up")
    assert state_of(taken) == "ready"


def test_not_agreed_it_goes_back_with_the_reason(taken: UUID, client_of: ClientOf, cast: Cast) -> None:
    ratna = client_of(cast.ratna)
    send(ratna, "cases_disagree", taken, seen=seen(page(ratna, "cases_second_eyes")), why="Foto dari tempat lain.")
    assert state_of(taken) == "reviewing"


def test_what_one_decided_oneself_is_not_taken(decided: UUID, client_of: ClientOf, cast: Cast, committed: Office) -> None:
    committed.execute('update cases_decision set "by" = %s where "case" = %s', [cast.ratna.id, decided])
    ratna = client_of(cast.ratna)
    send(ratna, "cases_second_take")
    assert STORY not in page(ratna, "cases_second_eyes")
