"""Whoever sends half a request holds no connection for long, and keeps nobody's page from coming."""

import socket
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest

from tests.browser.chromium import PATIENCE_MS
from tests.browser.house import House

pytestmark = pytest.mark.browser
MANY = 60  # three times what the face's two processes have connections to the database


def test_half_sent_headers_are_cut_off_and_pages_answer_meanwhile(house: House) -> None:
    with ExitStack() as stack:
        clients = [stack.enter_context(slow_client(house)) for _ in range(MANY)]
        assert house.answers()
        assert {client.recv(1000) for client in clients} == {b""}


def slow_client(house: House) -> socket.socket:
    address = urlsplit(house.url)
    client = socket.create_connection((address.hostname, address.port), timeout=PATIENCE_MS / 1000)
    client.sendall(b"GET /masuk/ HTTP/1.1\r\nHost: localhost\r\nX-Slow")
    return client
