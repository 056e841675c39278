"""What a browser at the desk does in the tests of its pages."""

import re
from typing import Any
from uuid import UUID

from django.db import connection
from django.test import Client
from django.urls import reverse


def page(client: Client, name: str, *of: Any, **asked: str) -> str:
    """The page as text. It must have been shown."""
    answer = client.get(reverse(name, args=of), asked)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def send(client: Client, name: str, *of: Any, **typed: Any) -> Any:
    return client.post(reverse(name, args=of), typed)


def seen(text: str) -> str:
    """The version that a page showed."""
    found = re.search(r'name="seen" value="(\d+)"', text)
    assert found
    return found.group(1)


def state_of(case: UUID) -> str:
    with connection.cursor() as cursor:
        cursor.execute("select state from cases_case where id = %s", [case])
        row = cursor.fetchone()
    assert row
    return str(row[0])
