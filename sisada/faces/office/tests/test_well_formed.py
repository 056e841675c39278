"""What no officer's browser sends is answered with 400, in words, and never with a page that broke."""

from typing import Any

import pytest
from asgiref.sync import async_to_sync
from asgiref.testing import ApplicationCommunicator
from django.test import Client

from sisada.faces.office.well_formed import OfficeHandler
from tests.cast import Cast
from tests.office_role import OfficeBrowser

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize("cookie", ["sisada_sesi", "sisada_perangkat", "sisada_bahasa", "sisada_csrf"])
def test_a_cookie_that_holds_nul(cookie: str) -> None:
    answer = OfficeBrowser().get("/masuk/", headers={"cookie": f'{cookie}="\\000abcdefgh"'})
    assert answer.status_code == 400
    assert "tidak dapat dibaca" in answer.content.decode()
    assert answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-7", "no-such-encoding"])
@pytest.mark.parametrize("path", ["/masuk/", "/undangan/", "/cari/", "/bahasa/"])
def test_a_body_that_says_it_is_no_utf_8(path: str, encoding: str, office_client: Client) -> None:
    for browser in (OfficeBrowser(), office_client):
        answer = browser.generic("POST", path, b"login=a&isian=a", content_type=f"{FORM}; charset={encoding}")
        assert answer.status_code == 400
        assert browser.get(f"{path}?next=a", CONTENT_TYPE=f"{FORM}; charset={encoding}").status_code == 400


@pytest.mark.parametrize("named", ["charset=utf-16", "charset=rot13", "charset=base64"])
def test_a_body_that_breaks_django_before_any_middleware(named: str) -> None:
    assert async_to_sync(status_of)(f"{FORM}; {named}") == 400


async def status_of(content_type: str) -> int:
    """What the application answers that the server runs: tests' own browsers make their requests in another way."""
    headers = [(b"host", b"localhost"), (b"content-type", content_type.encode())]
    scope = {"type": "http", "http_version": "1.1", "method": "GET", "path": "/masuk/", "query_string": b"next=a%41", "headers": headers}
    server: Any = ApplicationCommunicator(OfficeHandler(), scope)  # type: ignore[no-untyped-call]  # asgiref has no types here
    await server.send_input({"type": "http.request", "body": b""})
    begun = await server.receive_output(timeout=5)
    await server.wait(timeout=5)
    return int(begun["status"])


def test_a_body_that_says_it_is_utf_8_is_read(cast: Cast) -> None:
    answer = OfficeBrowser().generic("POST", "/masuk/", b"login=a&password=b", content_type=f"{FORM}; charset=UTF-8")
    assert answer.status_code == 200


LONG = "A" * 100_000


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/undangan/", {"email": "baru@kantor.example", "code": LONG}),
        ("/undangan/", {"email": LONG, "code": "7K4M"}),
        ("/masuk/", {"login": LONG, "password": "salah"}),
    ],
)
def test_what_was_sent_too_long_is_refused_and_not_sent_back_whole(db: None, path: str, sent: dict[str, str]) -> None:
    answer = OfficeBrowser().post(path, sent)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert "A" * 400 not in answer.content.decode()
