"""What a refusal says beyond its own sentence, and what the door says to somebody whose session is over."""

import pytest
from django.test import Client

from sisada.faces.office.problems import who_raises
from sisada.foundation.clock import office_today
from sisada.foundation.problems import Problem
from sisada.inside.rules import read as rules
from tests import office_role
from tests.attacker import Office
from tests.cast import Cast, register_device

OVER = "Sesi Anda berakhir. Bila tidak dapat masuk, hubungi admin kantor."


@pytest.mark.django_db
@pytest.mark.parametrize("thing", ["searches", "cards", "lists", "cases", "trails", "own-requests"])
def test_a_limit_of_an_hour_says_how_many_it_allows_and_whom_to_ask(thing: str) -> None:
    problem = Problem("Batas tercapai.")
    problem.code = f"look.rate-{thing}"
    number = rules.value(f"audit.{thing}-per-hour", on=office_today())
    assert who_raises(problem) == f"Batas kantor: {number} per jam. Bila tugas Anda memerlukan lebih, minta kepala kantor."


def test_another_refusal_asks_nobody_for_more() -> None:
    problem = Problem("Tidak.")
    problem.code = "look.over"
    assert who_raises(problem) == ""


def test_a_page_of_another_role_does_not_promise_to_open_later(db: None, cast: Cast) -> None:
    page = office_role.signed_in(cast.agus, ground=None).get("/wilayah/").content.decode()
    assert '<h1 class="bar-title">Bukan untuk peran Anda</h1>' in page


def test_the_door_tells_somebody_whose_session_ended_and_nobody_else(db: None, cast: Cast, committed: Office) -> None:
    revoked = office_role.signed_in(cast.sari, ground=None)
    session = revoked.session
    session["device"] = str(register_device(committed, cast.sari.id))  # her own one stays in use: others sign in with it
    session.save()
    committed.execute("update sign_in_device set revoked_at = now() where id = %s", [session["device"]])
    expired = office_role.signed_in(cast.sari, ground=None)
    expired.session.flush()
    for browser, told in ((revoked, True), (expired, True), (Client(), False)):
        assert (OVER in browser.get("/saya/", follow=True).content.decode()) == told
