"""What the public sent stands inside once and as it came; what cannot be taken holds up nothing, is never lost, and people are told."""

import psycopg
import pytest

from sisada.crossing import inward
from sisada.inside.accounts.roles import Role
from tests.cast import hire
from tests.crossing.house import House, Letter

WAITING = "select count(*) from letterbox_letter where carried_at is null"
JOBS = "select count(*) from procrastinate_jobs where task_name = 'cases.open_letters'"


def refuse(house: House, *letters: Letter, sqlstate: str = "22000") -> None:
    """From now on the inside cannot take these letters."""
    house.admin.execute(
        f"""create or replace function refuse() returns trigger language plpgsql as
        $$ begin raise exception 'refused' using errcode = '{sqlstate}'; end $$""".encode()
    )
    for letter in letters:
        house.admin.execute(
            f"""create trigger "refuse {letter.id}" before insert on cases_inbox for each row
            when (new.id = '{letter.id}') execute function refuse()""".encode()
        )


def mend(house: House) -> None:
    house.admin.execute("drop function refuse() cascade")


def test_a_letter_stands_inside_as_it_was_received_with_its_photos_in_order(house: House) -> None:
    letter = Letter(parts=(b"first photo", b"second photo"))
    received_at = letter.put_in(house.street)
    assert house.fetch() == 1
    kept = house.admin.execute("select id, thread, digest, sealed, parts, received_at from cases_inbox").fetchall()
    assert kept == [(letter.id, letter.thread, letter.digest, letter.sealed, list(letter.parts), received_at)]
    assert house.outside_one(WAITING) == 0


def test_what_was_carried_is_not_carried_again(house: House) -> None:
    Letter().put_in(house.street)
    assert [house.fetch(), house.fetch()] == [1, 0]


def test_a_passage_killed_before_it_marked_carries_again_and_the_inside_takes_it_once(house: House) -> None:
    Letter().put_in(house.street)
    house.fetch()
    house.outside_admin.execute("update letterbox_letter set carried_at = null")
    jobs = house.one(JOBS)
    assert house.fetch() == 1
    assert house.one("select count(*) from cases_inbox") == 1
    assert house.one(JOBS) == jobs


def test_a_letter_that_a_phone_sends_again_weeks_later_is_not_taken_again(house: House) -> None:
    letter = Letter()
    first_answer = letter.put_in(house.street)
    house.fetch()
    house.outside_admin.execute("update letterbox_letter set carried_at = carried_at - interval '8 days'")
    inward.sweep(house.carrier)
    assert letter.put_in(house.street) == first_answer
    assert house.fetch() == 0


def test_the_worker_is_woken_in_the_same_transaction_once_for_all(house: House) -> None:
    for _ in range(5):
        Letter().put_in(house.street)
    house.fetch()
    assert house.one(JOBS) == 1


def test_more_letters_than_fit_into_one_round_come_in_the_next(house: House) -> None:
    for _ in range(inward.LETTERS_AT_ONCE + 3):
        Letter().put_in(house.street)
    assert [house.fetch(), house.fetch()] == [inward.LETTERS_AT_ONCE, 3]


def test_a_letter_that_cannot_be_taken_holds_up_no_other(house: House) -> None:
    poison, healthy = Letter(), Letter()
    for letter in (poison, healthy):
        letter.put_in(house.street)
    refuse(house, poison)
    assert house.fetch() == 1
    assert house.one("select id from cases_inbox") == healthy.id
    assert house.outside_one("select id from letterbox_letter where carried_at is null") == poison.id


def test_a_hundred_letters_that_cannot_be_taken_do_not_hold_up_the_one_behind_them(house: House) -> None:
    many = [Letter() for _ in range(inward.LETTERS_AT_ONCE)]
    for letter in many:
        letter.put_in(house.street)
    refuse(house, *many)
    assert house.fetch() == 0
    Letter().put_in(house.street)
    assert house.fetch() == 1


def test_at_the_third_time_the_admins_are_told_once_and_nobody_else(house: House) -> None:
    admin = hire(house.admin, "penjaga", "Penjaga", role=Role.ADMIN)
    hire(house.admin, "meja", "Meja", role=Role.MEJA)
    poison = Letter()
    poison.put_in(house.street)
    refuse(house, poison)
    told = []
    for _ in range(5):
        house.fetch()
        told.append(house.admin.execute("select for_user, kind from waiting_notice where subject = %s", [poison.id]).fetchall())
        house.clock += 3600
    assert told == [[], [], *[[(admin.id, "letter-held")]] * 3]
    assert house.one("select why from cases_poison where letter = %s", [poison.id]) == "DataException"


def test_it_is_tried_ever_more_seldom_and_never_given_up(house: House) -> None:
    poison = Letter()
    poison.put_in(house.street)
    refuse(house, poison)
    tries = 0
    for _ in range(3600):
        before = house.aside.now()
        house.fetch()
        tries += before == [] and house.aside.now() == [poison.id]
        house.clock += 1
    assert 12 <= tries <= 20
    mend(house)
    house.clock += 600
    assert house.fetch() == 1
    assert house.one("select sealed from cases_inbox") == poison.sealed


def test_a_letter_that_passes_after_all_ends_the_alarm(house: House) -> None:
    hire(house.admin, "penjaga", "Penjaga", role=Role.ADMIN)
    poison = Letter()
    poison.put_in(house.street)
    refuse(house, poison)
    for _ in range(3):
        house.fetch()
        house.clock += 3600
    mend(house)
    house.fetch()
    assert house.one("select count(*) from waiting_notice") == house.one("select count(*) from waiting_done") == 1


def test_another_letter_under_a_known_id_changes_nothing_inside_stays_outside_and_is_told(house: House) -> None:
    admin = hire(house.admin, "penjaga", "Penjaga", role=Role.ADMIN)
    letter = Letter()
    letter.put_in(house.street)
    house.fetch()
    house.outside_admin.execute("update letterbox_letter set carried_at = null, sealed = 'other', digest = 'other'")
    assert house.fetch() == 0
    assert house.one("select sealed from cases_inbox") == letter.sealed
    assert house.outside_one(WAITING) == 1
    assert house.one("select for_user from waiting_notice where subject = %s", [letter.id]) == admin.id
    assert house.aside.now() == [letter.id]


def test_an_instant_that_no_calendar_holds_is_a_letter_like_any_other_that_cannot_be_taken(house: House) -> None:
    spoilt, healthy = Letter(), Letter()
    for letter in (spoilt, healthy):
        letter.put_in(house.street)
    house.outside_admin.execute("update letterbox_letter set received_at = 'infinity' where id = %s", [spoilt.id])
    assert house.fetch() == 1
    assert house.aside.now() == [spoilt.id]


def test_what_weighs_more_than_any_letter_can_is_not_even_read(house: House) -> None:
    heavy, healthy = Letter(), Letter(parts=(bytes(300_000),) * 5)
    for letter in (heavy, healthy):
        letter.put_in(house.street)
    house.outside_admin.execute("insert into letterbox_part values (%s, 0, convert_to(repeat('x', 9000000), 'UTF8'))", [heavy.id])
    assert house.fetch() == 1
    assert house.aside.now() == [heavy.id]


@pytest.mark.parametrize("sqlstate", ["40001", "53100", "55P03", "57P01"])
def test_a_side_that_is_unwell_is_no_letters_fault(house: House, sqlstate: str) -> None:
    letter = Letter()
    letter.put_in(house.street)
    refuse(house, letter, sqlstate=sqlstate)
    with pytest.raises(psycopg.OperationalError):
        house.fetch()
    assert house.aside.now() == []
    assert house.outside_one(WAITING) == 1


def test_a_session_cut_in_the_middle_marks_nothing(house: House) -> None:
    Letter().put_in(house.street)
    house.worker.execute("select 1")
    house.admin.execute("select pg_terminate_backend(%s)", [house.worker.info.backend_pid])
    with pytest.raises(psycopg.OperationalError):
        house.fetch()
    assert house.outside_one(WAITING) == 1


def test_two_passages_at_once_take_each_letter_once(house: House) -> None:
    """The one before was killed, and its session inside has not ended yet."""
    letter = Letter()
    letter.put_in(house.street)
    with psycopg.connect(house.inside.url(house.name, "sisada_worker")) as dead:
        dead.execute("select cases_take(%s, %s, %s, %s, %s, now())", [letter.id, letter.thread, letter.digest, letter.sealed, []])
        dead.pgconn.send_query(b"select pg_sleep(0.3)")
        dead.pgconn.finish()
    assert house.fetch() == 1
    assert house.one("select count(*) from cases_inbox") == 1
