"""What waits for whom: from its moment to its end, for everybody who was told, until the first answers."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection

from sisada.foundation.clock import now
from sisada.inside.waiting import notices
from tests.cast import Cast
from tests.office_role import as_office

SECOND = timedelta(seconds=1)


def tell(person: UUID, subject: UUID, *, kind: str = "order", begins: timedelta = -SECOND, lasts: timedelta | None = None) -> None:
    begins_at = now() + begins
    with connection.cursor() as cursor:
        cursor.execute(
            "select waiting_tell_between(%s, %s, %s, %s, %s)", [person, kind, subject, begins_at, begins_at + lasts if lasts else None]
        )


def subjects(person: UUID, *, at: timedelta = timedelta(0)) -> list[UUID]:
    with as_office():
        return [one.subject for one in notices.waiting_for(person, now() + at)]


@pytest.mark.django_db
def test_a_notice_shows_from_its_moment_and_no_longer_than_its_end(cast: Cast) -> None:
    subject = uuid4()
    tell(cast.ratna.id, subject, begins=60 * SECOND, lasts=60 * SECOND)
    shown = [subject in subjects(cast.ratna.id, at=at * SECOND) for at in (0, 59, 61, 119, 121)]
    assert shown == [False, False, True, True, False]


@pytest.mark.django_db
def test_the_next_moment_is_known_before_it_comes(cast: Cast) -> None:
    subject = uuid4()
    at = now()
    tell(cast.rahmat.id, subject, begins=180 * SECOND)
    with as_office():
        moment = notices.next_moment(cast.rahmat.id, at)
        assert moment is not None
        assert abs(moment - at - 180 * SECOND) < SECOND
        assert notices.next_moment(cast.rahmat.id, moment) is None


@pytest.mark.django_db
def test_the_first_answer_ends_it_for_everybody_and_another_subject_goes_on(cast: Cast) -> None:
    subject, other = uuid4(), uuid4()
    for person in (cast.ratna.id, cast.wirawan.id):
        tell(person, subject)
    tell(cast.ratna.id, other)
    with connection.cursor() as cursor:
        cursor.execute("select waiting_end(%s, %s)", [subject, cast.wirawan.id])
    assert subject not in subjects(cast.ratna.id) + subjects(cast.wirawan.id)
    assert other in subjects(cast.ratna.id)


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "ends"), [("order-approved", True), ("finding-refused", True), ("order", False), ("finding", False)])
def test_reading_ends_what_only_tells_and_nothing_that_asks(cast: Cast, kind: str, ends: bool) -> None:
    subject = uuid4()
    tell(cast.sari.id, subject, kind=kind)
    with as_office():
        notices.seen_about(subject, by=cast.sari.id, at=now())
    assert (subject not in subjects(cast.sari.id)) == ends


@pytest.mark.django_db
def test_nobody_reads_a_colleagues_notice_away(cast: Cast) -> None:
    subject = uuid4()
    tell(cast.sari.id, subject, kind="order-approved")
    with as_office():
        (notice,) = [one for one in notices.waiting_for(cast.sari.id, now()) if one.subject == subject]
        notices.seen(notice.id, by=cast.rahmat.id)
    assert subject in subjects(cast.sari.id)
