"""What the empty page of Cari offers is what the ground allows; what could not be read is asked for again."""

import uuid

import pytest
from django.test import Client

from sisada.inside.accounts.roles import Role
from sisada.inside.lookup.tests.test_mrz import TD3
from tests import office_role
from tests.attacker import Office
from tests.cast import Cast, hire, publish_ground

pytestmark = pytest.mark.django_db
WITHOUT_NUMBER = TD3.replace("L898902C36", "<<<<<<<<<0")[:-1] + "2"


@pytest.fixture
def document_in_hand(committed: Office, cast: Cast) -> Client:
    officer = hire(committed, f"document-{uuid.uuid4()}", "Dewi", role=Role.PETUGAS)
    ground = publish_ground(committed, officers=[officer.id], purposes=("card", "search"), kind="document", persons=[])
    return office_role.signed_in(officer, ground=ground)


def test_with_a_document_in_hand_the_page_asks_for_its_number_and_offers_no_name(document_in_hand: Client, office_client: Client) -> None:
    page, under_an_order = (browser.get("/cari/").content.decode() for browser in (document_in_hand, office_client))
    assert "Nomor atau MRZ dokumen di tangan" in page
    assert "eriksson" not in page
    assert "eriksson anna" in under_an_order


@pytest.mark.parametrize("typed", ["1990", "ZZ0000001"])
def test_with_a_document_in_hand_no_next_step_names_a_name_or_a_birth_date(document_in_hand: Client, typed: str) -> None:
    nothing = document_in_hand.post("/cari/", {"isian": typed}, follow=True).context["nothing"]
    assert "nomor" in nothing.note
    assert "ejaan" not in nothing.note
    assert "huruf nama" not in nothing.text


def test_an_mrz_without_a_number_is_not_searched_by_its_name(office_client: Client, committed: Office, cast: Cast) -> None:
    asked = "select count(*) from audit_look where officer = %s"
    before = committed.execute(asked, [cast.sari.id]).fetchone()
    nothing = office_client.post("/cari/", {"isian": WITHOUT_NUMBER}).context["nothing"]
    assert (nothing.fact, nothing.text[:32]) == ("Tidak terbaca", "Baris 2, tanda ke-1: nomor dokum")
    assert committed.execute(asked, [cast.sari.id]).fetchone() == before
