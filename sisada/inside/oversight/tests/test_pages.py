"""Audit as its people see it: who may enter, what a question leads to, and what it costs."""

import json
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from psycopg import Connection

from sisada.foundation.check_codes import check_code
from sisada.inside.oversight.tests.conftest import OpenGround, aged, opened_card
from tests import office_role, specimen
from tests.cast import Cast, Colleague, TestGround
from tests.specimen import Specimen

Owner = Connection[Any]
pytestmark = pytest.mark.django_db
OF_THE_SUPERVISOR = ("/audit/", "/audit/kode/", "/audit/tinjauan/")


@pytest.fixture
def neighbour(committed: Owner) -> Specimen:
    return specimen.write(committed.cursor(), "warga")


def ask(browser: Client, url: str, typed: dict[str, str]) -> Any:
    """A question by POST, and the page that it leads to."""
    asked = browser.post(url, typed)
    assert asked.status_code == 302, asked.content.decode()
    return browser.get(asked.headers["Location"])


@pytest.mark.parametrize("url", OF_THE_SUPERVISOR)
def test_only_the_supervisor_enters_audit(url: str, client_of: Callable[[Colleague], Client], cast: Cast, supervisor: Client) -> None:
    assert supervisor.get(url).status_code == 200
    for colleague in (cast.sari, cast.ratna, cast.dimas, cast.wirawan, cast.agus):
        assert client_of(colleague).get(url).status_code == 403


def test_the_supervisor_lands_in_audit_and_finds_it_among_the_rooms(supervisor: Client) -> None:
    assert supervisor.get("/").headers["Location"] == "/audit/"
    assert "Siapa melihat siapa, kapan, atas dasar apa." in supervisor.get("/audit/").content.decode()


def test_without_a_review_no_trail_is_read(cast: Cast) -> None:
    browser = office_role.signed_in(cast.lestari, ground=None)
    problem = browser.post("/audit/", {"number": ""}).context["problem"]
    assert problem.code == "look.no-ground"
    assert "tinjauan" in str(problem.sentence)
    assert "surat perintah" not in str(problem.sentence)


def test_a_number_leads_to_the_looks_at_its_person_explained_ones_apart(
    supervisor: Client, cast: Cast, neighbour: Specimen, ground_of: OpenGround
) -> None:
    opened_card(cast.sari, cast.ground, neighbour.id)
    opened_card(cast.dimas, ground_of(cast.dimas, kind="desk-task", purposes=("card",)), neighbour.id)
    page = ask(supervisor, "/audit/", {"number": neighbour.passport.lower()})
    assert [one.who for one in page.context["explained"]] == ["Sari Nastiti"]
    assert {one.who for one in page.context["unexplained"]} == {"Dimas Prakoso", "Lestari"}
    assert neighbour.niora in page.content.decode()


def test_no_typed_number_and_no_look_stands_in_an_address(supervisor: Client, neighbour: Specimen) -> None:
    asked = supervisor.post("/audit/", {"number": neighbour.passport})
    assert asked.headers["Location"] == "/audit/jejak/1/"


def test_a_page_of_fifty_leads_to_the_next(supervisor: Client, cast: Cast, neighbour: Specimen, ground_of: OpenGround) -> None:
    task = ground_of(cast.dimas, kind="desk-task", purposes=("card",))
    for _ in range(52):
        opened_card(cast.dimas, task, neighbour.id)
    first = ask(supervisor, "/audit/", {"reference": task.reference})
    second = ask(supervisor, f"/audit/jejak/{first.context['number']}/lanjutan/", first.context["next"])
    assert (len(first.context["unexplained"]), len(second.context["unexplained"]), second.context["next"]) == (50, 2, None)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"number": "12"}, "Tulis nomornya utuh"),
        ({"first_day": "2026-11-24", "last_day": "2026-11-20"}, "Hari terakhir"),
        ({"officer": str(uuid.uuid4())}, "officer"),
    ],
)
def test_what_cannot_be_asked_is_said_and_leaves_no_look(supervisor: Client, typed: dict[str, str], said: str, committed: Owner) -> None:
    count = "select count(*) from audit_look where purpose = 'trail'"
    before = committed.execute(count).fetchone()
    answer = supervisor.post("/audit/", typed)
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert committed.execute(count).fetchone() == before


@pytest.mark.parametrize(("first", "last"), [("0001-01-01", "9999-12-31"), ("9999-12-31", ""), ("", "9999-12-30")])
def test_the_first_and_the_last_day_that_there_are_can_be_asked_for(supervisor: Client, first: str, last: str) -> None:
    assert ask(supervisor, "/audit/", {"first_day": first, "last_day": last}).status_code == 200


def test_the_place_where_a_page_ended_is_no_free_text(supervisor: Client) -> None:
    page = ask(supervisor, "/audit/", {"number": ""})
    answer = supervisor.post(f"/audit/jejak/{page.context['number']}/lanjutan/", {"at": "2026-11-24T00:00:00+07:00", "place": "x" * 33})
    assert answer.context["problem"].code == "look.question-does-not-fit"


def test_a_code_shows_the_card_as_it_stood_and_that_it_is_proven(supervisor: Client, cast: Cast, neighbour: Specimen) -> None:
    _, code = opened_card(cast.sari, cast.ground, neighbour.id)
    page = ask(supervisor, "/audit/kode/", {"code": code.lower()}).content.decode()
    assert [
        one for one in (neighbour.primary.upper(), neighbour.street, neighbour.permit, "Terbukti.") if one.upper() not in page.upper()
    ] == []
    assert "/foto/" not in page


def test_a_code_shows_the_rows_of_a_search_leading_nowhere(supervisor: Client, office_client: Client, neighbour: Specimen) -> None:
    results = office_client.post("/cari/", {"isian": neighbour.passport})
    code = office_client.get(results.headers["Location"]).context["check_code"]
    page = ask(supervisor, "/audit/kode/", {"code": code}).content.decode()
    assert neighbour.primary.upper() in page.upper()
    assert f"/orang/{neighbour.id}" not in page


def test_a_code_says_what_is_kept_and_draws_how_well_a_row_matched(supervisor: Client, office_client: Client, neighbour: Specimen) -> None:
    results = office_client.post("/cari/", {"isian": neighbour.passport})
    code = office_client.get(results.headers["Location"]).context["check_code"]
    page = ask(supervisor, "/audit/kode/", {"code": code}).content.decode()
    assert "Sama persis dengan catatan" in page
    assert 'viewBox="0 0 18 16"' in page
    assert "kecocokan tiap baris" in page


def test_a_card_by_its_code_has_no_silhouette_and_says_what_became_of_its_photo(
    supervisor: Client, cast: Cast, neighbour: Specimen
) -> None:
    _, code = opened_card(cast.sari, cast.ground, neighbour.id)
    page = ask(supervisor, "/audit/kode/", {"code": code}).content.decode()
    assert "identity-photo" not in page
    assert ("Foto tidak disimpan;" in page) != ("Waktu itu data tanpa foto;" in page)


def test_a_code_whose_time_is_over_waits_in_the_box_for_one_tap(
    supervisor: Client, cast: Cast, neighbour: Specimen, committed: Owner
) -> None:
    _, code = opened_card(cast.sari, cast.ground, neighbour.id)
    url = supervisor.post("/audit/kode/", {"code": code}).headers["Location"]
    committed.execute("update audit_look set valid_until = clock_timestamp() where officer = %s and purpose = 'trail'", [cast.lestari.id])
    page = supervisor.get(url)
    assert (page.status_code, page.context["form"]["code"].value()) == (403, check_code(code))
    assert "/cari/" not in page.content.decode()
    assert code not in url


def test_a_trail_whose_time_is_over_leads_to_audit_never_to_cari(supervisor: Client, cast: Cast, committed: Owner) -> None:
    url = supervisor.post("/audit/", {"number": ""}).headers["Location"]
    committed.execute("update audit_look set valid_until = clock_timestamp() where officer = %s and purpose = 'trail'", [cast.lestari.id])
    refusal = supervisor.get(url).context["problem"]
    assert (refusal.code, refusal.next_url, "Cari" in str(refusal.sentence)) == ("look.over", "/audit/", False)


def test_the_code_of_one_look_leads_to_what_stood_on_the_screen(supervisor: Client, cast: Cast, neighbour: Specimen) -> None:
    look, code = opened_card(cast.sari, cast.ground, neighbour.id)
    page = supervisor.get(f"/audit/tinjauan/{look.id}/").content.decode()
    assert f'name="code" value="{code}"' in page
    assert neighbour.niora in ask(supervisor, "/audit/kode/", {"code": code}).content.decode()


def test_an_opened_decoy_stands_above_what_has_waited_longer(supervisor: Client, cast: Cast, neighbour: Specimen, committed: Owner) -> None:
    earlier, _ = opened_card(cast.sari, cast.ground, neighbour.id)
    aged(committed, earlier.id, by=timedelta(hours=1))
    committed.execute("insert into oversight_case (look, why, drawn_at) values (%s, 'random', now() - interval '1 hour')", [earlier.id])
    planted = specimen.write(committed.cursor(), "umpan")
    committed.execute("insert into audit_decoy (person) values (%s)", [planted.id])
    opened_card(cast.sari, cast.ground, planted.id)
    decoys = [case["decoy"] for case in supervisor.get("/audit/tinjauan/").context["cases"]]
    assert decoys[0]
    assert decoys == sorted(decoys, reverse=True)
    assert False in decoys


@pytest.mark.parametrize(("url", "part"), [("/audit/", "angka"), ("/audit/tinjauan/", "tinjauan")])
def test_the_numbers_and_the_queue_are_asked_for_again_with_a_notice(url: str, part: str, supervisor: Client) -> None:
    page = supervisor.get(url).content.decode()
    assert f'id="{part}" hx-get="{url}" hx-select="#{part}" hx-trigger="waiting"' in page


def test_the_code_of_a_trail_shows_what_it_held(supervisor: Client, neighbour: Specimen) -> None:
    code = ask(supervisor, "/audit/", {"number": neighbour.niora}).context["check_code"]
    stood = ask(supervisor, "/audit/kode/", {"code": code}).context["answers"][0]
    assert json.loads(stood.text)["persons"][0]["niora"] == neighbour.niora


def test_a_look_is_opened_reviewed_and_leaves_the_queue(supervisor: Client, cast: Cast, neighbour: Specimen) -> None:
    look, _ = opened_card(cast.sari, cast.ground, neighbour.id)
    url = f"/audit/tinjauan/{look.id}/"
    assert neighbour.niora in supervisor.get(url).content.decode()
    assert supervisor.post(url, {"outcome": "misuse"}).status_code == 422
    assert supervisor.post(url, {"outcome": "misuse", "remark": "Tidak ada tugas."}).headers["Location"] == "/audit/tinjauan/"
    assert "Disalahgunakan" in supervisor.get(url).content.decode()


def test_a_look_that_never_was_is_not_there(supervisor: Client) -> None:
    assert supervisor.get(f"/audit/tinjauan/{uuid.uuid4()}/").status_code == 404


def test_ones_own_look_has_no_form(supervisor: Client, cast: Cast, neighbour: Specimen, committed: Owner) -> None:
    ask(supervisor, "/audit/", {"number": neighbour.niora})
    found = committed.execute("select id from audit_look where officer = %s order by begun_at desc limit 1", [cast.lestari.id]).fetchone()
    assert found is not None
    page = supervisor.get(f"/audit/tinjauan/{found[0]}/")
    assert page.context["own"]
    assert supervisor.post(f"/audit/tinjauan/{found[0]}/", {"outcome": "justified", "remark": "Wajar."}).status_code == 403


def test_a_decoy_stands_on_every_page_of_the_supervisor_and_leads_to_its_look(supervisor: Client, cast: Cast, committed: Owner) -> None:
    planted = specimen.write(committed.cursor(), "umpan")
    committed.execute("insert into audit_decoy (person) values (%s)", [planted.id])
    look, _ = opened_card(cast.sari, cast.ground, planted.id)
    page = supervisor.get("/saya/").content.decode()
    assert "Orang umpan dibuka seseorang" in page
    case = committed.execute("select id from audit_decoy_opened where look = %s", [look.id]).fetchone()
    assert case is not None
    assert f"/audit/tinjauan/{case[0]}/" in page
    assert str(look.id) not in page
    assert "umpan" in supervisor.get(f"/audit/tinjauan/{case[0]}/").content.decode()


def test_the_counter_gets_the_paper_and_nobody_else_does(
    counter: Client, client_of: Callable[[Colleague], Client], cast: Cast, neighbour: Specimen
) -> None:
    opened_card(cast.sari, cast.ground, neighbour.id)
    page = ask(counter, "/audit/permintaan/", {"number": neighbour.niora})
    assert neighbour.niora in page.content.decode()
    for one in page.context["papers"]:
        paper = counter.get(one["href"])
        assert (paper.headers["Content-Type"], paper.headers["Cache-Control"]) == ("application/pdf", "no-store, private")
        assert paper.headers["Content-Disposition"].startswith("attachment;")
        assert paper.content.startswith(b"%PDF-")
        assert cast.sari.name.encode() not in paper.content
    assert counter.get("/audit/permintaan/1/de/").status_code == 404
    for colleague in (cast.sari, cast.ratna, cast.wirawan, cast.agus):
        assert client_of(colleague).get("/audit/permintaan/").status_code == 403


def test_the_counter_under_another_ground_gets_nothing(cast: Cast, ground_of: OpenGround, neighbour: Specimen) -> None:
    browser = office_role.signed_in(cast.dimas, ground=ground_of(cast.dimas, kind="desk-task", purposes=("card",)))
    assert browser.post("/audit/permintaan/", {"number": neighbour.niora}).context["problem"].code == "look.purpose-not-covered"


def test_everybody_sees_his_own_trail_and_who_read_it(
    client_of: Callable[[Colleague], Client], cast: Cast, supervisor: Client, neighbour: Specimen
) -> None:
    opened_card(cast.sari, cast.ground, neighbour.id)
    ask(supervisor, "/audit/", {"officer": str(cast.sari.id)})
    page = client_of(cast.sari).get("/saya/jejak/").content.decode()
    assert cast.ground.reference in page
    assert "membaca jejak Anda" in page
    assert neighbour.primary.upper() not in page.upper()
    for colleague in cast.everybody():
        assert client_of(colleague).get("/saya/jejak/").status_code == 200


@pytest.mark.parametrize(("url", "most"), [("/audit/", 15), ("/audit/tinjauan/", 13), ("/saya/jejak/", 14)])
def test_a_page_asks_the_database_a_fixed_number_of_times(url: str, most: int, supervisor: Client) -> None:
    supervisor.get(url)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        supervisor.get(url)
    assert counted(asked) <= most


def test_a_trail_of_fifty_looks_asks_as_often_as_one_of_one(
    supervisor: Client, cast: Cast, neighbour: Specimen, ground_of: OpenGround, review: TestGround
) -> None:
    numbers = []
    for looks in (1, 30):
        task = ground_of(cast.dimas, kind="desk-task", purposes=("card",))
        for _ in range(looks):
            opened_card(cast.dimas, task, neighbour.id)
        asked = supervisor.post("/audit/", {"reference": task.reference})
        with CaptureQueriesContext(connection) as queries:
            supervisor.get(asked.headers["Location"])
        numbers.append(counted(queries))
    assert numbers[0] == numbers[1] <= 16


def counted(queries: CaptureQueriesContext) -> int:
    """Without the savepoints and role changes that stand for an office's autocommit here."""
    return len(
        [one for one in queries.captured_queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "ROLLBACK", "set local", "reset"))]
    )


@pytest.mark.parametrize(("path", "field"), [("/audit/", "number"), ("/audit/", "reference"), ("/audit/kode/", "code")])
def test_what_was_typed_too_long_is_refused_and_not_sent_back_whole(supervisor: Client, path: str, field: str) -> None:
    answer = supervisor.post(path, {field: "A" * 100_000})
    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert "A" * 400 not in answer.content.decode()


def test_a_number_typed_too_long_at_the_counter_is_not_sent_back_whole_either(counter: Client) -> None:
    assert "A" * 400 not in counter.post("/audit/permintaan/", {"number": "A" * 100_000}).content.decode()
