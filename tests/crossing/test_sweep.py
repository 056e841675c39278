"""How long a letter stays outside: a week after it was carried, no longer; until then, and while nobody has carried it, always."""

import uuid
from datetime import UTC, datetime

import pytest

from sisada.crossing import inward
from tests.crossing.house import House, Letter

LEFT = "select count(*) from letterbox_letter where sealed is not null"
PHOTOS = "select count(*) from letterbox_part"


def later(house: House, *, days: float) -> None:
    """The same as a clock moved on: everything outside happened that much earlier."""
    house.outside_admin.execute("update letterbox_letter set received_at = received_at - make_interval(secs => %s * 86400)", [days])
    house.outside_admin.execute("update letterbox_letter set carried_at = carried_at - make_interval(secs => %s * 86400)", [days])


@pytest.mark.parametrize(("days", "left"), [(0, 1), (6.99, 1), (7.01, 0), (90, 0)])
def test_the_content_of_a_carried_letter_is_gone_outside_after_seven_days(house: House, days: float, left: int) -> None:
    Letter(parts=(b"photo",)).put_in(house.street)
    house.fetch()
    later(house, days=days)
    inward.sweep(house.carrier)
    assert (house.outside_one(LEFT), house.outside_one(PHOTOS)) == (left, left)
    assert house.one("select count(*) from cases_inbox where sealed is not null") == 1


def test_what_nobody_has_carried_is_never_swept(house: House) -> None:
    Letter(parts=(b"photo",)).put_in(house.street)
    later(house, days=400)
    inward.sweep(house.carrier)
    assert (house.outside_one(LEFT), house.outside_one(PHOTOS)) == (1, 1)
    assert house.fetch() == 1


def test_of_an_ended_thread_nothing_is_left_but_that_it_ended(house: House) -> None:
    letter = Letter(parts=(b"photo",))
    letter.put_in(house.street)
    house.fetch()
    house.publish("letterbox-thread-end", thread=letter.thread, ended_at=datetime(2026, 11, 24, tzinfo=UTC))
    house.publish(
        "letterbox-box", id=uuid.uuid4(), thread=letter.thread, author="office", sealed=b"late", made_at=datetime(2026, 11, 25, tzinfo=UTC)
    )
    house.carry()
    later(house, days=8)
    inward.sweep(house.carrier)
    tables = ("letterbox_thread", "letterbox_letter", "letterbox_part", "letterbox_box", "letterbox_thread_end")
    assert [house.outside_one(f"select count(*) from {table}") for table in tables] == [0, 0, 0, 0, 1]


def test_a_letter_of_an_ended_thread_that_nobody_has_carried_yet_still_comes_in(house: House) -> None:
    letter = Letter()
    letter.put_in(house.street)
    house.publish("letterbox-thread-end", thread=letter.thread, ended_at=datetime(2026, 11, 24, tzinfo=UTC))
    house.carry()
    inward.sweep(house.carrier)
    assert house.fetch() == 1
