"""Akun as an admin sees it: whole pages, a page at a time, and not one word about a foreign national."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import AsOffice
from sisada.foundation.clock import now, office_today
from sisada.inside.accounts import changes, proposals
from sisada.inside.accounts.models import RoleHeld
from sisada.inside.accounts.presence import Presence
from sisada.inside.accounts.roles import Role
from sisada.sign_in.models import User
from tests.cast import PASSWORD, Cast, Colleague, hire
from tests.specimen import Specimen

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Colleague], Client]


@pytest.fixture
def admin(client_of: ClientOf, cast: Cast) -> Client:
    return client_of(cast.agus)


def kepala() -> dict[str, Any]:
    return {"role": "kepala", "capacity": "plh", "valid_from": office_today(), "valid_until": office_today(), "why": "cuti"}


def pages_of(cast: Cast) -> list[str]:
    held = RoleHeld.objects.get(user_id=cast.sari.id)
    person = [cast.sari.id]
    names = ("people_account", "people_grant_role", "people_renew", "people_suspend", "people_lift", "people_end_sessions")
    return [
        *(reverse(name) for name in ("people", "people_invite", "people_proposals", "me", "mfa_index", "help")),
        *(reverse(name, args=person) for name in names),
        reverse("people_end_role", args=[cast.sari.id, held.id]),
        reverse("people_revoke_device", args=[cast.sari.id, cast.sari.device]),
    ]


def test_every_page_of_an_admin_opens_and_shows_no_foreign_national(admin: Client, cast: Cast, eriksson: Specimen) -> None:
    for page in pages_of(cast):
        answer = admin.get(page)
        assert answer.status_code == 200, page
        shown = answer.content.decode().upper()
        assert not [secret for secret in (eriksson.passport, eriksson.primary, str(eriksson.id)) if secret.upper() in shown], page


def test_no_page_about_persons_opens_for_an_admin(admin: Client, eriksson: Specimen) -> None:
    for page in ("/cari/", "/wilayah/", f"/orang/{eriksson.id}/", f"/orang/{eriksson.id}/foto/", f"/orang/{eriksson.id}/langsung/"):
        assert admin.get(page).status_code == 403, page


def test_a_list_of_many_costs_as_many_queries_as_a_list_of_few(admin: Client, cast: Cast) -> None:
    admin.get("/akun/")
    with CaptureQueriesContext(
        connection,
    ) as few:
        admin.get("/akun/")
    with connection.cursor() as cursor:
        for number in range(40):
            hire(cursor.cursor, f"rekan-{number:02}", f"Rekan {number:02}", role=Role.PETUGAS)
    with CaptureQueriesContext(connection) as many:
        admin.get("/akun/")
    assert len(many) == len(few)


def test_everybody_stands_on_one_of_the_pages_once(admin: Client, cast: Cast) -> None:
    with connection.cursor() as cursor:
        for number in range(60):
            hire(cursor.cursor, f"rekan-{number:02}", f"Rekan {number:02}", role=Role.PETUGAS)
    forth, page = [], "/akun/"
    while page:
        answer = admin.get(page)
        forth.append([row[0]["text"] for row in answer.context["rows"]])
        page = answer.context["page"].next
    assert [len(names) for names in forth[:-1]] == [25] * (len(forth) - 1)
    assert len([name for names in forth for name in names]) == User.objects.count()
    back = admin.get(answer.context["page"].previous)
    assert [row[0]["text"] for row in back.context["rows"]] == forth[-2]


def test_an_address_of_the_list_names_nobody(admin: Client, cast: Cast) -> None:
    with connection.cursor() as cursor:
        for number in range(30):
            hire(cursor.cursor, f"rekan-{number:02}", f"Rekan {number:02}", role=Role.PETUGAS)
    assert "Rekan" not in admin.get("/akun/").context["page"].next


@pytest.mark.parametrize("broken", ["sesudah=x", "sesudah=00000000-0000-4000-8000-000000000000", "sebelum=%27"])
def test_an_address_that_names_no_place_shows_the_first_page(admin: Client, broken: str) -> None:
    assert admin.get(f"/akun/?{broken}").status_code == 200


def test_the_list_says_roles_with_plh_state_devices_and_last_day(admin: Client, cast: Cast, as_office: AsOffice) -> None:
    RoleHeld.objects.create(user_id=cast.ratna.id, role="kepala", capacity="plh", valid_from=office_today(), valid_until=office_today())
    with as_office():
        changes.suspend(cast.rahmat.id, by=cast.agus.id, why="ponsel hilang")
    page = admin.get(f"/akun/?sebelum={cast.sari.id}").content.decode()  # other tests hired people, who fill the first page
    assert "Plh Kepala kantor" in page
    assert "Ditangguhkan" in page
    assert "belum pernah" in page


def test_a_refused_change_keeps_what_was_typed_and_says_why(admin: Client, cast: Cast) -> None:
    page = admin.post(f"/akun/{cast.sari.id}/peran/", kepala() | {"valid_until": "", "why": "alasan yang panjang"})
    assert page.status_code == 200
    assert "alasan yang panjang" in page.content.decode()
    assert "berbatas waktu" in page.content.decode()


def test_a_second_person_confirms_on_a_page_and_the_roles_holder_enters_at_the_next_request(
    admin: Client, client_of: ClientOf, cast: Cast
) -> None:
    ratna, head = client_of(cast.ratna), client_of(cast.wirawan)
    assert admin.post(f"/akun/{cast.ratna.id}/peran/", kepala()).headers["Location"] == f"/akun/{cast.ratna.id}/"
    (asked,) = proposals.waiting()
    assert ratna.get("/akun/persetujuan/").status_code == 403
    assert "1 perubahan akun" in head.get("/saya/").content.decode()
    assert "Ratna Dewi" in head.get("/akun/persetujuan/").content.decode()
    head.post(f"/akun/persetujuan/{asked.id}/", {"outcome": "confirmed"})
    assert ratna.get("/akun/persetujuan/").status_code == 200


def test_somebody_suspended_is_out_at_the_next_request_and_in_again_when_it_is_lifted(
    admin: Client, client_of: ClientOf, cast: Cast
) -> None:
    sari = client_of(cast.sari)
    assert sari.get("/cari/").status_code == 200
    admin.post(f"/akun/{cast.sari.id}/penangguhan/", {"why": "ponsel hilang"})
    assert sari.get("/cari/").headers["Location"] == "/masuk/"
    admin.post(f"/akun/{cast.sari.id}/penangguhan/akhir/", {"why": "ketemu"})
    assert client_of(cast.sari).get("/cari/").status_code == 200


def test_a_role_that_ended_today_lets_nobody_in_at_the_next_request(admin: Client, client_of: ClientOf, cast: Cast) -> None:
    sari = client_of(cast.sari)
    held = RoleHeld.objects.get(user_id=cast.sari.id)
    admin.post(f"/akun/{cast.sari.id}/peran/{held.id}/akhir/", {"ended_on": office_today(), "why": "mutasi"})
    assert sari.get("/cari/").status_code == 403


def test_the_history_of_an_account_goes_on_from_page_to_page_and_costs_the_same(admin: Client, cast: Cast, as_office: AsOffice) -> None:
    page = f"/akun/{cast.sari.id}/"
    admin.get(page)
    with CaptureQueriesContext(connection) as few:
        admin.get(page)
    with as_office():
        for number in range(60):
            changes.end_sessions(cast.sari.id, by=cast.agus.id, why=f"ke-{number}")
    with CaptureQueriesContext(connection) as many:
        first = admin.get(page)
    assert len(many) == len(few)
    second = admin.get(page, {"sebelum": first.context["older"]})
    assert [act.why for act in (*first.context["acts"], *second.context["acts"])][:60] == [f"ke-{number}" for number in range(59, -1, -1)]
    assert second.context["older"] is None
    assert admin.get(page, {"sebelum": "kemarin"}).status_code == 200


def test_an_admin_finds_no_button_on_his_own_account(admin: Client, cast: Cast) -> None:
    page = admin.get(f"/akun/{cast.agus.id}/").content.decode()
    assert "diminta kepada admin lain" in page
    assert "/penangguhan/" not in page


def test_a_passkey_or_the_app_is_not_removed_while_it_is_the_last(client_of: ClientOf, cast: Cast) -> None:
    sari = client_of(cast.sari)
    key = Authenticator.objects.get(user_id=cast.sari.id, type="totp")
    again = sari.post("/masuk/ulang/?next=/saya/kunci/", {"password": PASSWORD})
    assert again.status_code == 302
    assert sari.post(f"/saya/kunci/{key.pk}/penghapusan/").status_code == 409
    assert Authenticator.objects.filter(pk=key.pk).exists()


def test_a_colleagues_key_is_not_there(client_of: ClientOf, cast: Cast) -> None:
    sari = client_of(cast.sari)
    sari.post("/masuk/ulang/?next=/saya/kunci/", {"password": PASSWORD})
    other = Authenticator.objects.get(user_id=cast.rahmat.id, type="totp")
    assert sari.post(f"/saya/kunci/{other.pk}/penghapusan/").status_code == 404


def test_presence_ends_with_suspension_session_device_or_role(client_of: ClientOf, cast: Cast, as_office: AsOffice) -> None:
    browser = client_of(cast.sari)
    here = Presence(cast.sari.id, cast.sari.device, browser.session.session_key or "", now(), (Role.PETUGAS, Role.ATASAN))
    endings: list[Callable[[], object]] = [
        lambda: changes.suspend(cast.sari.id, by=cast.agus.id, why="hilang"),
        lambda: changes.end_sessions(cast.sari.id, by=cast.agus.id, why="hilang"),
        lambda: changes.revoke_device(cast.sari.device, by=cast.agus.id, why="hilang"),
        lambda: changes.end_role(RoleHeld.objects.get(user_id=cast.sari.id).id, on=office_today(), by=cast.agus.id, why="mutasi"),
        browser.session.flush,
    ]
    for ending in endings:
        with as_office():
            assert here.lasts()
        sid = transaction.savepoint()
        with as_office():
            ending()
            assert not here.lasts(), ending
        transaction.savepoint_rollback(sid)
