"""A new office: its first head, privacy supervisor and admin come in by an invitation, as everybody after them."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from sisada.foundation.clock import office_today
from sisada.inside.accounts.models import RoleHeld
from sisada.inside.accounts.roles import Role, roles_of
from sisada.sign_in.models import User
from tests.office_role import OfficeBrowser

pytestmark = pytest.mark.django_db


@pytest.fixture
def nobody_yet(db: None) -> None:
    RoleHeld.objects.all().delete()


def make(role: str, email: str = "pertama@kantor.example") -> str:
    said = StringIO()
    call_command("first_person", role=role, name="Pertama", email=email, stdout=said)
    return said.getvalue()


@pytest.mark.parametrize("role", ["admin", "kepala", "pengawas"])
def test_the_first_of_a_role_is_invited_by_the_operator(nobody_yet: None, role: str) -> None:
    code = make(role).split()[1]
    user = User.objects.get(email="pertama@kantor.example")
    assert roles_of(user.id, on=office_today()) == {Role(role)}
    opened = OfficeBrowser().post("/undangan/", {"email": user.email, "code": code})
    assert opened.headers["Location"] == "/undangan/kata-sandi/"


def test_there_is_no_second_first_one(nobody_yet: None) -> None:
    make("admin")
    with pytest.raises(CommandError):
        make("admin", "kedua@kantor.example")
