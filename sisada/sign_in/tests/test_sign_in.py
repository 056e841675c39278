"""Signing in as an officer does it: password, second factor, device; what stops a guesser, and what ends a session."""

import time
from typing import Any

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.db import connection
from django.test import Client

from sisada.sign_in import devices
from sisada.sign_in.models import Device, User
from tests.cast import PASSWORD, TOTP_SECRET, Cast, Colleague
from tests.office_role import OfficeBrowser

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser() -> OfficeBrowser:
    """A browser that never was here."""
    return OfficeBrowser(headers={"User-Agent": "Mozilla/5.0 (Linux; Android 16) Chrome/140"})


def give_password(browser: Client, colleague: Colleague, password: str = PASSWORD) -> Any:
    return browser.post("/masuk/", {"login": f"{colleague.key}@kantor.example", "password": password})


def give_code(browser: Client, code: str) -> Any:
    return browser.post("/masuk/kode/", {"code": code})


def code_of_now() -> str:
    return str(format_hotp_value(hotp_value(TOTP_SECRET, int(time.time()) // 30)))


def wrong_code() -> str:
    return f"{(int(code_of_now()) + 1) % 10**6:06}"


def sign_in(browser: Client, colleague: Colleague) -> None:
    give_password(browser, colleague)
    give_code(browser, code_of_now())
    browser.get("/masuk/perangkat/")


def is_in(browser: Client) -> bool:
    return browser.get("/saya/").status_code == 200


def test_password_then_code_then_a_registered_device(browser: OfficeBrowser, cast: Cast) -> None:
    assert give_password(browser, cast.sari).headers["Location"] == "/masuk/kode/"
    assert not is_in(browser)
    assert give_code(browser, code_of_now()).headers["Location"] == "/"
    assert browser.get("/").headers["Location"] == "/masuk/perangkat/"
    browser.get("/masuk/perangkat/")
    assert is_in(browser)
    newest = Device.objects.filter(user_id=cast.sari.id).latest("registered_at")
    assert newest.label == "Chrome, Android"
    assert bytes(newest.key_hash) == devices.hash_of(browser.cookies[devices.COOKIE].value)


def test_the_device_cookie_is_kept_from_scripts_and_other_sites(browser: OfficeBrowser, cast: Cast) -> None:
    sign_in(browser, cast.sari)
    cookie = browser.cookies[devices.COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert int(cookie["max-age"]) > 300 * 86400


def test_a_device_that_is_known_is_not_registered_again(browser: OfficeBrowser, cast: Cast) -> None:
    sign_in(browser, cast.sari)
    browser.post("/keluar/")
    before = Device.objects.filter(user_id=cast.sari.id).count()
    sign_in(browser, cast.sari)
    assert Device.objects.filter(user_id=cast.sari.id).count() == before


def test_a_colleague_on_the_same_browser_has_a_device_of_his_own(browser: OfficeBrowser, cast: Cast) -> None:
    sign_in(browser, cast.sari)
    browser.post("/keluar/")
    sign_in(browser, cast.rahmat)
    assert is_in(browser)
    assert Device.objects.filter(user_id=cast.rahmat.id).count() == 2


def test_a_wrong_code_and_a_code_used_before_let_nobody_in(browser: OfficeBrowser, cast: Cast) -> None:
    give_password(browser, cast.sari)
    right = code_of_now()
    give_code(browser, wrong_code())
    assert not is_in(browser)
    sign_in(browser, cast.sari)
    again = OfficeBrowser()
    give_password(again, cast.sari)
    give_code(again, right)
    assert not is_in(again)


def test_whoever_gives_a_code_twice_is_told_to_wait_for_the_next(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    half_minute = int(time.time()) // 30
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.yield_hotp_counters_from_time", lambda: iter([half_minute]))
    shown, sentence = str(format_hotp_value(hotp_value(TOTP_SECRET, half_minute))), "Kode ini sudah dipakai."
    first, second = OfficeBrowser(), OfficeBrowser()
    for browser in (first, second):
        give_password(browser, cast.sari)
    assert give_code(first, shown).headers["Location"] == "/"
    assert sentence in give_code(second, shown).content.decode()
    assert sentence not in give_code(second, f"{(int(shown) + 1) % 10**6:06}").content.decode()


def test_a_recovery_code_stands_in_for_the_second_factor_once(browser: OfficeBrowser, cast: Cast) -> None:
    code = RecoveryCodes.activate(User.objects.get(id=cast.sari.id)).get_unused_codes()[0]
    give_password(browser, cast.sari)
    assert give_code(browser, code).headers["Location"] == "/"
    again = OfficeBrowser()
    give_password(again, cast.sari)
    assert give_code(again, code).status_code == 200  # the form, with what is wrong


def test_five_wrong_passwords_from_elsewhere_shut_elsewhere_but_not_the_officers_own_device(cast: Cast) -> None:
    guesser, own = OfficeBrowser(), OfficeBrowser()
    own.cookies[devices.COOKIE] = cast.sari.device_key
    for _ in range(5):
        give_password(guesser, cast.sari, "salah")
    assert give_password(guesser, cast.sari).status_code != 302  # the right one, too late
    assert give_password(own, cast.sari).headers["Location"] == "/masuk/kode/"


def test_five_wrong_codes_after_the_right_password_shut_elsewhere_but_not_the_officers_own_device(cast: Cast) -> None:
    thief, own = OfficeBrowser(), OfficeBrowser()
    own.cookies[devices.COOKIE] = cast.sari.device_key
    give_password(thief, cast.sari)
    for _ in range(5):
        give_code(thief, wrong_code())
    assert give_code(thief, code_of_now()).status_code == 200  # the right one, too late
    give_password(own, cast.sari)
    assert give_code(own, code_of_now()).headers["Location"] == "/"


def test_many_failures_from_an_address_shut_it_but_not_a_registered_device_behind_it(cast: Cast) -> None:
    guesser, own = OfficeBrowser(), OfficeBrowser()
    own.cookies[devices.COOKIE] = cast.sari.device_key
    for number in range(30):
        guesser.post("/masuk/", {"login": f"tidak-ada-{number}@kantor.example", "password": "salah"})
    assert give_password(guesser, cast.rahmat).status_code != 302  # the right one, too late
    assert give_password(own, cast.sari).headers["Location"] == "/masuk/kode/"
    assert give_code(own, code_of_now()).headers["Location"] == "/"


def test_on_his_own_device_too_five_wrong_codes_are_enough(cast: Cast) -> None:
    own = OfficeBrowser()
    own.cookies[devices.COOKIE] = cast.sari.device_key
    give_password(own, cast.sari)
    for _ in range(5):
        give_code(own, wrong_code())
    assert give_code(own, code_of_now()).status_code == 200


def test_somebody_suspended_is_answered_and_counted_alike_with_the_right_and_a_wrong_password(browser: OfficeBrowser, cast: Cast) -> None:
    def said(password: str) -> tuple[int, list[str]]:
        page = give_password(browser, cast.sari, password)
        return page.status_code, list(page.context["form"].non_field_errors())

    User.objects.filter(id=cast.sari.id).update(is_active=False)
    first = [said(PASSWORD), said("salah"), said(PASSWORD), said(PASSWORD), said(PASSWORD)]
    assert first == [first[0]] * 5
    assert said(PASSWORD) == said("salah") != first[0]


def test_the_count_of_wrong_passwords_lies_in_a_table_shared_by_all_processes(browser: OfficeBrowser, cast: Cast) -> None:
    give_password(browser, cast.sari, "salah")
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from foundation_cache where cache_key like '%login_failed%'")
        assert cursor.fetchone()[0] > 0


def test_nobody_signs_up_and_no_password_is_reset_by_mail(browser: OfficeBrowser, db: None) -> None:
    assert {browser.get(path).status_code for path in ("/accounts/signup/", "/masuk/daftar/", "/accounts/password/reset/")} == {404}
    assert not is_in(browser)


def test_an_unknown_address_and_a_wrong_password_are_answered_alike_and_as_slowly(browser: OfficeBrowser, cast: Cast) -> None:
    def said(address: str) -> tuple[list[str], float]:
        begun = time.monotonic()
        page = browser.post("/masuk/", {"login": address, "password": "salah"})
        return list(page.context["form"].non_field_errors()), time.monotonic() - begun

    known, unknown = said("sari@kantor.example"), said("tidak-ada@kantor.example")
    assert known[0] == unknown[0] != []
    assert unknown[1] > known[1] / 4


def test_ending_all_sessions_ends_this_one_and_every_other(browser: OfficeBrowser, cast: Cast) -> None:
    other = OfficeBrowser()
    sign_in(browser, cast.sari)
    sign_in_elsewhere(other, cast.sari)
    assert is_in(other)
    browser.post("/saya/keluar-semua/")
    assert not is_in(browser)
    assert not is_in(other)


def sign_in_elsewhere(browser: Client, colleague: Colleague) -> None:
    """A code works once; elsewhere takes a recovery code."""
    code = RecoveryCodes.activate(User.objects.get(id=colleague.id)).get_unused_codes()[0]
    give_password(browser, colleague)
    give_code(browser, code)
    browser.get("/masuk/perangkat/")


def test_revoking_a_device_ends_its_session_and_no_other(browser: OfficeBrowser, cast: Cast) -> None:
    lost = OfficeBrowser()
    sign_in(browser, cast.sari)
    sign_in_elsewhere(lost, cast.sari)
    browser.post(f"/saya/perangkat/{lost.session['device']}/pencabutan/")
    assert is_in(browser)
    assert not is_in(lost)
