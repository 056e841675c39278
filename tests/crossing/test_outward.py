"""What the inside publishes for the public face stands outside once; what the outside cannot take holds up nothing and is tried again."""

import uuid
from datetime import UTC, date, datetime

import psycopg
import pytest

from tests.crossing.house import House, Letter

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def box(house: House, thread: uuid.UUID, *, sealed: bytes = b"sealed words", made_at: datetime = AT) -> None:
    house.publish("letterbox-box", id=uuid.uuid4(), thread=thread, author="office", sealed=sealed, made_at=made_at)


def test_the_offices_words_stand_in_the_reporters_thread_as_they_were_sealed(house: House) -> None:
    letter = Letter()
    letter.put_in(house.street)
    box(house, letter.thread)
    assert house.carry() == 1
    boxes = house.street.execute("select author, sealed from letterbox_boxes(%s)", [letter.code_index]).fetchall()
    assert sorted(boxes) == [("office", b"sealed words"), ("reporter", letter.own_box)]


def test_a_thread_made_at_the_desk_opens_by_its_code(house: House) -> None:
    thread, index, key = uuid.uuid4(), b"i" * 32, b"k" * 32
    house.publish("letterbox-thread", id=thread, code_index=index, reporter_key=key)
    house.carry()
    assert house.street.execute("select thread, reporter_key from letterbox_open(%s)", [index]).fetchone() == (thread, key)


def test_the_end_of_a_thread_shuts_it_at_once(house: House) -> None:
    letter = Letter()
    letter.put_in(house.street)
    house.publish("letterbox-thread-end", thread=letter.thread, ended_at=AT)
    house.carry()
    assert house.street.execute("select thread from letterbox_open(%s)", [letter.code_index]).fetchone() is None


def test_a_closed_day_that_the_office_declares_is_closed_outside_too(house: House) -> None:
    house.admin.execute("select holidays_add('2030-05-02', 'Cuti bersama', 'cuti-bersama', false, 'SKB', null)")
    assert house.carry() == 1
    closed = house.street.execute("select letterbox_closed_days('2030-05-01', '2030-05-31')").fetchall()
    assert closed == [(date(2030, 5, 2),)]


def test_a_passage_killed_before_it_marked_brings_the_box_once(house: House) -> None:
    box(house, uuid.uuid4())
    house.carry()
    house.admin.execute("update cases_outgoing set carried_at = null")
    assert house.carry() == 1
    assert house.outside_one("select count(*) from letterbox_box") == 1


def test_a_hundred_rows_that_the_outside_cannot_take_do_not_hold_up_the_one_behind_them(house: House) -> None:
    for _ in range(100):
        house.publish("letterbox-box", id=uuid.uuid4(), thread="no thread", author="office", sealed=b"", made_at=AT)
    assert house.carry() == 0
    box(house, uuid.uuid4())
    assert house.carry() == 1
    assert house.carry() == 0
    house.clock += 2
    house.admin.execute("""update cases_outgoing set body = body || '{"thread": "00000000-0000-4000-8000-000000000000"}'""")
    assert house.carry() == 100


def test_a_server_without_room_is_no_rows_fault(house: House) -> None:
    box(house, uuid.uuid4())
    house.outside_admin.execute(
        "create function full_disk() returns trigger language plpgsql as $$ begin raise exception using errcode = '53100'; end $$"
    )
    house.outside_admin.execute("create trigger full_disk before insert on letterbox_box for each row execute function full_disk()")
    with pytest.raises(psycopg.OperationalError):
        house.carry()
    assert house.aside.now() == []
    assert house.one("select count(*) from cases_outgoing where carried_at is null") == 1


@pytest.mark.parametrize(
    "deed",
    [
        "select * from letterbox_box",
        "select * from letterbox_thread",
        "delete from letterbox_letter",
        "update letterbox_letter set carried_at = now()",
        "update letterbox_box set sealed = ''",
        "delete from letterbox_thread_end",
        "insert into letterbox_letter (id, thread, digest, sealed) values (gen_random_uuid(), gen_random_uuid(), '', '')",
    ],
)
def test_the_carrier_reads_letters_adds_words_and_does_nothing_else(house: House, deed: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        house.carrier.execute(deed.encode())


@pytest.mark.parametrize("deed", ["select * from cases_inbox", "delete from cases_inbox", "update cases_outgoing set carried_at = now()"])
def test_inside_the_passage_hands_letters_in_and_reads_none(house: House, deed: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        house.worker.execute(deed.encode())
