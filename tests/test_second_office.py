"""Another office is another file: what the pages say, which areas they offer and in whose name orders are drawn up all follow it."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from sisada.foundation.clock import now
from sisada.foundation.office import office
from sisada.inside.accounts.roles import Role
from tests import access, office_role, specimen
from tests.attacker import Office as Owner
from tests.cast import Cast, Colleague, TestGround, publish_ground
from tests.servers import ROOT
from tests.specimen import Specimen

pytestmark = pytest.mark.django_db
FILE = Path(__file__).parent / "data" / "office-bogor.toml"
REGENCY, CITY = "32.01", "32.71"
DESA = f"{REGENCY}.07.2004"  # neither its name nor its border is shipped
FIRST_OFFICE = re.compile(r"jakarta\W+selatan|jaksel|31\.74", re.IGNORECASE)
MOMENT = "%Y-%m-%dT%H:%M"
BOOT = """
import django; django.setup()
from django.conf import settings
from django.test import Client
print(settings.MFA_TOTP_ISSUER, Client(SERVER_NAME="localhost").get("/masuk/").content.decode())
"""


@pytest.fixture
def bogor(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[None]:
    """This process serves Bogor, and so does whatever it starts."""
    monkeypatch.setenv("SISADA_OFFICE_FILE", str(FILE))
    office.cache_clear()
    settings.MFA_TOTP_ISSUER = office().short_name
    yield
    monkeypatch.undo()
    office.cache_clear()


@pytest.fixture
def villager(bogor: None, db: None) -> Specimen:
    with connection.cursor() as cursor:
        return specimen.write(cursor.cursor, "tetangga", kelurahan=DESA)


@pytest.fixture
def ground(committed: Owner, cast: Cast) -> TestGround:
    """Under which Bogor's officers work: the whole regency, not the city."""
    return publish_ground(committed, officers=[one.id for one in cast.everybody()], areas=(REGENCY,))


@pytest.fixture
def browser(bogor: None, cast: Cast, ground: TestGround) -> Client:
    """Sari's, in Bogor."""
    return office_role.signed_in(cast.sari, ground=ground)


def said(page: Any) -> str:
    """Everything an answer says."""
    return f"{dict(page.headers)} {page.cookies.output()} {page.content.decode(errors='replace')}"


def test_the_office_face_starts_with_another_office_and_says_its_name(bogor: None, office_url: str) -> None:
    environment = os.environ | {"DATABASE_URL": office_url}
    started = subprocess.run(
        [sys.executable, "-c", BOOT], env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert started.returncode == 0, started.stderr[-2000:]
    assert started.stdout.startswith(office().short_name)
    assert FIRST_OFFICE.search(started.stdout) is None


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("role", list(Role))
def test_no_page_of_any_role_says_a_word_of_the_first_office(
    role: Role, language: str, villager: Specimen, cast: Cast, ground: TestGround
) -> None:
    colleague = cast.of_role(role)
    reader = office_role.signed_in(colleague, ground=ground)
    reader.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    assert pages_naming_the_first_office(reader, colleague, villager) == {}


def test_whoever_is_not_signed_in_reads_no_word_of_it_either(villager: Specimen, cast: Cast) -> None:
    assert pages_naming_the_first_office(office_role.OfficeBrowser(), cast.sari, villager) == {}


def test_the_first_offices_own_pages_do_say_its_name(office_client: Client, cast: Cast, eriksson: Specimen) -> None:
    """So these tests would see it."""
    assert len(pages_naming_the_first_office(office_client, cast.sari, eriksson)) >= 10


def pages_naming_the_first_office(reader: Client, colleague: Colleague, villager: Specimen) -> dict[str, str]:
    found = {}
    for route in access.routes():
        url = access.example_url(route, person=villager.id, device=colleague.device, area=REGENCY)
        page = reader.get(url)
        if not page.streaming and (word := FIRST_OFFICE.search(said(page))):
            found[url] = word.group()
    return found


def test_without_kelurahan_wilayah_shows_the_cities_and_regencies_with_their_numbers(browser: Client, villager: Specimen) -> None:
    page = browser.get("/wilayah/")
    assert [group["name"] for group in page.context["groups"]] == ["Jawa Barat"]
    assert [(one["name"], one["number"]) for group in page.context["groups"] for one in group["kelurahan"]] == [
        ("Kabupaten Bogor", 1),
        ("Kota Bogor", 0),
    ]
    assert page.context["total"] == 1


def test_a_regency_is_listed_whole_under_a_ground_that_covers_it_whole(browser: Client, villager: Specimen) -> None:
    assert "Provinsi Jawa Barat" in browser.get(f"/wilayah/{REGENCY}/").content.decode()
    listed = browser.get(browser.post(f"/wilayah/{REGENCY}/daftar/").headers["Location"])
    assert [row.href for row in listed.context["rows"]] == [f"/orang/{villager.id}/"]
    assert listed.context["total"] == 1


def test_the_city_beside_it_is_not_covered(browser: Client) -> None:
    assert browser.post(f"/wilayah/{CITY}/daftar/").status_code == 403


@pytest.mark.parametrize("code", ["31.74.08.1003", "31.74", "32", "32.02", DESA])
def test_no_area_but_the_listed_ones_is_a_page(code: str, browser: Client) -> None:
    assert browser.get(f"/wilayah/{code}/").status_code == 404


def test_an_order_offers_the_regencies_and_is_numbered_as_this_offices_own(browser: Client, cast: Cast, ground: TestGround) -> None:
    form = browser.get("/surat-perintah/baru/")
    assert [code for group in form.context["areas"] for code, _words, _ticked in group.boxes] == [REGENCY, CITY]
    begins = now() + timedelta(days=1)
    typed = {"purpose": "Pengawasan rutin", "officers": [str(cast.sari.id)], "areas": [CITY], "valid_from": begins.strftime(MOMENT)}
    drawn = browser.post("/surat-perintah/baru/", typed | {"valid_until": (begins + timedelta(hours=4)).strftime(MOMENT)})
    assert drawn.status_code == 302
    signed = office_role.signed_in(cast.ratna, ground=ground).post(f"{drawn.headers['Location']}persetujuan/", follow=True)
    assert "Kota Bogor" in signed.content.decode()
    assert FIRST_OFFICE.search(said(signed)) is None
    with connection.cursor() as cursor:
        cursor.execute("select office_code, area_codes from orders_order where id = %s", [drawn.headers["Location"].split("/")[-2]])
        assert cursor.fetchone() == ("BOGOR", [CITY])
        cursor.execute("select last from orders_number where office_code = 'BOGOR'")
        assert cursor.fetchone() == (1,)
