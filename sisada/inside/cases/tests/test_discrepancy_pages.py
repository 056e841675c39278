"""Ketidaksesuaian in the browser of an officer and of the desk: who may enter, what it names, and what stays typed when it is refused."""

import uuid
from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client

from sisada.inside.cases.discrepancy_forms import FORMS
from sisada.inside.cases.tests.test_discrepancies import report
from tests.cast import RAWAJATI, Cast, Colleague
from tests.specimen import Specimen

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Colleague], Client]
GOOD = {
    "address": "Rusun Melati 4",
    "name": "Erikson Anna",
    "birth_date": "1974-08-13",
    "document": "P 771",
    "permit": "2C99X",
    "sponsor": "PT Contoh",
    "left": "gone",
    "other": "fotonya lain",
}
BAD = {"name": "李雷", "birth_date": "2999-01-01", "document": "-.-", "permit": "/", "left": "there"}


def fields_of(person: UUID) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("select field from cases_discrepancy where person = %s", [person])
        return [row[0] for row in cursor.fetchall()]


def send(client: Client, person: UUID, field: str, what: str, **more: str) -> tuple[int, str]:
    typed = {"form": str(uuid.uuid4()), "what": what, "kelurahan": RAWAJATI, "remark": "dilihat sendiri"} | more
    answer = client.post(f"/orang/{person}/ketidaksesuaian/?data={field}", typed)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("field", FORMS)
def test_every_field_has_a_form_and_what_is_sent_becomes_one(office_client: Client, eriksson: Specimen, field: str) -> None:
    office_client.get(f"/orang/{eriksson.id}/")
    page = office_client.get(f"/orang/{eriksson.id}/ketidaksesuaian/?data={field}").content.decode()
    assert eriksson.primary not in page
    assert send(office_client, eriksson.id, field, GOOD[field])[0] == 302
    assert fields_of(eriksson.id) == [field]


@pytest.mark.parametrize("field", BAD)
def test_what_cannot_be_compared_is_asked_again_with_everything_typed(office_client: Client, eriksson: Specimen, field: str) -> None:
    office_client.get(f"/orang/{eriksson.id}/")
    status, page = send(office_client, eriksson.id, field, BAD[field])
    assert status == 422
    assert "dilihat sendiri" in page
    assert fields_of(eriksson.id) == []


def test_an_address_needs_its_kelurahan(office_client: Client, eriksson: Specimen) -> None:
    office_client.get(f"/orang/{eriksson.id}/")
    assert send(office_client, eriksson.id, "address", "Rusun Melati", kelurahan="")[0] == 422


def test_who_never_opened_the_card_reports_nothing(office_client: Client, eriksson: Specimen) -> None:
    status, page = send(office_client, eriksson.id, "address", "Rusun Melati")
    assert status == 409
    assert "Rusun Melati" in page
    assert fields_of(eriksson.id) == []


def test_what_the_mirror_says_already_is_said_so(office_client: Client, eriksson: Specimen) -> None:
    office_client.get(f"/orang/{eriksson.id}/")
    status, page = send(office_client, eriksson.id, "document", eriksson.passport)
    assert status == 409
    assert "sudah sama dengan yang Anda tulis" in page


def test_the_list_and_one_that_is_not_held_name_nobody(client_of: ClientOf, cast: Cast, eriksson: Specimen) -> None:
    case = report(cast, eriksson.id)
    desk = client_of(cast.dimas)
    for address in ("/ketidaksesuaian/", f"/ketidaksesuaian/{case}/"):
        page = desk.get(address).content.decode()
        assert "Alamat" in page
        assert not {eriksson.primary, eriksson.street, str(eriksson.id), "Rusun Melati"} & set(page.split())
        assert "Rusun Melati" not in page
        assert eriksson.street not in page


@pytest.mark.parametrize("state", ["terbuka", "diusulkan", "selesai", "something"])
def test_each_list_opens_also_past_its_end(client_of: ClientOf, cast: Cast, eriksson: Specimen, state: str) -> None:
    case = report(cast, eriksson.id)
    desk = client_of(cast.dimas)
    for after in ("", str(case), str(uuid.uuid4()), "x"):
        assert desk.get(f"/ketidaksesuaian/?saringan={state}&setelah={after}").status_code == 200


def test_an_officer_of_the_field_reads_no_list(office_client: Client, cast: Cast, eriksson: Specimen) -> None:
    case = report(cast, eriksson.id)
    for address in (
        "/ketidaksesuaian/",
        f"/ketidaksesuaian/{case}/",
        f"/ketidaksesuaian/{case}/usulan/berkas/",
        f"/ketidaksesuaian/{case}/nota/",
    ):
        assert office_client.get(address).status_code == 403


def test_the_card_offers_the_report_and_the_room_counts_what_is_open(client_of: ClientOf, cast: Cast, eriksson: Specimen) -> None:
    assert f"/orang/{eriksson.id}/ketidaksesuaian/" in client_of(cast.sari).get(f"/orang/{eriksson.id}/").content.decode()
    desk = client_of(cast.dimas)
    counted = [room.count for room in desk.get("/saya/").context["rooms"] if room.url == "/ketidaksesuaian/"]
    report(cast, eriksson.id)
    assert [room.count for room in desk.get("/saya/").context["rooms"] if room.url == "/ketidaksesuaian/"] == [counted[0] + 1]
