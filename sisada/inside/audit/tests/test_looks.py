"""A read happens only under a look that an earlier transaction committed, that fits, and that is not over (LOOKS: A look, 1 to 4)."""

import uuid
from datetime import timedelta

import psycopg
import pytest

from sisada.foundation.clock import now
from sisada.inside.audit.looks import LookRefused, Purpose, begin_look
from tests.attacker import Attacker, Office, refused
from tests.cast import Cast, publish_ground, register_device
from tests.specimen import Specimen


def test_a_committed_look_opens_the_person_it_names(attacker: Attacker, look: uuid.UUID, resident: Specimen) -> None:
    assert attacker.card(look)["id"] == str(resident.id)


def test_a_look_of_the_same_transaction_opens_nothing(attacker: Attacker, resident: Specimen) -> None:
    with refused("look.not-on-record"), attacker.office.transaction():
        attacker.card(attacker.begin(Purpose.CARD, subject=resident.id))


def test_a_savepoint_does_not_make_a_look_committed(attacker: Attacker, resident: Specimen) -> None:
    with refused("look.not-on-record"), attacker.office.transaction():
        with attacker.office.transaction():
            look = attacker.begin(Purpose.CARD, subject=resident.id)
        attacker.card(look)


def test_a_look_that_was_rolled_back_opens_nothing(attacker: Attacker, resident: Specimen) -> None:
    with attacker.office.transaction(force_rollback=True):
        look = attacker.begin(Purpose.CARD, subject=resident.id)
    with refused("look.not-on-record"):
        attacker.card(look)


@pytest.mark.parametrize("hold", ["with hold", "without hold"])
def test_a_cursor_does_not_read_ahead_of_the_commit(attacker: Attacker, resident: Specimen, hold: str) -> None:
    with refused("look.not-on-record"), attacker.office.transaction():
        look = attacker.begin(Purpose.CARD, subject=resident.id)
        attacker.office.execute(
            f"declare ahead cursor {hold} for select answer from lookup_card('{look}', '{attacker.officer.id}')".encode()
        )
        if hold == "without hold":
            attacker.office.execute("fetch ahead")


@pytest.mark.parametrize("isolation", ["read uncommitted", "repeatable read", "serializable"])
def test_no_other_isolation_level_begins_a_look_or_reads_under_one(
    attacker: Attacker, look: uuid.UUID, resident: Specimen, isolation: str
) -> None:
    """An older snapshot would see neither that the look was ended nor how many there were in the hour."""
    acts = (lambda: attacker.begin(Purpose.CARD, subject=resident.id), lambda: attacker.card(look))
    for act in acts:
        with refused("look.isolation-not-read-committed"), attacker.office.transaction():
            attacker.office.execute(f"set transaction isolation level {isolation}".encode())
            act()


def test_a_transaction_that_began_before_sees_that_the_look_was_ended(attacker: Attacker, look: uuid.UUID, committed: Office) -> None:
    with refused("look.over"), attacker.office.transaction():
        assert attacker.card(look) is not None
        committed.execute("select audit_end_look(%s, %s, 'page-closed')", [look, attacker.officer.id])
        attacker.card(look)


def test_another_officer_cannot_read_under_it(attacker: Attacker, look: uuid.UUID, cast: Cast) -> None:
    attacker.officer = cast.rahmat
    with refused("look.does-not-fit"):
        attacker.card(look)


def test_a_look_for_a_card_draws_no_candidates_and_a_search_opens_no_card(attacker: Attacker, look: uuid.UUID) -> None:
    with refused("look.does-not-fit"):
        attacker.candidates(look)
    with refused("look.does-not-fit"):
        attacker.card(attacker.begin_search("Eriksson"))


def test_a_ground_that_names_others_allows_nothing(attacker: Attacker, resident: Specimen, cast: Cast, committed: Office) -> None:
    with refused("look.ground-not-in-force"):
        attacker.begin(Purpose.CARD, subject=resident.id, ground=publish_ground(committed, officers=[cast.rahmat.id]))


def test_a_ground_for_searching_opens_no_card(attacker: Attacker, resident: Specimen, cast: Cast, committed: Office) -> None:
    with refused("look.purpose-not-covered"):
        attacker.begin(Purpose.CARD, subject=resident.id, ground=publish_ground(committed, officers=[cast.sari.id], purposes=("search",)))


def test_a_ground_about_one_person_opens_no_other(attacker: Attacker, resident: Specimen, cast: Cast, committed: Office) -> None:
    about_another = publish_ground(committed, officers=[cast.sari.id], persons=[uuid.uuid4()])
    with refused("look.person-not-covered"):
        attacker.begin(Purpose.CARD, subject=resident.id, ground=about_another)


@pytest.mark.parametrize("area", ["31.74.01.1001", "31.74.080.1001", "31.74", None])
def test_a_list_outside_the_grounds_area_is_refused(attacker: Attacker, area: str | None) -> None:
    with refused("look.area-not-covered"):
        attacker.begin(Purpose.AREA_LIST, query={"kelurahan": area})


def test_a_revoked_device_begins_no_look(attacker: Attacker, resident: Specimen, cast: Cast, committed: Office) -> None:
    device = register_device(committed, cast.sari.id)
    committed.execute("update sign_in_device set revoked_at = now() where id = %s", [device])
    with pytest.raises(LookRefused) as raised:
        begin_look(cast.sari.id, device, ground=cast.ground.id, purpose=Purpose.CARD, subject=resident.id)
    assert raised.value.code == "look.device-unknown"


def test_a_colleagues_device_begins_no_look(resident: Specimen, cast: Cast) -> None:
    with pytest.raises(LookRefused) as raised:
        begin_look(cast.sari.id, cast.rahmat.device, ground=cast.ground.id, purpose=Purpose.CARD, subject=resident.id)
    assert raised.value.code == "look.device-unknown"


def test_a_look_that_was_ended_opens_nothing_more(attacker: Attacker, look: uuid.UUID) -> None:
    attacker.one("select audit_end_look(%s, %s, 'page-closed')", [look, attacker.officer.id])
    with refused("look.over"):
        attacker.card(look)


def test_nobody_ends_a_colleagues_look(attacker: Attacker, look: uuid.UUID, cast: Cast) -> None:
    attacker.one("select audit_end_look(%s, %s, 'page-closed')", [look, cast.rahmat.id])
    assert attacker.card(look) is not None


def test_signing_out_ends_the_looks_of_this_device_alone(
    attacker: Attacker, look: uuid.UUID, resident: Specimen, cast: Cast, committed: Office
) -> None:
    phone = register_device(committed, cast.sari.id)
    on_the_phone = begin_look(cast.sari.id, phone, ground=cast.ground.id, purpose=Purpose.CARD, subject=resident.id)
    attacker.one("select audit_end_looks_of(%s, %s)", [cast.sari.id, phone])
    with refused("look.over"):
        attacker.card(on_the_phone.id)
    assert attacker.card(look) is not None


def test_a_look_is_over_by_the_clock_also_inside_a_transaction_that_began_before(
    attacker: Attacker, look: uuid.UUID, committed: Office
) -> None:
    with refused("look.over"), attacker.office.transaction():
        assert attacker.card(look) is not None
        committed.execute("update audit_look set valid_until = clock_timestamp() where id = %s", [look])
        attacker.card(look)


def test_an_open_look_is_found_again_until_its_ground_ends(attacker: Attacker, resident: Specimen, cast: Cast, committed: Office) -> None:
    ground = publish_ground(committed, officers=[cast.sari.id])
    attacker.begin(Purpose.CARD, subject=resident.id, ground=ground)
    find_again = "select look from audit_open_look(%s, %s, %s)"
    assert attacker.one(find_again, [cast.sari.id, cast.sari.device, resident.id]) is not None
    committed.execute("update audit_ground set valid_until = clock_timestamp() where id = %s", [ground.id])
    assert attacker.one(find_again, [cast.sari.id, cast.sari.device, resident.id]) is None
    with refused("look.ground-not-in-force"):
        attacker.begin(Purpose.CARD, subject=resident.id, ground=ground)


def test_an_older_look_under_another_ground_keeps_no_page_open_whose_own_ground_ended(
    attacker: Attacker, look: uuid.UUID, resident: Specimen, cast: Cast, committed: Office
) -> None:
    """The tab beside it was closed a moment ago, and its look not ended yet."""
    ground = publish_ground(committed, officers=[cast.sari.id])
    attacker.begin(Purpose.CARD, subject=resident.id, ground=ground)
    committed.execute("select audit_end_ground(%s, %s, 'cancelled')", [ground.id, cast.sari.id])
    assert attacker.card(look) is not None
    assert attacker.one("select look from audit_open_look(%s, %s, %s)", [cast.sari.id, cast.sari.device, resident.id]) is None


def test_a_ground_of_yesterday_allows_nothing(attacker: Attacker, resident: Specimen, cast: Cast, committed: Office) -> None:
    over = publish_ground(committed, officers=[cast.sari.id], valid_until=now() - timedelta(seconds=1))
    with refused("look.ground-not-in-force"):
        attacker.begin(Purpose.CARD, subject=resident.id, ground=over)


def test_a_look_is_on_disk_before_the_read_also_with_synchronous_commit_off(attacker: Attacker, resident: Specimen) -> None:
    attacker.office.execute("set synchronous_commit = off")
    on_disk = "select pg_current_wal_flush_lsn() >= %s::pg_lsn"
    were_behind = 0
    for _ in range(10):
        look = attacker.begin(Purpose.CARD, subject=resident.id)
        written = attacker.one("select pg_current_wal_insert_lsn()::text")
        were_behind += not attacker.one(on_disk, [written])
        attacker.card(look)
        assert attacker.one(on_disk, [written])
    assert were_behind > 0  # else this test saw nothing


def test_a_look_begun_inside_a_pages_transaction_stands_before_the_read(
    db: None, cast: Cast, resident: Specimen, attacker: Attacker
) -> None:
    """`db` is a transaction of its own: the look is committed beside it, and seen by everybody."""
    look = begin_look(cast.sari.id, cast.sari.device, ground=cast.ground.id, purpose=Purpose.CARD, subject=resident.id)
    assert attacker.card(look.id)["id"] == str(resident.id)


def test_every_function_that_reads_persons_raises_without_a_look_and_never_returns_nothing(attacker: Attacker) -> None:
    reading = attacker.office.execute(
        """select proname, case when pronargs > 2 then proargnames[3] end from pg_proc
           where pronamespace = 'public'::regnamespace and proargnames[1:2] = array['look', 'officer'] and proname not like 'audit\\_end%'
             and has_function_privilege('sisada_office', oid, 'execute')"""
    ).fetchall()
    assert {"lookup_card", "lookup_candidates", "lookup_hits", "lookup_photo", "lookup_area_page", "audit_question"} <= {
        name for name, _ in reading
    }
    more = {None: "", "purpose": ", 'search'", "photo": ", gen_random_uuid()", "persons": ", array[]::uuid[], '[]', array[]::bytea[]"}
    for name, third in reading:
        with refused("look.not-on-record"):
            attacker.one(f"select * from {name}(gen_random_uuid(), %s{more[third]})", [attacker.officer.id])


FORBIDDEN = (
    "insert into audit_look (officer, device, ground, purpose) values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'card')",
    "update audit_look set valid_until = 'infinity'",
    "delete from audit_look",
    "select id from audit_look",
    "delete from audit_look_end",
    "insert into audit_look_shown (look, person, place, match) values (gen_random_uuid(), gen_random_uuid(), 1, '{}')",
    "truncate audit_answer",
    "select key from audit_key",
    "update audit_ground set officers = '{}'",
    "select audit_require_look(gen_random_uuid(), gen_random_uuid(), 'card')",
    "select audit_keep_answer(gen_random_uuid(), '{}')",
    "select audit_count_candidates(gen_random_uuid(), 0)",
)


@pytest.mark.parametrize("deed", FORBIDDEN)
def test_the_office_face_writes_and_reads_no_table_of_looks(attacker: Attacker, deed: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        attacker.office.execute(deed.encode())
