"""An address that is nobody's, and a form that was open too long: whoever is signed in stays in his own frame."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests import office_role
from tests.attacker import Office
from tests.cast import Cast, Colleague, register_device

pytestmark = pytest.mark.django_db
ROOM, DOOR = 'href="/saya/"', 'class="frame-door"'


@pytest.mark.parametrize("path", ["/tidak-ada/", "/orang/bukan-id/", "/surat-perintah/00000000-0000-0000-0000-000000000000/"])
def test_a_mistyped_address_shows_the_rooms_of_whoever_is_signed_in(
    client_of: Callable[[Colleague], Client], cast: Cast, path: str
) -> None:
    answer = client_of(cast.sari).get(path)
    page = answer.content.decode()
    assert answer.status_code == 404
    assert "<title>Halaman tidak ditemukan · Sisada Keramas</title>" in page
    assert ROOM in page
    assert cast.sari.name in page
    assert DOOR not in page


def test_a_mistyped_address_shows_the_door_to_everybody_else(db: None, cast: Cast, committed: Office) -> None:
    revoked = office_role.signed_in(cast.sari, ground=None)
    session = revoked.session
    session["device"] = str(register_device(committed, cast.sari.id))
    committed.execute("update sign_in_device set revoked_at = now() where id = %s", [session["device"]])
    session.save()
    for browser in (Client(), office_role.with_password_alone(cast.sari), revoked):
        answer = browser.get("/tidak-ada/")
        page = answer.content.decode()
        assert answer.status_code == 404
        assert "<title>Halaman tidak ditemukan · Sisada Keramas</title>" in page
        assert DOOR in page
        assert cast.sari.name not in page


def test_a_form_that_was_open_too_long_leaves_its_sender_inside(cast: Cast, client_of: Callable[[Colleague], Client]) -> None:
    browser = client_of(cast.sari)
    browser.handler.enforce_csrf_checks = True
    answer = browser.post("/cari/", {"isian": "eriksson"})
    assert answer.status_code == 403
    assert ROOM in answer.content.decode()
