"""Surat tertahan, as an admin sees it."""

from collections.abc import Callable

from django.test import Client
from nacl.public import PrivateKey

from sisada.inside.cases import opening
from sisada.inside.cases.tests.conftest import Desk, Reporter, as_worker
from tests.cast import Colleague


def test_an_admin_sees_why_a_letter_is_held_and_has_it_opened_again(
    desk: Desk, reporter: Reporter, client_of: Callable[[Colleague], Client]
) -> None:
    desk.arrives(reporter.letter())
    with as_worker():
        opening.open_waiting(bytes(PrivateKey.generate()))
    agus = client_of(desk.cast.agus)
    assert "Surat dari halaman umum tertahan" in agus.get("/menunggu/").content.decode()
    assert "Dikunci untuk kunci lain" in agus.get("/laporan/tertahan/").content.decode()
    after = agus.post("/laporan/tertahan/ulangi/", follow=True).content.decode()
    assert "Dikunci untuk kunci lain" not in after
    desk.opens()  # with whatever else was held
    assert desk.one("select count(*) from cases_report where thread = %s", [reporter.thread]) == 1


def test_nobody_else_sees_the_held_letters(client_of: Callable[[Colleague], Client], desk: Desk) -> None:
    assert client_of(desk.cast.dimas).get("/laporan/tertahan/").status_code == 403
