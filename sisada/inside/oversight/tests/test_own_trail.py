"""Jejak saya: each look with the kind of its ground, and every supervisor on whose page a look of one's own stood."""

import uuid
from collections.abc import Callable

import pytest
from django.test import Client

from sisada.inside.accounts.roles import Role
from sisada.inside.oversight import own_looks
from sisada.inside.oversight.tests.conftest import OpenGround, opened_card
from tests import office_role, specimen
from tests.attacker import Office
from tests.cast import Colleague, TestGround, hire
from tests.specimen import Specimen

pytestmark = pytest.mark.django_db
Ask = Callable[[dict[str, str]], None]


@pytest.fixture
def neighbour(committed: Office) -> Specimen:
    return specimen.write(committed.cursor(), f"tetangga {uuid.uuid4().hex[:8]}")


@pytest.fixture
def officer(committed: Office) -> Colleague:
    """Somebody whom no other test looks at."""
    return hire(committed, f"dewi-{uuid.uuid4()}", "Dewi", role=Role.PETUGAS)


@pytest.fixture
def ask(supervisor: Client) -> Ask:
    """What Lestari asks for, until its page stood on her screen."""

    def asked(question: dict[str, str]) -> None:
        path = "/audit/kode/" if "code" in question else "/audit/"
        assert supervisor.get(supervisor.post(path, question).headers["Location"]).status_code == 200

    return asked


def seen(officer: Colleague) -> list[tuple[str, str, str | None]]:
    return [(one.what, one.seen_by, one.ground_kind) for one in own_looks.looks_at(officer.id)]


@pytest.mark.parametrize("what", ["person", "code", "ground", "time"])
def test_a_supervisor_on_whose_page_a_look_stood_is_told_whatever_he_asked_for(
    what: str, ask: Ask, officer: Colleague, ground_of: OpenGround, neighbour: Specimen
) -> None:
    ground = ground_of(officer, kind="desk-task", purposes=("card",))
    _, code = opened_card(officer, ground, neighbour.id)
    questions = {
        "person": {"number": neighbour.niora},
        "code": {"code": code},
        "ground": {"reference": ground.reference},
        "time": {"number": ""},
    }
    assert seen(officer) == []
    ask(questions[what])
    assert seen(officer) == [(what, "Lestari", "review")]


def test_a_page_on_which_no_look_of_ones_own_stood_is_not_told(
    ask: Ask, officer: Colleague, committed: Office, ground_of: OpenGround, neighbour: Specimen
) -> None:
    somebody = hire(committed, f"eko-{uuid.uuid4()}", "Eko", role=Role.PETUGAS)
    opened_card(somebody, ground_of(somebody, kind="desk-task", purposes=("card",)), neighbour.id)
    ask({"number": neighbour.niora})
    assert seen(officer) == []


def test_the_page_says_kind_of_ground_who_when_and_what_for(
    ask: Ask, officer: Colleague, ground_of: OpenGround, neighbour: Specimen
) -> None:
    ground: TestGround = ground_of(officer, kind="desk-task", purposes=("card",))
    opened_card(officer, ground, neighbour.id)
    ask({"number": neighbour.niora})
    page = office_role.signed_in(officer, ground=None).get("/saya/jejak/").content.decode()
    for words in ("Kartu orang", "Tugas meja", "membaca jejak seseorang yang Anda lihat", "Tinjauan privasi", "Lestari"):
        assert words in page
    assert neighbour.primary not in page
    assert neighbour.niora not in page
