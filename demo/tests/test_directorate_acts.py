"""What happens next: decided from chance and one person's snapshot alone."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from demo.directorate.acts import Change, make, next_act
from demo.directorate.cast import cast_rows
from demo.directorate.persons import World, make_world, person
from demo.directorate.places import THIS_OFFICE, read_area
from demo.directorate.possible import Snapshot, What, is_possible
from demo.directorate.rows import Rows

NOW = datetime(2026, 11, 24, 7, 3, 22, tzinfo=UTC)
TODAY = date(2026, 11, 24)
ANNA, ANNE, ANA, OSKAR, ELIA, INGE, CORNELIA, TOMAS = range(8)  # places in CAST


@pytest.fixture(scope="module")
def world() -> World:
    return make_world(7, persons=500, today=TODAY, area=read_area())


def snapshot_of(rows: Rows, world: World) -> Snapshot:
    waiting = [row for row in rows.permohonan if row.keadaan == "diajukan" and row.id_izin]
    return Snapshot(
        now=NOW,
        today=TODAY,
        area=world.area,
        person=rows.orang[0],
        permits=tuple(rows.izin_tinggal),
        passports=tuple(rows.paspor),
        name=rows.nama[0],
        address=rows.alamat[-1],
        application=waiting[0] if waiting else None,
        crossing=rows.perlintasan[-1] if rows.perlintasan else None,
    )


@pytest.fixture
def cast(world: World) -> list[Snapshot]:
    return [snapshot_of(rows, world) for rows in cast_rows(world)]


def added(changes: tuple[Change, ...], table: str) -> dict[str, object]:
    return next(change.values for change in changes if change.table == table and change.key is None)


def test_the_same_chance_and_snapshot_give_the_same_act(world: World) -> None:
    snapshots = [snapshot_of(person(world, index), world) for index in range(300)]
    once, again = Random(3), Random(3)
    assert [next_act(once, snapshot) for snapshot in snapshots] == [next_act(again, snapshot) for snapshot in snapshots]


def test_three_hundred_people_bring_every_act_of_the_day(world: World) -> None:
    snapshots = [snapshot_of(person(world, index), world) for index in range(300)]
    random = Random(1)
    found = {act.what for snapshot in snapshots * 5 if (act := next_act(random, snapshot))}
    assert found == set(What) - {What.EXTEND}


def test_an_extension_follows_the_old_permit_without_a_gap(cast: list[Snapshot]) -> None:
    changes = make(What.EXTEND, Random(1), cast[OSKAR]).changes
    old, new = cast[OSKAR].permits[-1], added(changes, "izin_tinggal")
    assert old.berlaku_sampai is not None
    assert new["berlaku_dari"] == old.berlaku_sampai + timedelta(days=1)
    assert new["berlaku_sampai"] == old.berlaku_sampai.replace(year=old.berlaku_sampai.year + 1)
    assert new["nomor"] not in {permit.nomor for permit in cast[OSKAR].permits}


def test_an_extension_after_the_end_makes_the_stay_lawful_again(cast: list[Snapshot]) -> None:
    new = added(make(What.EXTEND, Random(1), cast[ANNE]).changes, "izin_tinggal")
    assert new["berlaku_dari"] == date(2026, 11, 21)
    assert new["berlaku_sampai"] == date(2026, 12, 20)


def test_a_grant_decides_the_application_that_waits(cast: list[Snapshot]) -> None:
    decided, _ = make(What.GRANT, Random(1), cast[ELIA]).changes
    assert decided.key == cast[ELIA].application.id_permohonan  # type: ignore[union-attr]  # Elia's waits, says the next line
    assert is_possible(What.GRANT, cast[ELIA])
    assert decided.values == {"keadaan": "disetujui", "diputus_pada": TODAY}


def test_who_moves_stays_in_the_office_and_who_moves_away_does_not(cast: list[Snapshot]) -> None:
    assert [change.table for change in make(What.MOVE, Random(1), cast[ANNA]).changes] == ["alamat", "alamat"]
    person_row, left, _ = make(What.MOVE_AWAY, Random(1), cast[ANNA]).changes
    assert person_row.values["kode_kantor"] != THIS_OFFICE
    assert left.values == {"berlaku_sampai": date(2026, 11, 23)}


def test_a_new_passport_and_a_new_name_keep_the_old_ones(cast: list[Snapshot]) -> None:
    replaced, passport = make(What.NEW_PASSPORT, Random(1), cast[ANNA]).changes
    assert (replaced.values, passport.key) == ({"keadaan": "diganti"}, None)
    earlier, name = make(What.RENAME, Random(1), cast[ANNA]).changes
    assert (earlier.values["jenis"], name.values["jenis"]) == ("lama", "paspor")


@pytest.mark.parametrize(
    ("place", "what"), [(CORNELIA, What.CANCEL), (CORNELIA, What.MOVE), (TOMAS, What.DEPART), (INGE, What.EXTEND), (ANA, What.RETURN)]
)
def test_what_does_not_fit_a_file_is_not_possible(cast: list[Snapshot], place: int, what: What) -> None:
    assert not is_possible(what, cast[place])
