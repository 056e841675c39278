"""The page parts and the frame: every example drawn, the tokens kept, the wire budget, axe in a real browser."""

import gzip
import json
import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from playwright.sync_api import Page, Route, sync_playwright

from sisada.faces.office.gaya import PANELS, drawn_parts
from sisada.foundation.parts.age_stamp.age import age_stamp
from sisada.foundation.parts.drawing import PARTS, draw
from sisada.foundation.parts.status_headline.examples import OVER
from sisada.foundation.parts.switches.theme import COOKIE, choose_theme, chosen_theme

OFFICE = Path(__file__).resolve().parents[1]
TOKENS = (OFFICE / "assets" / "tokens.css").read_text()
STYLES = [file for file in [*OFFICE.glob("assets/*.css"), *PARTS.glob("*/*.css")] if file.name != "tokens.css"]
BUILT = OFFICE / "static" / "built"
NOW = datetime(2026, 11, 24, 7, 3, 24, tzinfo=UTC)
CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def drawn_page(panel: str) -> str:
    """The living page inside the whole frame, as an officer would get it."""
    shown = [(word, theme, drawn_parts(panel=word, csrf_token="token")) for word, theme in PANELS[panel]]
    rooms = [
        {"name": "Cari", "url": "/", "icon": "search", "current": True},
        {"name": "Saya", "url": "/saya/", "icon": "person", "count": 2},
    ]
    frame = {
        "title": "Gaya",
        "rooms": rooms,
        "officer": {"name": "Sari N.", "line": "Petugas"},
        "sign_out_url": "/keluar/",
        "ground": {"reference": "SP 0412/XI/2026", "place": "Rawajati", "change_url": "/dasar/"},
        "copy_state": age_stamp(NOW - timedelta(seconds=2), NOW),
        "help_url": "/bantuan/",
        "language_url": "/bahasa/",
        "theme_url": "/tema/",
    }
    return render_to_string("office/gaya.html", {"panels": shown, "links": [], **frame})


def test_every_part_has_its_style_in_the_bundle_and_shows_itself() -> None:
    bundle = (OFFICE / "assets" / "office.css").read_text()
    parts = {file.parent.name for file in PARTS.glob("*/*.html")}
    assert {name for name in parts if f"/{name}/{name}.css" not in bundle} == set()
    # The sprite shows in every other part; the ruler shows in the headline.
    assert {name for name in parts if not (PARTS / name / "examples.py").exists()} == {"sprite", "permit_ruler"}


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_example_is_drawn_in_both_languages_and_obeys_the_content_policy(language: str) -> None:
    with translation.override(language):
        drawn = [html for part in drawn_parts(panel="terang", csrf_token="token") for _, html in part.examples]
    assert len(drawn) > 50
    for html in drawn:
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=", html), html


def test_no_colour_is_written_outside_the_tokens() -> None:
    written = {file.name: re.findall(r"#[0-9a-f]{3,8}\b|\brgb|\bhsl", file.read_text(), re.IGNORECASE) for file in STYLES}
    assert {name: found for name, found in written.items() if found} == {}


def test_every_token_that_a_style_uses_is_defined() -> None:
    text = TOKENS + "".join(file.read_text() for file in STYLES)
    used = set(re.findall(r"var\((--[\w-]+)", text))
    assert used - set(re.findall(r"(--[\w-]+):", text)) == set()


TEXT_ON = [
    ("ink", "ground"),
    ("ink", "surface"),
    ("ink", "sunken"),
    ("ink-2", "ground"),
    ("ink-2", "surface"),
    ("ink-2", "sunken"),
    ("on-act", "act"),
    ("ink", "act-soft"),
    ("ink-2", "act-soft"),
    ("link", "surface"),
    ("link", "ground"),
    ("link", "act-soft"),
    *((f"on-{state}", state) for state in ("lawful", "ending", "over", "ask")),
    *((f"{state}-ink", f"{state}-soft") for state in ("lawful", "ending", "over", "ask")),
]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_in_the_field_has_a_contrast_of_seven(text: str, ground: str, theme: int) -> None:
    """Source: WCAG 2.2 §1.4.6, relative luminance."""
    lighter, darker = sorted((luminance(text, theme), luminance(ground, theme)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 7


def luminance(token: str, theme: int) -> float:
    match = re.search(rf"--{token}: light-dark\((#\w{{6}}), (#\w{{6}})\)", TOKENS)
    assert match, token
    parts = [int(match[theme + 1][at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_headline_says_its_state_by_word_shape_and_date_and_hides_its_ruler_from_a_reader() -> None:
    html = draw("status_headline", {"headline": OVER})
    assert "Lewat izin" in html
    assert 'href="#shape-lewat-izin"' in html
    assert "20\N{NO-BREAK SPACE}Nov\N{NO-BREAK SPACE}2026" in html
    assert re.search(r'permit-ruler" aria-hidden="true"', html)
    assert 'x="88.20%"' in html


def test_what_a_part_is_given_is_escaped() -> None:
    html = draw("result_list", {"rows": [{"name": "<b>", "line": "<i> · <u>", "href": "/orang/1/", "why": "<s>"}]})
    assert not re.search(r"<[bius]>", html)


AGES = [
    (timedelta(0), "segar"),
    (timedelta(minutes=15), "segar"),
    (timedelta(minutes=15, seconds=1), "tertinggal"),
    (timedelta(hours=24), "tertinggal"),
    (timedelta(hours=24, seconds=1), "usang"),
]


@pytest.mark.parametrize(("age", "level"), AGES)
def test_data_is_late_after_fifteen_minutes_and_old_after_a_day(age: timedelta, level: str) -> None:
    assert age_stamp(NOW - age, NOW).level == level


def test_data_that_seems_to_come_from_the_future_is_no_seconds_old() -> None:
    assert age_stamp(NOW + timedelta(seconds=3), NOW).age_s == 0


def test_data_without_a_whole_copy_has_no_age() -> None:
    assert age_stamp(None, NOW).level == "menyalin"


def test_a_chosen_theme_is_kept_and_only_an_own_address_is_gone_back_to() -> None:
    ask = RequestFactory(headers={"host": "localhost"})
    kept = choose_theme(ask.post("/tema/", {"tema": "gelap", "next": "/cari/"}))
    assert (kept["Location"], kept.cookies[COOKIE].value) == ("/cari/", "gelap")
    assert choose_theme(ask.post("/tema/", {"tema": "terang", "next": "https://elsewhere.example/"}))["Location"] == "/"
    assert choose_theme(ask.post("/tema/", {"tema": "otomatis"})).cookies[COOKIE].value == ""


def test_a_theme_nobody_offers_is_the_devices_own() -> None:
    request = RequestFactory().get("/")
    request.COOKIES[COOKIE] = "ungu"
    assert chosen_theme(request) == "otomatis"


def test_the_first_screen_weighs_at_most_80_kilobytes_on_the_wire() -> None:
    built = {name: BUILT / file for name, file in json.loads((BUILT / "manifest.json").read_text()).items()}
    font = built["atkinson-hyperlegible-next-latin-wght-normal.woff2"].stat().st_size
    bundles = sum(len(gzip.compress(built[name].read_bytes())) for name in ("office.css", "office.js", "sign.svg"))
    page = draw(
        "result_list", {"rows": [{"name": f"NAMA {number}", "href": f"/orang/{number}/", "line": "P · 1974"} for number in range(20)]}
    )
    html = len(gzip.compress((render_to_string("office/frame.html", {"title": "Cari"}) + page).encode()))
    assert font + html + bundles <= 80_000


def serve(page: Page, html: str) -> None:
    """Answers the browser from memory: the page, and the files that were built for it."""

    def answer(route: Route) -> None:
        built = BUILT / route.request.url.rsplit("/", 1)[1]
        if built.is_file():
            route.fulfill(path=built)
        else:
            route.fulfill(body=html, content_type="text/html")

    page.route("**/*", answer)
    page.goto("http://sisada.test/")


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("panel", ["terang", "gelap"])
def test_axe_finds_nothing_in_any_part_and_no_page_is_wider_than_its_screen(panel: str, width: int) -> None:
    with translation.override("id"):
        html = drawn_page(panel)
    axe = (OFFICE.parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme="dark" if panel == "gelap" else "light")
        serve(page, html)
        page.evaluate(axe)
        found = page.evaluate("axe.run()")["violations"]
        too_wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        browser.close()
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert too_wide <= 0
