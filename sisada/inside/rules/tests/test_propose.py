"""Setting a rule: who may, from when, and the second person. As the office face's own role."""

import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils.timezone import localtime, make_aware

from sisada.foundation.clock import office_today
from sisada.inside.rules import read
from sisada.inside.rules.declared import Draft, subject
from sisada.inside.rules.propose import RuleRefused, confirm, earliest_start, propose, withdraw
from sisada.inside.rules.tests.setting import NAME, Written, empty, write
from tests.cast import Cast, hire

pytestmark = pytest.mark.django_db
AsOffice = Callable[[], AbstractContextManager[None]]
ONE_PERSON, TWO_PERSONS = "registry.ending-soon-days:ITAS", NAME
DAY = timedelta(days=1)


def draft(key: str = ONE_PERSON, *, value: Any = 25, begins: date | None = None, until: date | None = None, source: str = "surat") -> Draft:
    found = subject(key)
    assert found is not None
    begins = begins or office_today() + DAY
    return Draft(rule=found.rule, about=found.about, value=value, valid_from=begins, valid_until=until, source=source)


def the_row_of(by: uuid.UUID) -> uuid.UUID:
    with connection.cursor() as cursor:
        cursor.execute("select id from rules_row where set_by = %s order by set_at desc limit 1", [by])
        found: uuid.UUID = cursor.fetchone()[0]
        return found


def tomorrow(name: str = NAME, about: str = "") -> Any:
    return read.value(name, about=about, on=office_today() + DAY)


def refused(code: str) -> Any:
    return pytest.raises(RuleRefused, match=code)


def test_a_rule_for_one_person_holds_from_tomorrow(cast: Cast, as_office: AsOffice) -> None:
    with as_office():
        propose(draft(), by=cast.agus.id)
        assert tomorrow("registry.ending-soon-days", "ITAS") == 25
        assert read.value("registry.ending-soon-days", about="ITAS", on=office_today()) == 30


@pytest.mark.parametrize("who", ["sari", "ratna", "dimas", "lestari"])
def test_only_head_and_admin_set_rules(who: str, cast: Cast, as_office: AsOffice) -> None:
    with as_office(), refused("rules.not-for-this-role"):
        propose(draft(), by=getattr(cast, who).id)


@pytest.mark.parametrize(
    "change",
    [
        "update sign_in_user set is_active = false where id = %s",
        "update accounts_role_held set valid_until = valid_from where user_id = %s",
    ],
)
def test_whoever_is_suspended_or_no_longer_in_the_role_sets_none(change: str, cast: Cast, as_office: AsOffice) -> None:
    with connection.cursor() as cursor:
        cursor.execute(change, [cast.agus.id])
    with as_office(), refused("rules.not-for-this-role"):
        propose(draft(), by=cast.agus.id)


REFUSED: dict[str, tuple[str, Callable[[], Draft]]] = {
    "today": ("rules.begins-too-early", lambda: draft(begins=office_today())),
    "the past": ("rules.begins-too-early", lambda: draft(begins=office_today() - DAY)),
    "an end before the start": ("rules.ends-before-it-begins", lambda: draft(until=office_today())),
    "no source": ("rules.no-source", lambda: draft(source="  ")),
    "a value out of bounds": ("rules.value-out-of-bounds", lambda: draft(value=366)),
    "a part of a number": ("rules.value-out-of-bounds", lambda: draft(value=2.5)),
    "words for a number": ("rules.value-out-of-bounds", lambda: draft(value="25")),
    "a number for a window": ("rules.value-out-of-bounds", lambda: draft("registry.filing-window:ITAS-extension", value=3)),
}


@pytest.mark.parametrize("case", REFUSED)
def test_the_database_itself_refuses(case: str, cast: Cast, as_office: AsOffice) -> None:
    code, asked = REFUSED[case]
    with as_office(), refused(code):
        propose(asked(), by=cast.wirawan.id)


def test_a_hole_may_be_filled_from_today(cast: Cast, as_office: AsOffice) -> None:
    found = subject(ONE_PERSON)
    assert found is not None
    assert earliest_start(found) == office_today() + DAY
    with connection.cursor() as cursor:
        cursor.execute("delete from rules_row where name = 'registry.ending-soon-days' and about = 'ITAS'")
    assert earliest_start(found) == office_today()
    with as_office():
        propose(draft(begins=office_today()), by=cast.agus.id)
    assert read.value("registry.ending-soon-days", about="ITAS", on=office_today()) == 25


def test_two_persons_the_head_among_them(cast: Cast, as_office: AsOffice) -> None:
    with as_office():
        propose(draft(TWO_PERSONS, value=15), by=cast.agus.id)
        row = the_row_of(cast.agus.id)
        assert tomorrow() == 10
        with refused("rules.same-person"):
            confirm(row, by=cast.agus.id)
        with refused("rules.not-for-this-role"):
            confirm(row, by=cast.ratna.id)
        confirm(row, by=cast.wirawan.id)
        assert tomorrow() == 15
        with refused("rules.nothing-to-confirm"):
            confirm(row, by=cast.wirawan.id)


def test_two_admins_without_the_head_are_not_enough(cast: Cast, as_office: AsOffice) -> None:
    with connection.cursor() as cursor:
        cursor.execute("update accounts_role_held set role = 'admin' where user_id = %s", [cast.ratna.id])
    with as_office():
        propose(draft(TWO_PERSONS, value=15), by=cast.agus.id)
        with refused("rules.head-is-missing"):
            confirm(the_row_of(cast.agus.id), by=cast.ratna.id)


def test_a_late_yes_changes_no_day_that_has_begun(cast: Cast, as_office: AsOffice) -> None:
    row = write(Written(value=15, valid_from=office_today(), needs_second=True, by=cast.agus.id))
    with as_office(), refused("rules.too-late-to-confirm"):
        confirm(row, by=cast.wirawan.id)


def test_a_row_is_taken_back_before_it_begins_and_never_after(cast: Cast, as_office: AsOffice) -> None:
    begun = write(Written(value=15, valid_from=office_today(), by=cast.agus.id))
    with as_office():
        propose(draft(), by=cast.agus.id)
        coming = the_row_of(cast.agus.id)
        withdraw(coming, by=cast.wirawan.id)
        assert tomorrow("registry.ending-soon-days", "ITAS") == 30
        for row in (begun, coming, uuid.uuid4()):
            with refused("rules.nothing-to-withdraw"):
                withdraw(row, by=cast.wirawan.id)


def test_what_came_with_a_release_is_replaced_not_taken_back(cast: Cast, as_office: AsOffice) -> None:
    empty()
    shipped = write(Written(value=15, valid_from=office_today() + DAY))
    with as_office(), refused("rules.nothing-to-withdraw"):
        withdraw(shipped, by=cast.wirawan.id)
    with as_office():
        propose(draft("registry.ending-soon-days:VOA"), by=cast.agus.id)


def told(*people: Any) -> list[bool]:
    """Whether a change of a rule waits for each of these, on their open pages."""
    asked = "select exists (select from waiting_notice as told where told.for_user = %s and told.kind = 'rule-change' and {})"
    open_now = "not exists (select from waiting_done as done where done.notice = told.id)"
    with connection.cursor() as cursor:
        return [cursor.execute(asked.format(open_now), [person.id]).fetchone()[0] for person in people]


@pytest.mark.parametrize(("proposer", "second"), [("wirawan", "agus"), ("agus", "wirawan")])
@pytest.mark.parametrize("end", ["confirmed", "withdrawn"])
def test_whoever_may_confirm_is_told_until_somebody_has(proposer: str, second: str, end: str, cast: Cast, as_office: AsOffice) -> None:
    asking, asked = getattr(cast, proposer), getattr(cast, second)
    with as_office():
        propose(draft(TWO_PERSONS, value=12), by=asking.id)
        assert told(asked, asking, cast.lestari, cast.sari) == [True, False, False, False]
        confirm(the_row_of(asking.id), by=asked.id) if end == "confirmed" else withdraw(the_row_of(asking.id), by=asking.id)
        assert told(asked) == [False]


def test_of_two_admins_the_second_is_not_told_since_only_the_head_may_confirm(cast: Cast, as_office: AsOffice, committed: Any) -> None:
    other = hire(committed, f"admin-{uuid.uuid4()}", "Hendra", role=cast.agus.role)
    with as_office():
        propose(draft(TWO_PERSONS, value=12), by=other.id)
        assert told(cast.wirawan, cast.agus) == [True, False]


def test_what_one_person_sets_waits_for_nobody(cast: Cast, as_office: AsOffice) -> None:
    with as_office():
        propose(draft(), by=cast.agus.id)
        assert told(cast.wirawan) == [False]


def test_a_row_waits_until_the_midnight_that_begins_its_first_day(cast: Cast, as_office: AsOffice) -> None:
    with as_office(), connection.cursor() as cursor:
        propose(draft(TWO_PERSONS, value=12, begins=office_today() + 3 * DAY), by=cast.agus.id)
        cursor.execute("select visible_until from waiting_notice where for_user = %s order by made_at desc limit 1", [cast.wirawan.id])
        (until,) = cursor.fetchone()
    first = office_today() + 3 * DAY
    assert localtime(until) == make_aware(datetime.combine(first, time.min))
