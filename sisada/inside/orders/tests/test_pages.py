"""What officers and superiors see of orders, findings and the rota: who may enter, what is kept, what a list costs."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sisada.foundation.clock import now, office_today
from sisada.inside.orders.named_persons import NAMED
from sisada.inside.orders.tests.conftest import HOUR, Desk
from tests.cast import PANCORAN, RAWAJATI, Cast, Colleague

ClientOf = Callable[[Colleague], Client]
MOMENT = "%Y-%m-%dT%H:%M"


@pytest.fixture
def typed(cast: Cast) -> dict[str, Any]:
    """A form of an order, rightly filled in."""
    begins = now() + timedelta(days=1)
    window = {"valid_from": begins.strftime(MOMENT), "valid_until": (begins + HOUR).strftime(MOMENT)}
    return {"purpose": "Pengawasan rutin", "officers": [str(cast.sari.id)], "areas": [PANCORAN], **window}


def the_order(page: Any) -> UUID:
    return UUID(page.headers["Location"].rstrip("/").rsplit("/", 1)[1])


def test_an_order_drawn_up_waits_until_somebody_else_signs_it(client_of: ClientOf, cast: Cast, typed: dict[str, Any]) -> None:
    page = client_of(cast.sari).post("/surat-perintah/baru/", typed)
    assert page.status_code == 302
    signer = client_of(cast.ratna)
    shown = signer.get(page.headers["Location"]).content.decode()
    assert "menunggu persetujuan" in shown
    assert "siapa pun yang ditemui di wilayah itu" in shown
    answered = signer.post(f"{page.headers['Location']}persetujuan/", follow=True).content.decode()
    assert re.search(r"SP\xa0\d{4}/[IVX]+/\d{4}", answered)
    assert "disetujui Ratna Dewi" in answered


WRONG = [
    ({"purpose": ""}, "id_purpose"),
    ({"officers": []}, "id_officers"),
    ({"areas": []}, "id_areas"),
    ({"areas": ["99.99"]}, "id_areas"),
    ({"valid_until": "2020-01-01T08:00"}, "id_valid_until"),
    ({"valid_from": "kemarin"}, "id_valid_from"),
    ({"valid_from": "2020-01-01T08:00"}, "id_valid_from"),
    ({"valid_until": "2099-01-01T08:00"}, "id_valid_until"),
]


@pytest.mark.parametrize(("changed", "field"), WRONG)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    office_client: Client, typed: dict[str, Any], changed: dict[str, Any], field: str
) -> None:
    page = office_client.post("/surat-perintah/baru/", typed | changed)
    shown = page.content.decode()
    assert page.status_code == 422
    assert f'href="#{field}' in shown
    assert "purpose" in changed or "Pengawasan rutin" in shown
    assert field == "id_areas" or f'value="{PANCORAN}" checked' in shown


def test_a_window_that_is_too_long_is_told_with_its_limit_beside_the_other_mistakes(office_client: Client, typed: dict[str, Any]) -> None:
    ends = (now() + timedelta(days=1, minutes=1) + timedelta(days=31)).strftime(MOMENT)
    shown = office_client.post("/surat-perintah/baru/", typed | {"valid_until": ends, "areas": [], "purpose": ""}).content.decode()
    assert "Surat perintah berlaku paling lama 31 hari." in shown
    assert {"id_purpose", "id_areas", "id_valid_until"} <= set(re.findall(r'href="#(id_[a-z_]*[a-z])', shown))


def test_a_page_of_an_order_is_renewed_when_it_has_come_further_and_left_alone_when_not(
    client_of: ClientOf, cast: Cast, desk: Desk
) -> None:
    order = desk.draw_up(cast.sari, valid_from=now() - HOUR)
    drafter, path = client_of(cast.sari), f"/surat-perintah/{order}/"
    assert f'hx-get="{path}?tampil=waiting"' in drafter.get(path).content.decode()
    assert drafter.get(f"{path}?tampil=waiting", headers={"HX-Request": "true"}).status_code == 204
    number = desk.approve(order, cast.ratna)
    renewed = drafter.get(f"{path}?tampil=waiting", headers={"HX-Request": "true"}).content.decode()
    assert f'<h1 class="bar-title">{number.replace(" ", chr(160))}</h1>' in renewed
    assert "pembatalan" not in renewed


def test_whom_an_order_in_force_names_may_take_it_as_his_ground_there(client_of: ClientOf, cast: Cast, desk: Desk) -> None:
    order = desk.draw_up(cast.dimas, valid_from=now() - HOUR)
    path = f"/surat-perintah/{order}/"
    assert "Pakai dasar ini" not in client_of(cast.sari).get(path).content.decode()
    desk.approve(order, cast.ratna)
    offered = {who.key: "Pakai dasar ini" in client_of(who).get(path).content.decode() for who in (cast.sari, cast.dimas, cast.ratna)}
    assert offered == {"sari": True, "dimas": False, "ratna": False}
    assert client_of(cast.sari).post("/dasar/", {"ground": str(order)}).headers["Location"] == "/cari/"


def test_a_kecamatan_swallows_its_kelurahan(office_client: Client, typed: dict[str, Any], desk: Desk) -> None:
    order = the_order(office_client.post("/surat-perintah/baru/", typed | {"areas": [RAWAJATI, PANCORAN]}))
    assert desk.order(order).area_codes == [PANCORAN]
    assert desk.order(order).place == "Pancoran"


def test_whoever_the_next_order_names_is_counted_once_and_forgotten_afterwards(
    office_client: Client, typed: dict[str, Any], desk: Desk
) -> None:
    one, other = uuid4(), uuid4()
    for person in (one, other, one):
        assert office_client.post(f"/orang/{person}/surat-perintah/").headers["Location"] == "/surat-perintah/baru/"
    kept = office_client.post("/surat-perintah/baru/", typed | {"lepas": str(other)})
    assert kept.status_code == 200
    assert "Pengawasan rutin" in kept.content.decode()
    assert office_client.session[NAMED] == [str(one)]
    order = the_order(office_client.post("/surat-perintah/baru/", typed))
    assert desk.order(order).persons_named == 1
    assert NAMED not in office_client.session


def test_the_page_of_an_order_never_says_whom_it_names(client_of: ClientOf, cast: Cast, desk: Desk) -> None:
    named = uuid4()
    order = desk.draw_up(cast.dimas, persons=(named,))
    shown = client_of(cast.wirawan).get(f"/surat-perintah/{order}/").content.decode()
    assert "1 orang yang disebut" in shown
    assert str(named) not in shown


def test_only_the_buttons_that_work_are_offered(client_of: ClientOf, cast: Cast, desk: Desk) -> None:
    order = desk.draw_up(cast.ratna)
    offered = {who.key: _offers(client_of(who), f"/surat-perintah/{order}/") for who in (cast.ratna, cast.wirawan, cast.sari)}
    assert offered == {"ratna": {"pembatalan"}, "wirawan": {"persetujuan", "penolakan"}, "sari": set()}
    desk.approve(order, cast.wirawan)
    offered = {who.key: _offers(client_of(who), f"/surat-perintah/{order}/") for who in (cast.ratna, cast.wirawan, cast.sari)}
    assert offered == {"ratna": {"pembatalan"}, "wirawan": {"pembatalan"}, "sari": set()}


def _offers(client: Client, path: str) -> set[str]:
    return set(re.findall(rf'action="{path}(\w+)/"', client.get(path).content.decode()))


def test_a_refusal_without_a_reason_asks_for_it(client_of: ClientOf, cast: Cast, desk: Desk) -> None:
    order = desk.draw_up(cast.sari)
    page = client_of(cast.ratna).post(f"/surat-perintah/{order}/penolakan/", {"why": ""})
    assert page.status_code == 422
    assert desk.order(order).refused_by is None


def test_a_list_of_orders_costs_the_same_however_many_they_are(office_client: Client, cast: Cast, desk: Desk) -> None:
    desk.draw_up(cast.dimas)
    few = questions_of(office_client, "/surat-perintah/")
    for _ in range(24):
        desk.draw_up(cast.dimas)
    many = questions_of(office_client, "/surat-perintah/")
    assert len(few) == len(many) <= 9, many  # who is asking (4), the list, its names, what waits, the ground
    assert len([question for question in many if "from orders_order" in question]) == 1


def questions_of(client: Client, path: str) -> list[str]:
    """What the page asks the database."""
    with CaptureQueriesContext(connection) as asked:
        client.get(path)
    ours = ("SAVEPOINT", "RELEASE", "set local role", "reset role")
    return [query["sql"] for query in asked if not query["sql"].startswith(ours)]


def test_older_orders_follow_by_key(office_client: Client, cast: Cast, desk: Desk) -> None:
    made = [desk.draw_up(cast.dimas) for _ in range(26)]
    first = office_client.get("/surat-perintah/")
    older = office_client.get(f"/surat-perintah/?setelah={first.context['next']}")
    assert [row.id for row in first.context["rows"]][:25] == made[:0:-1]
    assert older.context["rows"][0].id == made[0]
    assert office_client.get("/surat-perintah/?setelah=bukan-kunci").status_code == 200


def test_a_finding_is_not_there_for_colleagues(client_of: ClientOf, cast: Cast, desk: Desk) -> None:
    finding = desk.report(cast.sari)
    seen = {who.key: client_of(who).get(f"/temuan/{finding}/").status_code for who in (cast.sari, cast.rahmat, cast.ratna, cast.wirawan)}
    assert seen == {"sari": 200, "rahmat": 404, "ratna": 200, "wirawan": 200}
    assert client_of(cast.rahmat).get(f"/surat-perintah/baru/?temuan={finding}").status_code == 404


def test_a_finder_lists_his_own_and_a_superior_whatever_needs_somebody(client_of: ClientOf, cast: Cast, desk: Desk) -> None:
    waiting, refused, approved = (desk.report(cast.sari) for _ in range(3))
    theirs = desk.report(cast.ratna)
    desk.answer(refused, cast.ratna, approve=False)
    desk.answer(approved, cast.ratna)
    listed = {path: [row.id for row in client_of(cast.wirawan).get(path).context["rows"]] for path in ("/temuan/", "/temuan/?semua")}
    assert listed["/temuan/"] == [theirs, approved, waiting]
    assert set(listed["/temuan/?semua"]) >= {theirs, approved, refused, waiting}
    assert {row.id for row in client_of(cast.sari).get("/temuan/").context["rows"]} == {approved, refused, waiting}


def test_a_list_of_findings_costs_the_same_however_many_they_are(client_of: ClientOf, cast: Cast, desk: Desk) -> None:
    browser = client_of(cast.wirawan)
    desk.report(cast.sari)
    few = questions_of(browser, "/temuan/")
    for _ in range(24):
        desk.report(cast.sari)
    many = questions_of(browser, "/temuan/")
    assert len(few) == len(many) <= 10, many  # as for orders, and which findings the strip speaks of
    assert len([question for question in many if "from orders_finding as finding" in question]) == 1


def test_a_missed_clock_shows_in_words(client_of: ClientOf, cast: Cast, desk: Desk) -> None:
    finding = desk.report(cast.sari)
    desk.answer(finding, cast.ratna)
    desk.pass_time(timedelta(hours=27), of=finding)
    shown = client_of(cast.ratna).get("/temuan/").content.decode()
    assert "surat perintah terlambat" in shown
    assert "lewat 3\xa0jam" in shown
    assert "Surat perintah untuk temuan langsung terlambat" in shown  # the strip


def test_an_approved_finding_says_so_and_when_its_order_is_due(client_of: ClientOf, cast: Cast, desk: Desk) -> None:
    finding = desk.report(cast.sari)
    desk.answer(finding, cast.ratna)
    shown = client_of(cast.sari).get(f"/temuan/{finding}/")
    assert "Disetujui · surat perintah menyusul sebelum " in shown.content.decode()
    assert shown.context["finding"].mark == "boleh-tinggal"


def test_no_answer_is_given_by_anything_but_the_two_buttons(client_of: ClientOf, cast: Cast, desk: Desk) -> None:
    finding = desk.report(cast.sari)
    client_of(cast.ratna).post(f"/temuan/{finding}/jawaban/", {"jawaban": "mungkin"})
    assert desk.finding(finding).approved is None


@pytest.mark.parametrize("opened", ["/temuan/{finding}/", "/temuan/"])
def test_who_opened_the_page_or_its_list_has_read_what_told_of_it(client_of: ClientOf, cast: Cast, desk: Desk, opened: str) -> None:
    finding = desk.report(cast.sari)
    desk.answer(finding, cast.ratna)
    finder = client_of(cast.sari)
    told = "Temuan Anda disetujui"
    finder.get(f"/temuan/{finding}/", headers={"HX-Request": "true"})  # a page that renews itself may lie face down
    assert told in finder.get("/saya/").content.decode()
    assert told not in finder.get(opened.format(finding=finding)).content.decode()
    assert told not in finder.get("/saya/").content.decode()


def test_whoever_works_under_an_approved_finding_knows_of_it(client_of: ClientOf, cast: Cast, desk: Desk) -> None:
    finding = desk.report(cast.sari)
    desk.answer(finding, cast.ratna)
    finder = client_of(cast.sari)
    finder.post("/dasar/", {"ground": str(finding)})
    assert "Temuan Anda disetujui" not in finder.get("/saya/").content.decode()


def test_a_line_says_which_finding_waits_and_stands_on_every_page_but_that_one(client_of: ClientOf, cast: Cast, desk: Desk) -> None:
    finding = desk.report(cast.sari)
    superior = client_of(cast.ratna)
    elsewhere, there = superior.get("/saya/").content.decode(), superior.get(f"/temuan/{finding}/").content.decode()
    assert re.search(r"Temuan langsung menunggu jawaban Anda</strong> <span[^>]*>Rawajati · \d\d\.\d\d\.\d\d<", elsewhere)
    assert 'class="waiting-row' not in there
    assert 'data-waiting="1"' in there  # it waits nevertheless: the stream compares with this
    assert 'class="waiting-row' in superior.get("/menunggu/", headers={"HX-Current-URL": "https://kantor.example/saya/"}).content.decode()
    renewed = superior.get("/menunggu/", headers={"HX-Current-URL": f"https://kantor.example/temuan/{finding}/"}).content.decode()
    assert 'class="waiting-row' not in renewed


def test_the_finder_sees_who_is_asked_and_his_page_is_drawn_anew_when_the_next_one_is(client_of: ClientOf, cast: Cast, desk: Desk) -> None:
    finding = desk.report(cast.sari)
    finder = client_of(cast.sari)
    page = finder.get(f"/temuan/{finding}/").content.decode()
    renews = re.search(r'hx-get="([^"]*)" hx-select="#temuan" hx-trigger="waiting, load delay:(\d+)s"', page)
    assert renews
    assert 0 < int(renews[2]) <= 181
    assert re.search(r"Ratna Dewi, sejak \d\d\.\d\d\.\d\d", page)
    assert "Wirawan, sejak" not in page
    assert finder.get(renews[1], headers={"HX-Request": "true"}).status_code == 204
    with connection.cursor() as cursor:  # three minutes pass
        cursor.execute("update waiting_notice set visible_from = visible_from - interval '3 minutes' where subject = %s", [finding])
    renewed = finder.get(renews[1], headers={"HX-Request": "true"}).content.decode()
    assert re.search(r"Wirawan, sejak \d\d\.\d\d\.\d\d", renewed)


def test_officers_named_in_an_order_are_told_when_it_is_signed_and_the_signer_is_not(client_of: ClientOf, cast: Cast, desk: Desk) -> None:
    order = desk.draw_up(cast.dimas, valid_from=now() - HOUR, officers=(cast.sari.id, cast.ratna.id))
    number = desk.approve(order, cast.ratna).replace(" ", "\xa0")
    told = "Surat perintah yang menyebut Anda berlaku"
    shown = client_of(cast.sari).get("/saya/").content.decode()
    assert told in shown
    assert f"{number}, Pancoran" in shown
    assert told not in client_of(cast.ratna).get("/saya/").content.decode()


def test_the_rota_is_set_and_taken_back_by_superiors(client_of: ClientOf, cast: Cast, db: None) -> None:
    today = office_today().isoformat()
    browser = client_of(cast.wirawan)
    assert "Hari ini tidak ada giliran." in browser.get("/temuan/giliran/").content.decode()
    row = {"officer": str(cast.ratna.id), "turn": "1", "first_day": today, "last_day": today}
    shown = browser.post("/temuan/giliran/", row, follow=True)
    assert "Giliran 1</strong> · Ratna Dewi" in shown.content.decode() or "Giliran 1 · Ratna Dewi" in shown.content.decode()
    turn = shown.context["turns"][0]["row"].id
    assert browser.post(f"/temuan/giliran/{turn}/pencabutan/", follow=True).context["turns"] == []


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"turn": "0"}, 422),
        ({"turn": "10"}, 422),
        ({"last_day": "2020-01-01"}, 422),
        ({"first_day": "2020-01-01"}, 422),
        ({"officer": "x"}, 422),
    ],
)
def test_a_turn_that_cannot_be_is_refused(client_of: ClientOf, cast: Cast, db: None, changed: dict[str, str], status: int) -> None:
    today = office_today().isoformat()
    row = {"officer": str(cast.ratna.id), "turn": "1", "first_day": today, "last_day": today} | changed
    assert client_of(cast.wirawan).post("/temuan/giliran/", row).status_code == status
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from orders_rota")
        assert cursor.fetchone() == (0,)
