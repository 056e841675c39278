"""The page of a case: its facts for everybody at the desk, everything for its holder, and nothing typed is ever lost."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from sisada.foundation.letter import Place, Stay
from sisada.foundation.letter import Reporter as Writer
from sisada.inside.cases import trail
from sisada.inside.cases.tests.conftest import STORY, CommittedDesk, Reporter
from sisada.inside.cases.tests.pages import page, seen, send, state_of
from tests.cast import Cast, Colleague
from tests.specimen import Specimen

ClientOf = Callable[[Colleague], Client]
HERE = Place(kelurahan="31.74.06.1001", text="", lat=-6.2912, lon=106.7971, pin_from="map")  # of no other test's report
SQL = Path(trail.__file__).parent / "sql"
PHOTO = b"\xff\xd8 a photo, encoded anew"


@pytest.fixture
def its(committed_desk: CommittedDesk) -> UUID:
    letter = Reporter().letter(nationality="Utopia", reporter=Writer("Ibu RT", "0812"), photos=(hashlib.sha256(PHOTO).hexdigest(),))
    return committed_desk.case(letter, photos=(PHOTO,))


@pytest.fixture
def held(its: UUID, committed_desk: CommittedDesk, cast: Cast) -> UUID:
    committed_desk.claim(its, cast.dimas.id)
    return its


@pytest.fixture
def meja(client_of: ClientOf, cast: Cast) -> Client:
    return client_of(cast.dimas)


def test_whoever_does_not_hold_it_sees_facts_and_the_button_to_take_it(its: UUID, meja: Client) -> None:
    shown = page(meja, "cases_one", its)
    assert "Isinya terbuka setelah Anda ambil" in shown
    assert STORY not in shown
    assert "Ibu RT" not in shown


def test_a_colleague_sees_who_holds_it_and_not_what_was_said(held: UUID, client_of: ClientOf, cast: Cast) -> None:
    shown = page(client_of(cast.wirawan), "cases_one", held)
    assert "Isinya hanya dibaca pemegangnya" in shown
    assert "Dimas P." in shown
    assert STORY not in shown


def test_the_holder_reads_everything_and_why_the_nationality_is_not_there(held: UUID, meja: Client) -> None:
    shown = page(meja, "cases_one", held)
    for expected in (STORY, "Ibu RT · 0812", "Kebangsaan tersembunyi sampai putusan ditulis", "place-pin", "Kode cek"):
        assert expected in shown
    assert "Utopia" not in shown
    photo = meja.get(reverse("cases_photo", args=[held, _photo_of(held)]))
    assert (b"".join(photo), photo.headers["Content-Type"]) == (PHOTO, "image/jpeg")
    assert "no-store" in photo.headers["Cache-Control"]


def test_a_photo_is_not_shown_without_an_open_page(held: UUID, meja: Client) -> None:
    assert meja.get(reverse("cases_photo", args=[held, _photo_of(held)])).status_code == 404


def test_the_same_open_page_is_one_look(held: UUID, meja: Client) -> None:
    page(meja, "cases_one", held)
    page(meja, "cases_one", held)
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from audit_look where subject = %s and purpose = 'case'", [held])
        assert cursor.fetchone() == (1,)


def test_notes_and_messages_go_two_ways(held: UUID, meja: Client) -> None:
    shown = page(meja, "cases_one", held)
    send(meja, "cases_note", held, text="Tanya RT dulu.")
    send(meja, "cases_message", held, seen=seen(shown), text="Terima kasih, kami baca.", kirim="pesan")
    internal, _, reporters = page(meja, "cases_one", held).partition("lane-reporter")
    assert "Tanya RT dulu." in internal
    assert "Tanya RT dulu." not in reporters
    assert "Terima kasih, kami baca." in reporters
    assert "Simpan catatan internal" in internal
    assert "Kirim pesan kepada pelapor" in reporters


def test_a_question_stops_the_clock(held: UUID, meja: Client) -> None:
    send(meja, "cases_message", held, seen=seen(page(meja, "cases_one", held)), sentence="ask.where", kirim="tanya")
    assert state_of(held) == "waiting_reporter"


def test_a_message_that_names_a_nationality_comes_back_with_its_words(held: UUID, meja: Client) -> None:
    answer = send(meja, "cases_message", held, seen=seen(page(meja, "cases_one", held)), text="Orang Jepang itu", kirim="pesan")
    assert answer.status_code == 409
    assert "Orang Jepang itu" in answer.content.decode()
    assert "kewarganegaraan" in answer.content.decode()


def test_what_was_typed_stays_when_the_case_changed_meanwhile_and_can_be_sent_again(held: UUID, meja: Client) -> None:
    old = seen(page(meja, "cases_one", held))
    send(meja, "cases_message", held, seen=old, text="Jam berapa?", kirim="tanya")
    answer = send(meja, "cases_decide", held, seen=old, kind="not_fact", why="Tidak ada saksi.", not_fact="closed.nothing-found")
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Berubah sementara Anda membaca" in shown
    assert "Tidak ada saksi." in shown
    form = shown[shown.index('id="putusan"') :]
    send(meja, "cases_decide", held, seen=seen(form), kind="not_fact", why="Tidak ada saksi.", not_fact="closed.nothing-found")
    assert state_of(held) == "closed"


def test_a_decision_needs_its_ground_and_the_sentence_that_the_reporter_reads(held: UUID, meja: Client) -> None:
    answer = send(meja, "cases_decide", held, seen=seen(page(meja, "cases_one", held)), kind="not_ours", why="")
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Pilih kalimat yang akan dibaca pelapor" in shown
    assert state_of(held) == "reviewing"


def test_an_open_page_hears_that_the_case_changed_and_the_event_carries_nothing(held: UUID, meja: Client, client_of: ClientOf) -> None:
    old = seen(page(meja, "cases_one", held))
    assert "Berubah" not in page(meja, "cases_state", held, versi=old)
    send(meja, "cases_message", held, seen=old, text="Jam berapa?", kirim="tanya")
    assert "Berubah sementara Anda membaca" in page(meja, "cases_state", held, versi=old)


def test_two_officers_who_take_it_at_once_the_second_is_told(its: UUID, client_of: ClientOf, cast: Cast) -> None:
    assert send(client_of(cast.dimas), "cases_claim", its).status_code == 302
    answer = send(client_of(cast.ratna), "cases_claim", its)
    assert answer.status_code == 409
    assert "sedang dipegang rekan Anda" in answer.content.decode()


def test_released_it_is_anybodys_again_and_handed_over_the_colleagues(held: UUID, meja: Client, client_of: ClientOf, cast: Cast) -> None:
    send(meja, "cases_hand_over", held, to=str(cast.ratna.id))
    assert "Isinya hanya dibaca pemegangnya" in page(meja, "cases_one", held)
    send(client_of(cast.ratna), "cases_release", held)
    assert "Isinya terbuka setelah Anda ambil" in page(meja, "cases_one", held)


def test_a_list_of_who_stays_shows_what_the_records_say_line_by_line(committed_desk: CommittedDesk, meja: Client, cast: Cast) -> None:
    stays = (Stay(uuid4(), "DOE JANE", "Utopia", "X12345678", None, None),)
    case = committed_desk.case(Reporter().letter("presence", stays=stays))
    committed_desk.claim(case, cast.dimas.id)
    shown = page(meja, "cases_one", case)
    assert "DOE JANE" in shown
    assert "Belum dibandingkan" in shown
    assert "Dijawab" in shown


def test_similar_cases_stand_beside_it_and_one_key_merges(committed_desk: CommittedDesk, meja: Client, cast: Cast) -> None:
    held = committed_desk.case(Reporter().letter(place=HERE))
    committed_desk.claim(held, cast.dimas.id)
    other = committed_desk.case(Reporter().letter(place=HERE))
    shown = page(meja, "cases_one", held)
    assert f'value="{other}"' in shown
    answer = send(meja, "cases_merge", held, seen=seen(shown), into=str(other))
    assert answer.headers["Location"] == reverse("cases_one", args=[other])
    assert meja.get(reverse("cases_one", args=[held])).status_code == 404


def test_a_person_is_found_and_linked_on_the_ground_of_the_case(held: UUID, meja: Client, resident: Specimen) -> None:
    assert send(meja, "cases_find_person", held).headers["Location"] == reverse("search")
    card = page(meja, "person", resident.id)
    assert "Kaitkan dengan laporan L-" in card
    answer = send(meja, "cases_link_person", resident.id)
    assert reverse("cases_one", args=[held]) in answer.headers["Location"]
    assert "Buka kartu" in page(meja, "cases_one", held)


def test_under_an_order_the_card_offers_no_link(office_client: Client, resident: Specimen) -> None:
    assert "Kaitkan dengan laporan" not in page(office_client, "person", resident.id)


def _photo_of(case: UUID) -> UUID:
    with connection.cursor() as cursor:
        cursor.execute('select id from cases_photo where "case" = %s', [case])
        row = cursor.fetchone()
    assert row
    found: UUID = row[0]
    return found


def test_every_deed_that_the_database_notes_has_words() -> None:
    noted = {code for file in SQL.glob("*.sql") for code in re.findall(r"cases_changed\([^;]*'([a-z-]+)'", file.read_text("utf-8"))}
    assert len(noted) > 20
    assert noted <= set(trail.WORDS)
