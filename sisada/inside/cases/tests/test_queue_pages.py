"""Laporan masuk as the desk sees it: facts and promises of every case, and not one word of a reporter's."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sisada.foundation.letter import Reporter as Writer
from sisada.inside.cases import claims
from sisada.inside.cases.tests.conftest import STORY, Desk, Reporter
from sisada.inside.cases.tests.pages import page, send, state_of
from tests.cast import Colleague

ClientOf = Callable[[Colleague], Client]


@pytest.fixture
def meja(client_of: ClientOf, desk: Desk) -> Client:
    return client_of(desk.cast.dimas)


def test_the_queue_shows_what_where_and_by_when_and_nothing_that_was_said(meja: Client, desk: Desk, reporter: Reporter) -> None:
    desk.gets(reporter.letter(nationality="Utopia", reporter=Writer("Ibu RT Contoh", "0812")))
    shown = page(meja, "cases_queue")
    assert "Bekerja tanpa izin" in shown
    assert "Rawajati, Pancoran" in shown
    assert "Telaah paling lambat" in shown
    for hidden in (STORY, "Utopia", "Ibu RT Contoh", "0812", "Ruko di depan pasar"):
        assert hidden not in shown


def test_danger_stands_on_top_with_its_own_mark_and_a_missed_promise_says_by_how_much(meja: Client, desk: Desk) -> None:
    late = desk.gets(Reporter().letter())
    desk.time_passes(timedelta(days=12), of=late)
    desk.gets(Reporter().letter(danger=True))
    shown = page(meja, "cases_queue")
    assert shown.index("Bahaya bagi orang") < shown.index("Lewat janji")


def test_five_are_taken_at_once_and_stand_under_ones_own(meja: Client, desk: Desk) -> None:
    cases = [desk.gets(Reporter().letter()) for _ in range(6)]
    answer = send(meja, "cases_take_next")
    assert answer.headers["Location"] == f"{reverse('cases_queue')}?saringan=saya"
    mine = page(meja, "cases_queue", saringan="saya")
    assert sum(str(case) in mine for case in cases) == 5


def test_the_next_page_begins_after_the_last_row_of_this_one(meja: Client, desk: Desk) -> None:
    cases = {str(desk.gets(Reporter().letter())) for _ in range(52)}
    first = page(meja, "cases_queue")
    after = first.split("setelah=")[-1].split('"')[0]
    second = page(meja, "cases_queue", saringan="belum", setelah=after)
    on_first = {case for case in cases if f"b-{case}" in first}
    on_second = {case for case in cases if f"b-{case}" in second}
    assert on_first.isdisjoint(on_second)
    assert on_first | on_second == cases


def test_the_queue_asks_as_much_for_fifty_as_for_one(meja: Client, desk: Desk) -> None:
    desk.gets(Reporter().letter())
    page(meja, "cases_queue")  # what is kept for a while is kept
    with CaptureQueriesContext(connection) as for_one:
        page(meja, "cases_queue")
    for _ in range(20):
        desk.gets(Reporter().letter())
    with CaptureQueriesContext(connection) as for_many:
        page(meja, "cases_queue")
    assert len(for_many) == len(for_one)


def test_those_marked_end_together_with_one_written_ground(meja: Client, desk: Desk) -> None:
    cases = [desk.gets(Reporter().letter()) for _ in range(3)]
    for case in cases:
        desk.does(partial(claims.claim, case, by=desk.cast.dimas.id))
    marked = [f"{case}:{desk.seen(case)}" for case in cases[:2]]
    without = send(meja, "cases_not_ours_many", laporan=marked, why="")
    assert without.status_code == 422
    assert f'value="{marked[0]}" checked' in without.content.decode()
    send(meja, "cases_not_ours_many", laporan=marked, why="Urusan parkir warga.", many_go_to="city")
    assert [state_of(case) for case in cases] == ["closed", "closed", "reviewing"]


def test_nothing_marked_and_no_ground_end_nothing(meja: Client) -> None:
    assert "Tandai dulu laporannya" in send(meja, "cases_not_ours_many", why="Semua").content.decode()


def test_a_stale_mark_among_them_ends_none(meja: Client, desk: Desk) -> None:
    cases = [desk.gets(Reporter().letter()) for _ in range(2)]
    for case in cases:
        desk.does(partial(claims.claim, case, by=desk.cast.dimas.id))
    marked = [f"{cases[0]}:{desk.seen(cases[0])}", f"{cases[1]}:{desk.seen(cases[1]) - 1}"]
    answer = send(meja, "cases_not_ours_many", laporan=marked, why="Urusan parkir warga.")
    assert answer.status_code == 422
    assert {state_of(case) for case in cases} == {"reviewing"}
