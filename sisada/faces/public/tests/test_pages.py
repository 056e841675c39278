"""What holds for every page: no cookie, no other origin, nothing kept that must not be, and both languages."""

import gzip
import json
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, get_resolver

KELURAHAN = "31.74.08.1003"
[PREFIXED] = [one for one in get_resolver().url_patterns if not isinstance(one, URLPattern)]
# Every route there is, one for each kind of argument.
PAGES = [*(f"/{one.pattern}" for one in PREFIXED.url_patterns if not one.pattern.converters), f"/poster/{KELURAHAN}/"]
FIRST_SCREEN_BYTES = 60_000
BUILT = Path(settings.STATIC_ROOT) / "built"


@pytest.fixture
def visitor() -> Client:
    return Client()


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_answers_sets_no_cookie_and_loads_nothing_of_others(visitor: Client, page: str, prefix: str) -> None:
    answer = visitor.get(prefix + page)
    assert answer.status_code == 200
    assert not answer.cookies
    assert "Set-Cookie" not in answer.headers
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Content-Language"] == (prefix.strip("/") or "id")


@pytest.mark.parametrize("page", ["/lapor/", "/ikuti/", "/tanda-terima/"])
def test_what_may_hold_a_report_or_a_code_is_kept_by_nobody(visitor: Client, page: str) -> None:
    assert visitor.get(page).headers["Cache-Control"] == "no-store"
    assert visitor.post(page).headers["Cache-Control"] == "no-store"


def test_every_route_with_an_argument_is_among_the_pages_tested_here() -> None:
    assert {str(one.pattern) for one in PREFIXED.url_patterns if one.pattern.converters} == {"poster/<str:code>/"}


@pytest.mark.parametrize("page", ["/tidak-ada/", "/ko/lapor/", "/zh/", "/poster/31.74.08/", "/poster/99.99.99.9999/"])
def test_what_is_not_there_has_a_page_of_ours_that_leads_on(visitor: Client, page: str) -> None:
    answer = visitor.get(page)
    assert answer.status_code == 404
    assert 'class="button button-second" href="' in answer.content.decode()


def test_a_page_that_is_not_there_says_so_in_plain_words(visitor: Client) -> None:
    assert "Mungkin alamatnya salah ketik" in visitor.get("/tidak-ada/").content.decode()


def test_the_first_screen_weighs_at_most_sixty_kilobytes(visitor: Client) -> None:
    """What a phone with an empty cache loads: the page as sent, its style, script, sign, and the worker of the proof. No font."""
    names = json.loads((BUILT / "manifest.json").read_text())
    for page in ("/", "/lapor/"):
        html = visitor.get(page).content
        asked = [name for name in names.values() if name.encode() in html and not name.startswith(("font", "atkinson"))]
        files = sum(len((BUILT / f"{name}.gz").read_bytes()) for name in asked)
        assert len(html) + files <= FIRST_SCREEN_BYTES


def test_no_font_is_asked_for_by_the_first_screen(visitor: Client) -> None:
    style = json.loads((BUILT / "manifest.json").read_text())["public.css"]
    assert b"@font-face" not in gzip.decompress((BUILT / f"{style}.gz").read_bytes())
    assert b"woff2" not in visitor.get("/").content


def test_a_post_needs_no_token_since_nobody_carries_anything(visitor: Client) -> None:
    assert Client(enforce_csrf_checks=True).post("/lapor/").status_code == 200
