"""From a code on a slip of paper to the first page; and what a lost phone takes with it."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from conftest import AsOffice
from sisada.foundation.clock import now, office_today
from sisada.inside.accounts import changes, proposals
from sisada.inside.accounts.changes import Invited, Outcome, RoleGiven
from sisada.inside.accounts.invitation_codes import Code
from sisada.inside.accounts.models import Invitation, RoleHeld
from sisada.inside.accounts.roles import Capacity, Role
from sisada.sign_in.models import Device, User
from tests.cast import Cast, Colleague
from tests.office_role import BACKEND, OfficeBrowser, with_password_alone

pytestmark = pytest.mark.django_db
NEW_PASSWORD = "hujan sore di Rawajati"
ADDRESS = "baru@kantor.example"


@pytest.fixture
def invited(cast: Cast, as_office: AsOffice) -> Invited:
    """Somebody new at the desk, to whom a second person agreed, with a code in hand."""
    with as_office():
        made = invite(cast)
        confirm(cast.wirawan)
    return made


def invite(cast: Cast) -> Invited:
    given = RoleGiven(Role.MEJA, Capacity.DEFINITIF, office_today(), None)
    return changes.invite(ADDRESS, "Melati", roles=[given], by=cast.agus.id, why="SK 7/2026")


def confirm(second: Colleague) -> None:
    (asked,) = proposals.waiting()
    changes.decide(asked.id, Outcome.CONFIRMED, by=second.id, why="")


def open_invitation(browser: Client, code: str, address: str = ADDRESS) -> Any:
    return browser.post("/undangan/", {"email": address, "code": code})


def set_password(browser: Client, password: str = NEW_PASSWORD) -> Any:
    return browser.post("/undangan/kata-sandi/", {"password": password, "again": password})


def set_up_app(browser: Client) -> Any:
    page = browser.get("/saya/faktor-kedua/")
    secret = page.context["form"].secret
    return browser.post("/saya/faktor-kedua/", {"code": format_hotp_value(hotp_value(secret, int(time.time()) // 30))})


def come_in(browser: Client, code: str, address: str = ADDRESS) -> None:
    open_invitation(browser, code, address)
    set_password(browser)
    set_up_app(browser)
    browser.get("/masuk/perangkat/")


def test_code_password_second_factor_recovery_codes_first_page(invited: Invited) -> None:
    browser = OfficeBrowser()
    assert open_invitation(browser, invited.code.grouped().lower()).headers["Location"] == "/undangan/kata-sandi/"
    assert set_password(browser).headers["Location"] == "/saya/faktor-kedua/"
    assert set_up_app(browser).headers["Location"] == "/masuk/perangkat/"
    assert browser.get("/masuk/perangkat/").headers["Location"] == "/saya/kode-pemulihan/"
    assert len(browser.get("/saya/kode-pemulihan/").context["unused_codes"]) == 10
    assert browser.get("/").headers["Location"] == "/laporan/"
    assert browser.get("/cari/").status_code == 200
    assert Device.objects.filter(user_id=invited.user_id, revoked_at=None).count() == 1


def test_whom_one_admin_invited_alone_comes_in_and_opens_nothing_about_persons(cast: Cast, as_office: AsOffice) -> None:
    with as_office():
        made = invite(cast)
    browser = OfficeBrowser()
    come_in(browser, made.code.signs)
    assert [browser.get(path).status_code for path in ("/cari/", "/dasar/", "/wilayah/", "/audit/permintaan/")] == [403] * 4
    with as_office():
        confirm(cast.lestari)
    assert browser.get("/cari/").status_code == 200


def test_between_the_password_and_the_second_factor_nothing_else_is_open(invited: Invited) -> None:
    browser = OfficeBrowser()
    open_invitation(browser, invited.code.signs)
    set_password(browser)
    assert browser.get("/cari/").headers["Location"] == "/masuk/perangkat/"
    assert browser.get("/masuk/perangkat/").headers["Location"] == "/saya/faktor-kedua/"


def test_a_password_without_a_factor_and_without_an_invitation_begins_no_session(invited: Invited) -> None:
    browser, thief = OfficeBrowser(), OfficeBrowser()
    open_invitation(browser, invited.code.signs)
    set_password(browser)
    refused = thief.post("/masuk/", {"login": ADDRESS, "password": NEW_PASSWORD})
    assert refused.status_code == 403
    assert "undangan" in refused.content.decode()
    assert "_auth_user_id" not in thief.session
    assert thief.get("/saya/faktor-kedua/").headers["Location"] == "/masuk/"
    assert not Authenticator.objects.filter(user_id=invited.user_id).exists()


def test_a_session_of_a_password_alone_gets_no_device_once_its_owner_set_up_a_factor(invited: Invited) -> None:
    browser, thief = OfficeBrowser(), OfficeBrowser()
    open_invitation(browser, invited.code.signs)
    set_password(browser)
    thief.force_login(User.objects.get(id=invited.user_id), backend=BACKEND)  # however it was begun
    set_up_app(browser)
    assert thief.get("/masuk/perangkat/").headers["Location"] == "/masuk/"
    browser.get("/masuk/perangkat/")
    assert browser.get("/saya/").status_code == 200
    assert Device.objects.filter(user_id=invited.user_id, revoked_at=None).count() == 1


def test_a_session_that_gave_no_factor_gets_no_device_and_ends(cast: Cast) -> None:
    thief = with_password_alone(cast.sari)
    before = Device.objects.filter(user_id=cast.sari.id).count()
    assert thief.get("/masuk/perangkat/").headers["Location"] == "/masuk/"
    assert "_auth_user_id" not in thief.session
    assert Device.objects.filter(user_id=cast.sari.id).count() == before


def test_the_first_factor_ends_every_other_session(invited: Invited) -> None:
    browser, other = OfficeBrowser(), OfficeBrowser()
    open_invitation(browser, invited.code.signs)
    set_password(browser)
    other.force_login(User.objects.get(id=invited.user_id), backend=BACKEND)
    before = User.objects.get(id=invited.user_id).sessions_valid_from
    set_up_app(browser)
    assert User.objects.get(id=invited.user_id).sessions_valid_from > before
    assert other.get("/saya/faktor-kedua/").headers["Location"] == "/masuk/"


Spoil = Callable[[Invited, Cast], None]


def _used(invited: Invited, _: Cast) -> None:
    come_in(OfficeBrowser(), invited.code.signs)


SPOILT: dict[str, Spoil] = {
    "used": _used,
    "too old": lambda invited, _: void(Invitation.objects.filter(user_id=invited.user_id).update(valid_until=now())),
    "replaced by a newer one": lambda invited, cast: void(changes.renew(invited.user_id, by=cast.agus.id, why="hilang")),
    "for somebody suspended": lambda invited, cast: changes.suspend(invited.user_id, by=cast.agus.id, why="batal"),
}


def void(_: object) -> None:
    """A lambda that returns nothing."""


def sentences(answer: Any) -> tuple[int, list[str]]:
    return answer.status_code, list(answer.context["form"].non_field_errors())


@pytest.mark.parametrize("how", SPOILT)
def test_a_spoilt_invitation_is_refused_as_one_that_never_was(invited: Invited, cast: Cast, how: str) -> None:
    never_was = sentences(open_invitation(OfficeBrowser(), Code.new().grouped()))
    SPOILT[how](invited, cast)
    assert sentences(open_invitation(OfficeBrowser(), invited.code.signs)) == never_was
    assert never_was[1] != []


def test_a_wrong_code_and_an_address_of_nobody_are_answered_alike(invited: Invited) -> None:
    wrong = sentences(open_invitation(OfficeBrowser(), Code.new().grouped()))
    nobody = sentences(open_invitation(OfficeBrowser(), invited.code.signs, "tidak-ada@kantor.example"))
    assert wrong == nobody


def test_an_invitation_is_used_once_also_when_two_browsers_opened_it(invited: Invited) -> None:
    first, second = OfficeBrowser(), OfficeBrowser()
    open_invitation(first, invited.code.signs)
    open_invitation(second, invited.code.signs)
    assert set_password(first).headers["Location"] == "/saya/faktor-kedua/"
    assert set_password(second, "kata sandi orang lain").headers["Location"] == "/undangan/"
    assert User.objects.get(id=invited.user_id).check_password(NEW_PASSWORD)


@pytest.mark.parametrize("weak", ["pendek", "123456789012", "1q2w3e4r5t6y", "baru@kantor.example"])
def test_a_weak_password_is_refused_and_the_invitation_is_kept(invited: Invited, weak: str) -> None:
    browser = OfficeBrowser()
    open_invitation(browser, invited.code.signs)
    refused = set_password(browser, weak)
    assert refused.status_code == 200
    assert refused.context["form"].errors["password"]
    assert set_password(browser).headers["Location"] == "/saya/faktor-kedua/"


def test_after_twenty_tries_a_minute_the_network_must_wait(invited: Invited) -> None:
    browser = OfficeBrowser()
    said = [sentences(open_invitation(browser, Code.new().grouped())) for _ in range(21)]
    assert said[-1] != said[0]
    assert "Tunggu" in said[-1][1][0]


def test_the_code_is_shown_once_and_kept_nowhere(client_of: Callable[[Colleague], Client], cast: Cast) -> None:
    admin = client_of(cast.agus)
    page = admin.post(f"/akun/{cast.sari.id}/undangan/", {"why": "ponsel hilang"})
    code = page.context["code"]
    assert code in page.content.decode()
    assert code not in admin.get(f"/akun/{cast.sari.id}/").content.decode()
    assert code not in str(dict(admin.session))
    assert page.headers["Cache-Control"] == "no-store, private"


def test_a_lost_phone_takes_sessions_factors_and_devices_along_when_the_new_invitation_is_used(
    client_of: Callable[[Colleague], Client], cast: Cast, as_office: AsOffice
) -> None:
    lost = client_of(cast.sari)
    with as_office():
        made = changes.renew(cast.sari.id, by=cast.agus.id, why="ponsel hilang")
        confirm(cast.wirawan)
    assert made.waits
    assert lost.get("/saya/").status_code == 200  # until it is used
    browser = OfficeBrowser()
    come_in(browser, made.code.signs, "sari@kantor.example")
    assert browser.get("/saya/").status_code == 200
    assert lost.get("/saya/").headers["Location"] == "/masuk/"
    assert Device.objects.get(id=cast.sari.device).revoked_at is not None
    assert Authenticator.objects.filter(user_id=cast.sari.id, type="totp").count() == 1


@pytest.mark.parametrize("watched", ["wirawan", "ratna", "lestari", "sari", "dimas"])
def test_an_admin_alone_cannot_sign_in_as_anybody_who_holds_a_role(cast: Cast, as_office: AsOffice, watched: str) -> None:
    colleague: Colleague = getattr(cast, watched)
    address = f"{colleague.key}@kantor.example"
    with as_office():
        made = changes.renew(colleague.id, by=cast.agus.id, why="ponsel hilang")
    assert made.waits
    assert open_invitation(OfficeBrowser(), made.code.signs, address).status_code == 200
    second = cast.lestari if colleague is cast.wirawan else cast.wirawan
    with as_office():
        confirm(second)
    assert open_invitation(OfficeBrowser(), made.code.signs, address).headers["Location"] == "/undangan/kata-sandi/"


def test_nor_as_somebody_whose_role_he_ended_first(cast: Cast, as_office: AsOffice) -> None:
    """The role may be given again later, by two persons, to an account that somebody else took over meanwhile."""
    held = RoleHeld.objects.get(user_id=cast.sari.id)
    with as_office():
        changes.end_role(held.id, on=office_today(), by=cast.agus.id, why="mutasi")
        made = changes.renew(cast.sari.id, by=cast.agus.id, why="ponsel hilang")
    assert made.waits
    assert open_invitation(OfficeBrowser(), made.code.signs, "sari@kantor.example").status_code == 200
