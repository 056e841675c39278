"""What is in question stands on the card until it is settled; a mark is put once, and nobody but cases' functions puts or ends one."""

import uuid

import psycopg
import pytest
from django.db import connection
from django.test import Client

from sisada.inside.lookup.marks import FIELDS
from tests.specimen import Specimen

pytestmark = pytest.mark.django_db


def put(person: uuid.UUID, kind: str, subject: uuid.UUID, about: str | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select lookup_put_mark(%s, %s, %s, %s)", [person, kind, subject, about])


def end(subject: uuid.UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select lookup_end_mark(%s)", [subject])


def card(client: Client, person: uuid.UUID) -> str:
    return client.get(f"/orang/{person}/").content.decode()


def test_a_card_shows_what_is_in_question_until_it_is_settled(office_client: Client, eriksson: Specimen) -> None:
    objection, found = uuid.uuid4(), uuid.uuid4()
    put(eriksson.id, "disputed", objection)
    put(eriksson.id, "discrepancy", found, "address")
    page = card(office_client, eriksson.id)
    assert "Disengketakan sejak" in page
    assert "Ketidaksesuaian terbuka: alamat, sejak" in page
    end(objection)
    page = card(office_client, eriksson.id)
    assert "Disengketakan" not in page
    assert "Ketidaksesuaian terbuka" in page


def test_a_mark_of_one_person_stands_on_nobody_elses_card(office_client: Client, eriksson: Specimen) -> None:
    put(uuid.uuid4(), "disputed", uuid.uuid4())
    assert "Disengketakan" not in card(office_client, eriksson.id)


def test_a_mark_is_put_once_and_again_after_it_ended(eriksson: Specimen) -> None:
    subject = uuid.uuid4()
    for _ in range(2):
        put(eriksson.id, "disputed", subject)
    end(subject)
    put(eriksson.id, "disputed", subject)
    with connection.cursor() as cursor:
        cursor.execute("select count(*), count(until) from lookup_mark where subject = %s", [subject])
        assert cursor.fetchone() == (2, 1)


@pytest.mark.parametrize("statement", ["select lookup_put_mark(%s, 'disputed', %s)", "select lookup_end_mark(%s)"])
def test_the_office_face_puts_and_ends_none(office_login: psycopg.Connection[tuple[object, ...]], statement: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        office_login.execute(statement.encode(), [uuid.uuid4()] * statement.count("%s"))


@pytest.mark.parametrize("about", [*FIELDS, "something-new"])
def test_every_field_has_its_words(office_client: Client, eriksson: Specimen, about: str) -> None:
    put(eriksson.id, "discrepancy", uuid.uuid4(), about)
    assert "Ketidaksesuaian terbuka:" in card(office_client, eriksson.id)
