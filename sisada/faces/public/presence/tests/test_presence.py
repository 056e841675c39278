"""From the first question about who stays somewhere to the receipt, without script, as the role that faces the street."""

import zipfile
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from sisada.faces.public.tests.test_activity import as_the_worker_reads_it
from sisada.faces.public.tests.walker import Walker
from sisada.foundation.images.tests import pictures
from sisada.outside.letterbox.lists.columns import Column, columns_of
from sisada.outside.letterbox.lists.tests import files
from sisada.outside.letterbox.tests.conftest import Login

ANNA: dict[str, Any] = {"orang_nama": "Anna Eriksson", "orang_warga": "Utopia", "orang_nomor": "L898902C3", "orang_masuk": "2026-02-03"}
BUDI: dict[str, Any] = {"orang_nama": "=Budi", "orang_masuk": "2026-03-01", "orang_keluar": "2026-03-05"}


class Host(Walker):
    def at_the_list(self, way: str = "ketik") -> "Host":
        self.address = "/keberadaan/"
        self.opens().presses(place_text="Kos Melati, Jl. Contoh 3", kelurahan="31.74.08.1003").presses(cara=way)
        assert self.step == "orang"
        return self

    def sends_file(self, raw: bytes) -> "Host":
        given = dict(self.fields.given) | {"orang_ke": "baca", "orang_berkas": SimpleUploadedFile("tamu-rahasia.xlsx", raw)}
        self.answer = self.client.post(self.address, given)
        return self


@pytest.fixture
def host(at_the_street: None) -> Host:
    return Host()


def test_a_typed_list_reaches_the_office_as_it_was_typed(host: Host, owner: Login) -> None:
    host.at_the_list().presses(orang_ke="tambah", **ANNA)
    assert host.step == "orang"
    assert "Anna Eriksson" in host.page
    host.presses(**BUDI).presses(name="Bu Contoh", contact="0800")
    assert host.step == "periksa"
    form = host.form_id
    host.presses("kirim")
    letter = as_the_worker_reads_it(owner, form)
    assert letter.kind == "presence"
    assert [(stay.name, stay.nationality, stay.document_number, stay.since, stay.until) for stay in letter.stays] == [
        ("Anna Eriksson", "Utopia", "L898902C3", date(2026, 2, 3), None),
        ("=Budi", "", "", date(2026, 3, 1), date(2026, 3, 5)),
    ]
    assert letter.stay_place
    assert (letter.stay_place.kelurahan, letter.stay_place.text) == ("31.74.08.1003", "Kos Melati, Jl. Contoh 3")
    assert letter.reporter
    assert (letter.reporter.name, letter.reporter.contact) == ("Bu Contoh", "0800")


def test_the_receipt_says_nothing_about_any_person_and_how_this_stands_to_apoa(host: Host) -> None:
    host.at_the_list().presses(**ANNA).presses().presses("kirim")
    assert "Laporan Anda diterima" in host.page
    assert "Anna" not in host.page
    assert "APOA" in host.page


def test_the_same_list_sent_again_shows_the_same_receipt(host: Host) -> None:
    host.at_the_list().presses(**ANNA).presses()
    before = host.answer
    first = host.presses("kirim").page
    host.answer = before
    assert host.presses("kirim").page == first


def test_a_person_may_be_taken_out_and_taken_up_again(host: Host) -> None:
    host.at_the_list().presses(orang_ke="tambah", **ANNA).presses(orang_ke="tambah", **BUDI)
    host.presses(orang_ke="buang 1")
    assert "=Budi" not in host.page
    host.presses(orang_ke="ubah 0")
    assert host.fields.given["orang_nama"] == ["Anna Eriksson"]
    assert host.fields.given["orang"] == ["[]"]
    host.presses(orang_ke="tambah", orang_nama="Anna M. Eriksson")
    assert "Anna M. Eriksson" in host.page


@pytest.mark.parametrize("place", ["7", "-1", "x", "99999999"])
def test_a_place_that_is_not_on_the_list_changes_nothing(host: Host, place: str) -> None:
    host.at_the_list().presses(orang_ke="tambah", **ANNA)
    assert "Anna Eriksson" in host.presses(orang_ke=f"buang {place}").page


def test_what_cannot_be_so_is_said_at_its_field_and_stays(host: Host) -> None:
    host.at_the_list().presses(orang_ke="tambah", orang_warga="Utopia", orang_masuk="31/02/26")
    assert "Nama kosong." in host.page
    assert "Tanggal masuk tidak terbaca: “31/02/26”." in host.page
    assert host.fields.given["orang_warga"] == ["Utopia"]


def test_a_list_of_nobody_is_asked_again(host: Host) -> None:
    assert "Tulis paling sedikit satu orang." in host.at_the_list().presses().page
    assert "Tulis dulu nama orang itu." in host.presses(orang_ke="tambah").page


def test_whoever_comes_back_finds_the_list_and_what_stands_in_the_fields(host: Host) -> None:
    host.at_the_list().presses(orang_ke="tambah", **ANNA).presses("kembali", **BUDI).presses()
    assert "Anna Eriksson" in host.page
    assert host.fields.given["orang_nama"] == ["=Budi"]


def test_a_file_becomes_the_list(host: Host, owner: Login) -> None:
    host.at_the_list("berkas").sends_file(files.xlsx(["Anna", "Utopia", "X1", "03/02/2026", None], ["Budi", None, None, None, None]))
    assert "<b>2</b> orang" in host.page
    host.presses().presses()
    form = host.form_id
    host.presses("kirim")
    assert [(stay.name, stay.since) for stay in as_the_worker_reads_it(owner, form).stays] == [("Anna", date(2026, 2, 3)), ("Budi", None)]


def test_a_file_with_one_wrong_row_is_not_taken_and_the_row_is_named(host: Host) -> None:
    host.at_the_list("berkas").sends_file(files.csv("Anna;;;03/02/2026;", "Budi;;;31/02/26;"))
    assert "Baris 3: tanggal masuk tidak terbaca: “31/02/26”." in host.page
    assert host.step == "orang"
    assert host.fields.given["orang"] == [""]
    host.sends_file(files.csv("Anna;;;03/02/2026;"))
    assert "<b>1</b> orang" in host.page


def test_no_file_is_asked_for_in_words(host: Host) -> None:
    host.at_the_list("berkas").presses(orang_ke="baca")
    assert "Pilih berkas daftarnya dulu." in host.page
    assert "Pilih berkas daftarnya dulu." in host.presses().page


def test_a_photographed_list_goes_without_names(host: Host, owner: Login) -> None:
    host.at_the_list("foto").presses()
    assert "Kirim paling sedikit satu foto daftarnya." in host.page
    host.presses("tetap", files=(pictures.jpeg(),)).presses().presses()
    form = host.form_id
    host.presses("kirim")
    letter = as_the_worker_reads_it(owner, form)
    assert (letter.stays, len(letter.photos)) == ((), 1)


@pytest.mark.parametrize("field", ["{", "[[]]", "[1]", '[["","","","","",""]]', "[" * 5000, "null", '[["x","A","","","kapan",""]]'])
def test_a_field_that_is_no_list_is_an_empty_list(host: Host, field: str) -> None:
    assert "Tulis paling sedikit satu orang." in host.at_the_list().presses(orang=field).page


def test_a_list_of_a_thousand_travels_through_every_screen(host: Host, owner: Login) -> None:
    host.at_the_list("berkas").sends_file(files.csv(*[f"Orang Nomor {n};Utopia;X{n};03/02/2026;" for n in range(1000)])).presses().presses()
    form = host.form_id
    host.presses("kirim")
    assert len(as_the_worker_reads_it(owner, form).stays) == 1000


def test_the_templates_are_what_they_say(client: Client) -> None:
    assert client.get("/keberadaan/templat.csv").content.decode("utf-8-sig").startswith("Nama;Kewarganegaraan;")
    book = client.get("/en/keberadaan/templat.xlsx")
    assert book["Content-Disposition"].startswith("attachment")
    assert zipfile.is_zipfile(BytesIO(book.content))
    titles = next(load_workbook(BytesIO(book.content)).worksheets[0].values)
    assert len(columns_of([str(title) for title in titles])) == len(Column)
