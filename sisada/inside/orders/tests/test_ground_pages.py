"""Dasar melihat as officers see it: which grounds they are offered, what is said of each, and a mistake told in its place."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from tests.cast import Cast, Colleague

ClientOf = Callable[[Colleague], Client]


@pytest.mark.parametrize(("reference", "status"), [("B/123/XI/2026", 302), ("tamu", 422), ("", 422)])
def test_a_desk_task_is_named_by_a_number_and_not_by_a_remark(client_of: ClientOf, cast: Cast, reference: str, status: int) -> None:
    page = client_of(cast.dimas).post("/dasar/tugas-meja/", {"reference": reference})
    assert page.status_code == status
    if status == 422:
        shown = page.content.decode()
        assert 'href="#desk_task_reference"' in shown
        assert ("Keterangan tanpa nomor bukan dasar." in shown) == bool(reference)
        assert shown.count(f'value="{reference}"') == bool(reference)  # what was typed stays in its own field alone


@pytest.mark.parametrize("path", ["/dasar/tugas-meja/", "/dasar/permintaan-sendiri/"])
def test_the_address_of_a_mistaken_ground_leads_back_to_the_choice(client_of: ClientOf, cast: Cast, path: str) -> None:
    assert client_of(cast.dimas).get(path).headers["Location"] == "/dasar/"


@pytest.mark.parametrize(
    ("language", "document", "task"),
    [
        ("id", r"Dokumen di tangan · sampai \d\d\.\d\d<", "Tugas meja B/123/XI/2026<"),
        ("en", r"Document in hand · until \d\d:\d\d<", "Desk task B/123/XI/2026<"),
    ],
)
def test_a_ground_is_named_in_the_language_of_its_reader(client_of: ClientOf, cast: Cast, language: str, document: str, task: str) -> None:
    browser = client_of(cast.dimas)
    browser.post("/bahasa/", {"language": language})
    for path, typed in (("/dasar/tugas-meja/", {"reference": "B/123/XI/2026"}), ("/dasar/dokumen/", {})):
        browser.post(path, typed)
    shown = browser.get("/dasar/")
    assert shown.context["ground_kind"] == "document"
    assert len(re.findall(document, shown.content.decode())) == 2  # the strip, and the choice
    assert task in shown.content.decode()


def test_how_long_a_document_is_a_ground_is_said_before_it_is_chosen(client_of: ClientOf, cast: Cast) -> None:
    assert "Berlaku 15 menit." in client_of(cast.sari).get("/dasar/").content.decode()


OFFERED = {
    "sari": {"dokumen"},
    "ratna": {"dokumen"},
    "dimas": {"dokumen", "tugas-meja", "permintaan-sendiri"},
    "wirawan": {"dokumen"},
    "lestari": {"tinjauan", "permintaan-sendiri"},
}


@pytest.mark.parametrize("key", OFFERED)
def test_each_role_is_offered_the_grounds_that_it_may_open(client_of: ClientOf, cast: Cast, key: str) -> None:
    shown = client_of(getattr(cast, key)).get("/dasar/").content.decode()
    assert set(re.findall(r'action="/dasar/([\w-]+)/"', shown)) == OFFERED[key]
    assert ("/temuan/baru/" in shown) == (key in ("sari", "ratna"))
