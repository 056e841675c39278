"""The code opens the list that was sent last; every change sends the whole list."""

from datetime import date
from typing import Any

import pytest

from sisada.faces.public.presence.tests.test_presence import ANNA, BUDI, Host
from sisada.faces.public.tests.test_activity import as_the_worker_reads_it
from sisada.faces.public.tests.walker import Walker
from sisada.foundation import word_code
from sisada.foundation.images.tests import pictures
from sisada.foundation.letter import Letter
from sisada.outside.letterbox.tests.conftest import Login

CICI: dict[str, Any] = {"orang_nama": "Cici", "orang_masuk": "2026-10-01"}


class Keeper(Walker):
    code_words: str = ""
    first: Letter

    def opens_list(self) -> "Keeper":
        self.address = "/keberadaan/daftar/"
        self.opens().presses("buka", kode=self.code_words)
        return self


@pytest.fixture
def keeper(at_the_street: None, owner: Login) -> Keeper:
    host = Host()
    host.at_the_list().presses(orang_ke="tambah", **ANNA).presses(orang_ke="tambah", **BUDI).presses().presses()
    form = host.form_id
    keeper = Keeper()
    keeper.code_words = host.presses("kirim").code
    keeper.first = as_the_worker_reads_it(owner, form)
    return keeper.opens_list()


def test_the_code_opens_what_was_sent(keeper: Keeper) -> None:
    assert "Anna Eriksson" in keeper.page
    assert "1 orang tinggal di sini" in keeper.page
    assert "1 orang sudah keluar" in keeper.page


def test_one_tap_confirms_the_list(keeper: Keeper, owner: Login) -> None:
    form = keeper.form_id
    keeper.presses("sama")
    letter = as_the_worker_reads_it(owner, form)
    assert (letter.kind, letter.thread) == ("list_change", keeper.first.thread)
    assert (letter.stays, letter.stay_place) == (keeper.first.stays, keeper.first.stay_place)
    assert "Daftar Anda diterima." in keeper.page


def test_who_came_and_who_left_go_with_the_whole_list_and_rows_keep_their_ids(keeper: Keeper, owner: Login) -> None:
    keeper.presses("tambah", **CICI)
    assert "Baru, belum dikirim" in keeper.page
    form = keeper.form_id
    keeper.presses("kirim", keluar_0="2026-11-01")
    letter = as_the_worker_reads_it(owner, form)
    assert [(stay.name, stay.until) for stay in letter.stays] == [
        ("Anna Eriksson", date(2026, 11, 1)), ("=Budi", date(2026, 3, 5)), ("Cici", None),
    ]  # fmt: skip
    assert [stay.row for stay in letter.stays[:2]] == [stay.row for stay in keeper.first.stays]


def test_the_latest_list_wins(keeper: Keeper) -> None:
    keeper.presses("kirim", keluar_0="2026-11-01", **CICI)
    keeper.opens_list()
    assert "Cici" in keeper.page
    assert "1 orang tinggal di sini" in keeper.page
    assert "2 orang sudah keluar" in keeper.page


def test_a_change_sent_twice_by_the_same_form_is_one_letter(keeper: Keeper, owner: Login) -> None:
    form, before = keeper.form_id, keeper.answer
    keeper.presses("kirim", **CICI)
    keeper.answer = before
    keeper.presses("kirim", **CICI)
    assert keeper.answer.status_code == 200
    assert owner.execute("select count(*) from letterbox_letter where id = %s", [form]).fetchone() == (1,)


@pytest.mark.parametrize("left", ["31/02/26", "2020-01-01", "kemarin"])
def test_a_day_that_cannot_be_is_asked_again_and_stays(keeper: Keeper, left: str) -> None:
    keeper.presses("kirim", keluar_0=left)
    assert "Anna Eriksson: tanggal keluar tidak terbaca" in keeper.page
    assert keeper.fields.given["keluar_0"] == [left]


def test_half_a_person_is_asked_again(keeper: Keeper) -> None:
    keeper.presses("kirim", orang_warga="Utopia")
    assert "Nama kosong." in keeper.page
    assert keeper.fields.given["orang_warga"] == ["Utopia"]
    assert "Nama kosong." in keeper.presses("tambah").page


def test_a_code_of_nothing_opens_no_list(keeper: Keeper) -> None:
    keeper.opens().presses("buka", kode=" ".join(word_code.draw()))
    assert "tidak membuka laporan apa pun" in keeper.page


def test_a_code_of_another_report_says_where_it_belongs(keeper: Keeper) -> None:
    code = Walker().reports().presses("kirim").code
    assert "bukan daftar" in keeper.opens().presses("buka", kode=code).page


def test_following_shows_how_many_and_leads_to_the_list(keeper: Keeper) -> None:
    page = Walker("/ikuti/").opens().presses("buka", kode=keeper.code_words).page
    assert "Daftar dengan 2 orang" in page
    assert 'formaction="/keberadaan/daftar/"' in page


def test_a_list_that_was_photographed_opens_empty(at_the_street: None) -> None:

    host = Host()
    host.at_the_list("foto").presses("tetap", files=(pictures.jpeg(),)).presses().presses().presses("kirim")
    keeper = Keeper()
    keeper.code_words = host.code
    assert "Belum ada orang dalam daftar ini." in keeper.opens_list().page
