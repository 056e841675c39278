"""What somebody says by telephone or at the counter: a case in a minute, and the same code as everybody."""

import io
import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from PIL import Image

from sisada.foundation import word_code
from sisada.inside.cases.tests.pages import page, send
from tests import street_keys
from tests.cast import RAWAJATI, Cast, Colleague


@pytest.fixture
def meja(client_of: Callable[[Colleague], Client], cast: Cast) -> Client:
    return client_of(cast.dimas)


def typed(client: Client, **more: object) -> dict[str, object]:
    begun = re.search(r'name="begun" value="([^"]+)"', page(client, "cases_intake"))
    assert begun
    usual = {"channel": "phone", "what": "Ibu RT menelepon.", "kind": "activity", "category": "work", "kelurahan": RAWAJATI}
    return {"begun": begun.group(1)} | usual | more


def jpeg() -> SimpleUploadedFile:
    drawn = io.BytesIO()
    Image.new("RGB", (60, 40), (90, 120, 150)).save(drawn, "JPEG")
    return SimpleUploadedFile("IMG_2041.jpg", drawn.getvalue(), "image/jpeg")


def test_it_ends_with_seven_words_that_open_the_callers_thread(meja: Client) -> None:
    shown = meja.post(reverse("cases_intake"), typed(meja, photos=[jpeg()])).content.decode()
    words = re.findall(r"</span> <strong>(\w+)</strong>", shown)
    assert len(words) == 7
    with connection.cursor() as cursor:
        cursor.execute("select body ->> 'code_index' from cases_outgoing where kind = 'letterbox-thread' order by made_at desc limit 1")
        (index,) = cursor.fetchone()
        cursor.execute("select channel, photo_count, kelurahan from cases_case order by received_at desc limit 1")
        assert cursor.fetchone() == ("phone", 1, RAWAJATI)
    assert bytes.fromhex(index.removeprefix("\\x")) == word_code.derive(words, pepper=street_keys.PEPPER).index


def test_the_form_sent_twice_makes_one_case_and_shows_the_same_words(meja: Client) -> None:
    form = typed(meja)
    first, second = (send(meja, "cases_intake", **form).content.decode() for _ in range(2))
    address = re.compile(r"/laporan/[0-9a-f-]{36}/")
    assert address.search(first)
    assert [address.findall(one) for one in (first,)] == [address.findall(one) for one in (second,)]
    assert re.findall(r"<strong>(\w+)</strong>", first) == re.findall(r"<strong>(\w+)</strong>", second)


def test_what_is_no_photo_is_said_at_its_field_and_the_words_stay(meja: Client) -> None:
    answer = meja.post(reverse("cases_intake"), typed(meja, photos=[SimpleUploadedFile("x.jpg", b"<svg/>", "image/jpeg")]))
    assert answer.status_code == 422
    assert "bukan foto JPEG" in answer.content.decode()
    assert "Ibu RT menelepon." in answer.content.decode()


def test_words_that_are_not_of_our_form_are_refused(meja: Client) -> None:
    assert send(meja, "cases_intake", **typed(meja, begun="gampang ditebak")).status_code == 422
