"""From a look to what it shows, under the office face's own role; and what the pages of Cari, Orang and Wilayah cost."""

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sisada.foundation.clock import office_today
from sisada.inside.audit.looks import Look, LookRefused, Purpose, begin_look, end_look, look_pool
from sisada.inside.lookup import find
from sisada.inside.lookup.match import Contrast, Field, Word
from sisada.inside.lookup.mrz_check_digits import check_digit
from sisada.inside.lookup.question import understand
from tests import specimen
from tests.attacker import Office
from tests.cast import RAWAJATI, Cast
from tests.office_role import as_office
from tests.specimen import Specimen

pytestmark = pytest.mark.django_db
SIGNED_IN = 4  # every request: session, user, device, roles
FRAME = 2  # every page: the ground one works under, what waits for one
QUIET_KELURAHAN = "31.74.08.1002"


def searched(cast: Cast, typed: str) -> find.Found:
    """What Cari does between the box and the page."""
    question = understand(typed, office_today())
    look = begin_look(
        cast.sari.id, cast.sari.device, ground=cast.ground.id, purpose=Purpose.SEARCH, query=question.to_json() | {"typed": typed}
    )
    with as_office():
        find.put_on_record(look, question)
        return find.by_anything(look)


def card_look(cast: Cast, person: uuid.UUID) -> Look:
    return begin_look(cast.sari.id, cast.sari.device, ground=cast.ground.id, purpose=Purpose.CARD, subject=person)


@pytest.mark.parametrize(
    "typed",
    ["L898902C3", "l898902c3", "L8989O2C3", "2C21JEL898902C3", "NL898902C3", "Eriksson Anna Maria", "anna erik", "ERIKSSON 12-08-1974"],
)
def test_eriksson_is_found_by_number_misread_number_name_in_any_order_and_birth_date(typed: str, cast: Cast, eriksson: Specimen) -> None:
    assert eriksson.id in [hit.id for hit in searched(cast, typed).hits]


def mrz(*, expires_on: date, sex: str = "F") -> str:
    """Eriksson's passport, as it would be printed with this end and sex."""
    end = expires_on.strftime("%y%m%d")
    line = f"L898902C36UTO7408122{sex}{end}{check_digit(end)}ZE184226B<<<<<1"
    return f"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n{line}{check_digit(line[:10] + line[13:20] + line[21:43])}"


def test_a_pasted_mrz_is_answered_sama_persis(cast: Cast, eriksson: Specimen) -> None:
    (hit,) = searched(cast, mrz(expires_on=eriksson.document_until)).hits
    assert hit.match
    assert (hit.id, hit.match.word, hit.match.differ) == (eriksson.id, Word.EXACT, ())


def test_a_pasted_mrz_with_another_sex_and_end_is_a_question_that_names_both_sides(cast: Cast, eriksson: Specimen) -> None:
    (hit,) = searched(cast, mrz(expires_on=date(2030, 4, 15), sex="M")).hits
    assert hit.match
    assert (hit.id, hit.match.word) == (eriksson.id, Word.COMPARE)
    assert hit.match.contrasts == (
        Contrast(Field.SEX, "M", "F"),
        Contrast(Field.EXPIRY, "2030-04-15", eriksson.document_until.isoformat()),
    )


def test_only_an_mrz_draws_sex_issuer_and_end(cast: Cast, eriksson: Specimen) -> None:
    for typed, sex, more in ((eriksson.passport, None, set()), (mrz(expires_on=date(2030, 4, 15)), "F", {"issuer", "valid_until"})):
        query = understand(typed, office_today()).to_json() | {"typed": typed}
        look = begin_look(cast.sari.id, cast.sari.device, ground=cast.ground.id, purpose=Purpose.SEARCH, query=query)
        with as_office(), connection.cursor() as cursor:
            cursor.execute("select sex, numbers from lookup_candidates(%s, %s)", [look.id, look.officer])
            drawn, numbers = cursor.fetchone()
        (document,) = [one for one in json.loads(numbers) if one["kind"] == "document"]
        assert (drawn, set(document) - {"kind", "exact", "folded"}) == (sex, more)


def test_who_is_not_meant_is_not_shown(cast: Cast, eriksson: Specimen) -> None:
    assert searched(cast, "L898902C9").hits == ()


def test_of_many_alike_twenty_are_shown_and_all_are_weighed(cast: Cast) -> None:
    with connection.cursor() as cursor:
        for number in range(25):
            specimen.write(cursor.cursor, f"serupa {number}")
    assert len(searched(cast, "anna serupa").hits) == find.most_shown()


def test_a_card_comes_with_its_check_code_and_an_unknown_person_with_none(cast: Cast, eriksson: Specimen) -> None:
    known, unknown = card_look(cast, eriksson.id), card_look(cast, uuid.uuid4())
    with as_office():
        answer = find.card(known)
        assert answer is not None
        assert answer[0].id == eriksson.id
        assert find.photo(known) == specimen.PICTURE
        assert find.card(unknown) is None


def test_a_refusal_of_the_database_is_the_pages_problem_with_its_sentence(cast: Cast, eriksson: Specimen) -> None:
    look = card_look(cast, eriksson.id)
    end_look(look, why="page-closed")
    with as_office(), pytest.raises(LookRefused) as raised:
        find.card(look)
    assert raised.value.code == "look.over"


def test_an_areas_list_is_paged_by_key_and_nobody_is_left_out_or_shown_twice(office_client: Client) -> None:
    with connection.cursor() as cursor:
        residents = {str(specimen.write(cursor.cursor, f"warga {n}", kelurahan=QUIET_KELURAHAN, unit=f"{n:03}").id) for n in range(60)}
    shown: list[str] = []
    after = {"after": "", "first": "1"}
    for _ in range(2):
        opened = office_client.post(f"/wilayah/{QUIET_KELURAHAN}/daftar/", after)
        page = office_client.get(opened.headers["Location"])
        shown += [row.href.split("/")[2] for row in page.context["rows"]]
        after = page.context["next"] or {}
    assert len(shown) == 60
    assert set(shown) == residents
    assert after == {}


def test_a_number_of_people_needs_no_look_and_names_nobody(office_client: Client, eriksson: Specimen) -> None:
    with costs(at_most=SIGNED_IN + FRAME + 3, looks=0):  # ground, number, age
        page = office_client.get(f"/wilayah/{RAWAJATI}/").content.decode()
    assert eriksson.primary not in page


@contextmanager
def costs(*, at_most: int, looks: int) -> Iterator[None]:
    """So many questions on the page's own connection at the most, and exactly so many on the looks' one. Dated rules, which a process asks
    anew every ten seconds, do not count."""
    before = look_pool().get_stats().get("requests_num", 0)
    with CaptureQueriesContext(connection) as asked:
        yield
    beside = ("SAVEPOINT", "RELEASE", "set local role", "reset role", "select rules_value(")
    own = [query["sql"] for query in asked if not query["sql"].startswith(beside) and "from rules_counted" not in query["sql"]]
    assert len(own) <= at_most, "\n".join(own)
    assert look_pool().get_stats().get("requests_num", 0) - before == looks


def test_a_search_costs_one_look_one_draw_and_one_list_put_on_record(office_client: Client, eriksson: Specimen) -> None:
    with costs(at_most=SIGNED_IN + 3, looks=2):  # ground, draw, session
        office_client.post("/cari/", {"isian": eriksson.passport})


@pytest.mark.parametrize("alike", [1, 20])
def test_results_cost_the_same_however_many_they_are(alike: int, office_client: Client) -> None:
    with connection.cursor() as cursor:
        for number in range(alike):
            specimen.write(cursor.cursor, f"serupa {number}")
    office_client.post("/cari/", {"isian": "anna serupa"})
    with costs(at_most=SIGNED_IN + FRAME + 4, looks=1):  # rows, age twice, ground once more for the box
        page = office_client.get("/cari/1/")
    assert len(page.context["rows"]) == alike


def test_a_card_costs_one_look_and_one_call(office_client: Client, eriksson: Specimen) -> None:
    with costs(at_most=SIGNED_IN + FRAME + 3, looks=1):  # ground, card, age
        office_client.get(f"/orang/{eriksson.id}/")


def test_a_card_read_again_costs_no_new_look(office_client: Client, eriksson: Specimen, committed: Office) -> None:
    office_client.get(f"/orang/{eriksson.id}/")
    with costs(at_most=SIGNED_IN + FRAME + 3, looks=1):  # the one question is which look is open
        office_client.get(f"/orang/{eriksson.id}/kartu/")
    rows = committed.execute("select count(*) from audit_look where subject = %s", [eriksson.id]).fetchone()
    assert rows == (1,)


def test_an_areas_list_costs_one_look_one_draw_and_one_list_put_on_record(office_client: Client, eriksson: Specimen) -> None:
    with costs(at_most=SIGNED_IN + 3, looks=2):  # ground, draw, session
        office_client.post(f"/wilayah/{RAWAJATI}/daftar/")
    with costs(at_most=SIGNED_IN + FRAME + 3, looks=1):  # rows, age, number
        office_client.get("/wilayah/daftar/1/")
    with costs(at_most=SIGNED_IN + FRAME + 2, looks=0):  # numbers, age
        office_client.get("/wilayah/")
