"""A role is a dated row: whoever held it yesterday has nothing today, and a stand-in has all of it for a while."""

from datetime import date, timedelta
from functools import partial

import pytest
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse

from sisada.inside.accounts.access import NotForThisRole, open_to, require_entry
from sisada.inside.accounts.models import RoleHeld
from sisada.inside.accounts.roles import Capacity, Holding, Officer, OfficerId, Role, held_by, roles_of
from tests.cast import Cast

FIRST, LAST = date(2026, 3, 2), date(2026, 3, 13)


@pytest.fixture
def stand_in(db: None, cast: Cast) -> OfficerId:
    """Ratna (atasan) is Plh kepala for two weeks."""
    RoleHeld.objects.create(user_id=cast.ratna.id, role="kepala", capacity="plh", valid_from=FIRST, valid_until=LAST)
    return cast.ratna.id


@pytest.mark.parametrize(("day", "is_head"), [(FIRST - timedelta(1), False), (FIRST, True), (LAST, True), (LAST + timedelta(1), False)])
def test_a_stand_in_is_head_on_the_first_and_the_last_day_and_not_around_them(stand_in: OfficerId, day: date, is_head: bool) -> None:
    assert (Role.KEPALA in roles_of(stand_in, on=day)) == is_head


def test_a_role_until_further_notice_holds_beside_a_stand_in(stand_in: OfficerId, cast: Cast) -> None:
    RoleHeld.objects.filter(user_id=stand_in, role="atasan").update(valid_from=FIRST)
    assert roles_of(stand_in, on=LAST) == {Role.ATASAN, Role.KEPALA}


def test_how_a_role_is_held_says_for_whom_and_until_when(stand_in: OfficerId) -> None:
    assert Holding(Role.KEPALA, Capacity.PLH, LAST) in held_by(stand_in, on=LAST)


@pytest.mark.parametrize("wrong", [{"role": "direktur"}, {"capacity": "pinjaman"}])
def test_the_database_takes_no_role_or_capacity_that_the_office_does_not_know(db: None, cast: Cast, wrong: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleHeld.objects.create(user_id=cast.sari.id, valid_from=FIRST, **{"role": "meja", "capacity": "definitif"} | wrong)


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def test_a_view_without_a_mark_is_open_to_nobody(cast: Cast) -> None:
    everything = Officer(cast.wirawan.id, cast.wirawan.name, frozenset(Role))
    with pytest.raises(NotForThisRole):
        require_entry(everything, page)


@pytest.mark.parametrize("role", Role)
def test_a_mark_lets_its_roles_in_and_no_other(cast: Cast, role: Role) -> None:
    marked = open_to(Role.PETUGAS, Role.MEJA)(partial(page))
    officer = Officer(cast.sari.id, cast.sari.name, frozenset({role}))
    if role in (Role.PETUGAS, Role.MEJA):
        require_entry(officer, marked)
    else:
        with pytest.raises(NotForThisRole):
            require_entry(officer, marked)
