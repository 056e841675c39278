"""Aturan, as head and admin see it: the list, one number, what would change, the second person."""

import re
import uuid
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sisada.foundation.clock import office_today
from sisada.inside.rules.declared import capabilities
from sisada.inside.rules.tests.setting import NAME, Written, write
from tests.cast import Cast, Colleague

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Colleague], Client]
TOMORROW = office_today() + timedelta(days=1)
SOON, FEE, WINDOW = (
    "/aturan/registry.ending-soon-days:ITAS/",
    "/aturan/registry.fee-per-day/",
    "/aturan/registry.filing-window:ITAS-extension/",
)
LOOK = f"/aturan/{NAME}/"


@pytest.fixture
def admin(client_of: ClientOf, cast: Cast) -> Client:
    return client_of(cast.agus)


@pytest.fixture
def head(client_of: ClientOf, cast: Cast) -> Client:
    return client_of(cast.wirawan)


def typed(step: str, **changed: object) -> dict[str, object]:
    return {"langkah": step, "value": 25, "valid_from": TOMORROW.isoformat(), "valid_until": "", "source": "Surat 12/2026"} | changed


def seen(answer: Any) -> str:
    """The page as read: without tags, each run of blanks one blank."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.mark.parametrize("who", ["sari", "ratna", "dimas", "lestari"])
def test_others_do_not_enter(who: str, client_of: ClientOf, cast: Cast) -> None:
    browser, anything = client_of(getattr(cast, who)), uuid.uuid4()
    assert "/aturan/" not in browser.get("/saya/").content.decode()
    assert {browser.get(url).status_code for url in ("/aturan/", SOON)} == {403}
    posted = [SOON, f"/aturan/baris/{anything}/penegasan/", f"/aturan/baris/{anything}/penarikan/"]
    assert {browser.post(url, typed("simpan")).status_code for url in posted} == {403}


def test_the_list_shows_every_number_with_value_start_source_and_setter(admin: Client) -> None:
    page = seen(admin.get("/aturan/"))
    for capability in capabilities():
        assert str(capability.heading) in page
        for one in capability.subjects():
            assert str(one.rule.words) in page
    assert "Rp 1.000.000 per hari dari 1 Des 2024 PP 45/2024" in page
    assert "bawaan sistem" in page


def test_the_list_shows_one_capability_when_asked(admin: Client) -> None:
    page = seen(admin.get("/aturan/?tentang=orders"))
    assert "Dokumen di tangan 15 menit" in page
    assert "Biaya beban" not in page


@pytest.mark.parametrize(("url", "times"), [("/aturan/", 1), (SOON, 2), (LOOK, 2)])
def test_a_page_asks_once_for_its_rows(url: str, times: int, admin: Client) -> None:
    """And one number's page once for the day on which a new row may begin. What the frame asks is the frame's."""
    with CaptureQueriesContext(connection) as asked:
        admin.get(url)
    assert sum("rules_" in one["sql"] for one in asked.captured_queries) == times


@pytest.mark.parametrize("key", [one.key for capability in capabilities() for one in capability.subjects()])
def test_every_number_has_its_page_and_its_form(key: str, head: Client) -> None:
    answer = head.get(f"/aturan/{key}/")
    assert answer.status_code == 200
    assert "Baris baru" in seen(answer)
    sent = head.post(f"/aturan/{key}/", {})
    assert sent.status_code == 400
    assert "Belum dapat diteruskan" in seen(sent)


def test_an_unknown_number_is_not_there(admin: Client) -> None:
    assert admin.get("/aturan/audit.nothing/").status_code == 404


def test_what_would_change_is_shown_before_anything_is_set(admin: Client) -> None:
    page = admin.post(SOON, typed("periksa"))
    assert "Belum tersimpan" in seen(page)
    assert "25 hari sebelum habis" in seen(page)
    assert 'type="hidden" name="source" value="Surat 12/2026"' in page.content.decode()
    assert _rows_set() == 0


def test_setting_a_number_of_the_office_takes_one_person(admin: Client) -> None:
    assert admin.post(SOON, typed("simpan")).headers["Location"] == SOON
    page = seen(admin.get(SOON))
    assert "30 hari sebelum habis" in page
    assert "akan berlaku" in page
    assert "Ditetapkan Agus Salim" in page
    assert "Surat 12/2026" in page


def test_the_second_person_confirms_and_the_first_cannot(admin: Client, head: Client) -> None:
    admin.post(LOOK, typed("simpan", value=15))
    row = _last_row()
    own = seen(admin.get(LOOK))
    assert "menunggu orang kedua" in own
    assert "Anda yang mengusulkan; orang lain yang menegaskan." in own
    assert admin.post(f"/aturan/baris/{row}/penegasan/").status_code == 409
    assert "1 baris menunggu orang kedua" in seen(head.get("/aturan/"))
    assert f"/aturan/baris/{row}/penegasan/" in head.get(LOOK).content.decode()
    assert head.post(f"/aturan/baris/{row}/penegasan/").headers["Location"] == "/aturan/"
    assert "ditegaskan Wirawan" in seen(admin.get(LOOK))


def test_a_coming_row_is_taken_back(admin: Client) -> None:
    admin.post(SOON, typed("simpan"))
    assert admin.post(f"/aturan/baris/{_last_row()}/penarikan/").status_code == 302
    assert "ditarik Agus Salim" in seen(admin.get(SOON))


WRONG: dict[str, tuple[str, dict[str, object], str]] = {
    "today": (SOON, {"valid_from": office_today().isoformat()}, "Aturan baru mulai paling cepat"),
    "an end before the start": (SOON, {"valid_until": office_today().isoformat()}, "Hari terakhir terletak sebelum hari mulai."),
    "no source": (SOON, {"source": " "}, "Sumber:"),
    "no number": (SOON, {"value": "tiga"}, "Nilai baru:"),
    "a part of a number": (SOON, {"value": "1.5"}, "Nilai baru:"),
    "too much": (SOON, {"value": "366"}, "Nilai baru:"),
    "two openings": (
        WINDOW,
        {"opens_months_before": 3, "opens_days_before": 30, "closes": "last-working-day-before"},
        "Pilih salah satu: bulan atau hari.",
    ),
    "a closing without its days": (WINDOW, {"closes": "days-before"}, "Isi jumlah hari bila"),
}


@pytest.mark.parametrize("case", WRONG)
@pytest.mark.parametrize("step", ["periksa", "simpan"])
def test_a_form_that_is_wrong_keeps_what_was_typed(case: str, step: str, admin: Client) -> None:
    url, changed, words = WRONG[case]
    answer = admin.post(
        url, typed(step, source=changed.get("source", "Keputusan 7"), **{k: v for k, v in changed.items() if k != "source"})
    )
    assert answer.status_code == 400
    assert words in seen(answer)
    assert f'value="{changed.get("valid_from", TOMORROW.isoformat())}"' in answer.content.decode()
    assert _rows_set() == 0


def test_going_back_to_the_form_keeps_what_was_typed(admin: Client) -> None:
    answer = admin.post(SOON, typed("ubah", value="27"))
    assert answer.status_code == 200
    assert 'value="27"' in answer.content.decode()
    assert _rows_set() == 0


def test_rows_that_never_counted_say_so(admin: Client, cast: Cast) -> None:
    write(Written(value=15, valid_from=office_today(), needs_second=True, by=cast.agus.id))
    write(Written(value=12, valid_from=date(2026, 2, 1), by=cast.agus.id))
    page = seen(admin.get(LOOK))
    assert "tidak ditegaskan sebelum mulai" in page
    assert "berlaku sekarang" in page
    assert "sudah diganti" in page


def _rows_set() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from rules_row where set_by is not null")
        return int(cursor.fetchone()[0])


def _last_row() -> uuid.UUID:
    with connection.cursor() as cursor:
        cursor.execute("select id from rules_row where set_by is not null order by set_at desc limit 1")
        found: uuid.UUID = cursor.fetchone()[0]
        return found


def test_what_waits_for_the_second_person_stands_on_his_pages_and_leads_to_the_rule(admin: Client, head: Client) -> None:
    admin.post(LOOK, typed("simpan", value=12))
    page = head.get("/saya/").content.decode()
    assert "Perubahan aturan menunggu orang kedua" in page
    found = re.search(r"/aturan/baris/[0-9a-f-]+/", page)
    assert found
    assert head.get(found[0]).headers["Location"] == LOOK
    assert "Tegaskan" in head.get(LOOK).content.decode()
    assert "Perubahan aturan" not in admin.get("/saya/").content.decode()
    assert head.get(f"/aturan/baris/{uuid.uuid4()}/").status_code == 404
