"""What a browser was sent to by another site opens nobody; and what no keyboard types breaks no page."""

from collections.abc import Callable

import pytest
from django.test import Client

from sisada.inside.lookup.own_pages import FromAnotherSite
from tests.attacker import Office
from tests.cast import RAWAJATI, Cast, Colleague
from tests.specimen import Specimen

pytestmark = pytest.mark.django_db
FROM_ANOTHER_SITE = {"Sec-Fetch-Site": "cross-site"}
LOOKS = "select count(*) from audit_look where officer = %s"


def looks_of(owner: Office, who: Colleague) -> int:
    row = owner.execute(LOOKS, [who.id]).fetchone()
    assert row
    return int(row[0])


@pytest.mark.parametrize(
    "page", ["/orang/{id}/", "/orang/{id}/kartu/", "/orang/{id}/foto/", "/orang/{id}/langsung/", "/cari/1/", "/wilayah/daftar/2/"]
)
def test_a_link_on_another_site_opens_nobody_and_puts_no_look_on_record(
    page: str, office_client: Client, eriksson: Specimen, cast: Cast, committed: Office
) -> None:
    office_client.post("/cari/", {"isian": eriksson.passport})
    office_client.post(f"/wilayah/{RAWAJATI}/daftar/")
    url, before = page.format(id=eriksson.id), looks_of(committed, cast.sari)
    answer = office_client.get(url, headers=FROM_ANOTHER_SITE)
    assert (answer.status_code, answer.context["problem"].code) == (403, "lookup.from-another-site")
    assert eriksson.primary.upper() not in answer.content.decode().upper()
    assert looks_of(committed, cast.sari) == before


@pytest.mark.parametrize("site", ["same-origin", "same-site", "none"])
def test_our_own_pages_and_typed_addresses_open_as_ever(site: str, office_client: Client, eriksson: Specimen) -> None:
    assert office_client.get(f"/orang/{eriksson.id}/", headers={"Sec-Fetch-Site": site}).status_code == 200


def test_a_look_is_not_opened_for_review_from_another_site(
    client_of: Callable[[Colleague], Client], cast: Cast, eriksson: Specimen
) -> None:
    answer = client_of(cast.lestari).get(f"/audit/tinjauan/{eriksson.id}/", headers=FROM_ANOTHER_SITE)
    assert answer.context["problem"].code == FromAnotherSite.code


@pytest.mark.parametrize("typed", ["\0", "L898902C3\0", "Anna\0 Eriksson", "\0\0anna erik"])
def test_signs_that_no_keyboard_types_are_left_out(typed: str, office_client: Client, eriksson: Specimen) -> None:
    answer = office_client.post("/cari/", {"isian": typed})
    assert answer.status_code == (200 if typed == "\0" else 302)


def test_the_tabs_title_names_nobody_and_no_state_so_that_a_renewed_card_leaves_it_true(office_client: Client, eriksson: Specimen) -> None:
    """Titles stay in a browser's history: that alone is reason enough."""
    whole = office_client.get(f"/orang/{eriksson.id}/").content.decode()
    assert "<title>Orang · Sisada Keramas</title>" in whole
    assert "<title>" not in office_client.get(f"/orang/{eriksson.id}/kartu/").content.decode()
