"""What the sealer promises: every committed row once, in one chain, whoever comes late or is killed; and text may be deleted."""

from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from nacl.signing import SigningKey

from sisada.inside.audit import seal_key, seal_round
from sisada.inside.audit.seal_key import Key, KeyRefused
from sisada.verify.erasures import RULES
from sisada.verify.findings import Code
from tests.seal.house import MORNING, House

YEARS_AGO = MORNING - timedelta(days=6 * 365)
ANOTHER = Key(SigningKey(bytes(31) + b"\x07"))


def test_an_untouched_house_is_as_it_was_sealed(house: House) -> None:
    assert house.verified().findings == []
    assert house.verified_without_witness().findings == []


def test_an_empty_house_is_in_order(new_house: House) -> None:
    assert new_house.verified().findings == []


def test_nothing_is_sealed_twice(house: House) -> None:
    assert house.seal() == 0


def test_more_rows_than_a_round_takes_are_all_sealed(new_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seal_round, "ROWS_A_ROUND", 3)
    for second in range(11):
        new_house.look(MORNING + timedelta(seconds=second))
    assert not seal_round.seal_round(new_house.sealer, since=seal_round.EVER).caught_up
    assert new_house.seal() == 8
    assert new_house.verified().findings == []


def test_a_row_that_commits_after_later_ones_were_sealed_is_sealed_by_the_next_round(new_house: House) -> None:
    with psycopg.connect(new_house.inside.server.url(new_house.name)) as late:
        late.execute("insert into audit_look_end (look, why) values (gen_random_uuid(), 'page-closed')")
        new_house.look(seal_round.clock(new_house.sealer))
        done = seal_round.seal_round(new_house.sealer, since=seal_round.EVER)
        assert done.sealed == 1
    assert seal_round.seal_round(new_house.sealer, since=done.next_since).sealed == 1
    assert new_house.verified().findings == []


def test_a_narrow_round_leaves_what_is_older_to_a_wider_one(new_house: House) -> None:
    new_house.look(MORNING)
    assert seal_round.seal_round(new_house.sealer, since=MORNING + timedelta(seconds=1)).sealed == 0
    assert new_house.seal() == 1


def test_a_round_that_dies_before_its_commit_sealed_nothing(new_house: House) -> None:
    new_house.look(MORNING)
    with new_house.sealer.transaction(force_rollback=True):
        assert seal_round.seal_round(new_house.sealer, since=seal_round.EVER).sealed == 1
    assert new_house.count() == 0
    assert new_house.seal() == 1
    assert new_house.verified().findings == []


def test_a_second_sealer_is_turned_away_at_once(house: House) -> None:
    assert house.sealer
    with psycopg.connect(house.inside.url(house.name, "sisada_sealer"), autocommit=True) as second:
        assert not seal_round.open_for_sealing(second)


def test_another_key_is_refused_until_it_is_accepted_and_then_it_does_not_pass_unseen(house: House) -> None:
    with pytest.raises(KeyRefused, match=house.key.id):
        seal_key.require_known(house.sealer, ANOTHER)
    seal_key.take(house.sealer, ANOTHER)
    seal_key.require_known(house.sealer, ANOTHER)
    house.key = ANOTHER
    house.minute(MORNING + timedelta(hours=2))
    assert house.verified().codes() == {Code.OTHER_KEY, Code.KEY_NOT_BELIEVED, Code.WITNESS_SIGNATURE}


def test_keys_from_the_auditors_sheet_are_believed(house: House) -> None:
    first = house.key
    seal_key.take(house.sealer, ANOTHER)
    house.key = ANOTHER
    house.minute(MORNING + timedelta(hours=2))
    assert house.verified(first.public, ANOTHER.public).findings == []


def test_a_key_is_made_once_readable_by_its_owner_alone(tmp_path: Path) -> None:
    made = seal_key.read_or_make(tmp_path / "keys" / "seal-key")
    assert seal_key.read_or_make(tmp_path / "keys" / "seal-key").public == made.public
    assert (tmp_path / "keys" / "seal-key").stat().st_mode & 0o077 == 0


def test_half_a_key_is_no_key(tmp_path: Path) -> None:
    (tmp_path / "seal-key").write_text("AAAA")
    with pytest.raises(KeyRefused):
        seal_key.read_or_make(tmp_path / "seal-key")


@pytest.mark.parametrize("kind", sorted(RULES["audit.keep-years"].kinds))
def test_old_text_may_be_deleted_and_the_chain_still_holds(new_house: House, kind: str) -> None:
    new_house.reasons(YEARS_AGO)
    new_house.minute(YEARS_AGO)
    key = new_house.one("select key from audit_seal where kind = %s order by number limit 1", [kind])
    new_house.admin.execute("select audit_seal_erase(%s, %s, 'audit.keep-years')", [kind, key])
    new_house.minute(seal_round.clock(new_house.admin))
    report = new_house.verified()
    assert report.findings == []
    assert new_house.one(f"select count(*) from {kind} where id::text = %s", [key]) == 1
    day = new_house.one("select to_char(erased_at at time zone 'UTC', 'YYYY-MM-DD') from audit_erasure")
    assert [note for note in report.notes if f"Checkpoints 2 to 2 ({day}): 1 erasures of {kind} by audit.keep-years" in note]


def test_what_was_read_of_a_case_may_go_with_the_case(house: House) -> None:
    look = house.look(at := seal_round.clock(house.admin), purpose="case")
    house.answer(look, at)
    house.minute(at)
    key = house.one("select id::text from audit_answer where look = %s", [look])
    house.admin.execute("select audit_seal_erase('audit_answer', %s, 'case-retention')", [key])
    house.minute(seal_round.clock(house.admin))
    assert house.verified().findings == []


def test_whoever_gets_another_name_has_two_on_record(house: House) -> None:
    house.admin.execute("update sign_in_user set name = 'Dimas Pratama'")
    house.minute(seal_round.clock(house.admin))
    assert house.one("select array_agg(name order by set_at) from accounts_name") == ["Dimas", "Dimas Pratama"]
    assert house.verified().findings == []


def test_what_was_erased_is_gone(house: House) -> None:
    key = house.one("select key from audit_seal where kind = 'audit_look' limit 1")
    house.admin.execute("select audit_seal_erase('audit_look', %s, 'audit.keep-years')", [key])
    assert house.one("select count(*) from audit_look where id = %s and subject is null and query is null", [key]) == 1
    assert house.one("select count(*) from audit_salt join audit_seal using (number) where key = %s", [key]) == 0


def test_text_deleted_past_the_record_is_found(house: House) -> None:
    house.admin.execute("update audit_look set subject = null, query = null")
    assert house.verified().codes() == {Code.TEXT_CHANGED}
    house.admin.execute("delete from audit_salt using audit_seal as seal where seal.number = audit_salt.number and kind = 'audit_look'")
    assert house.verified().codes() == {Code.SALT_GONE}


def test_what_is_not_sealed_cannot_be_erased(house: House) -> None:
    look = house.look(MORNING + timedelta(hours=2))
    with pytest.raises(psycopg.Error, match="Not sealed"):
        house.admin.execute("select audit_seal_erase('audit_look', %s, 'audit.keep-years')", [str(look)])


@pytest.mark.parametrize(
    "deed",
    [
        "update audit_seal set leaf = ''",
        "delete from audit_seal",
        "delete from audit_salt",
        "update audit_checkpoint set count = 0",
        "delete from audit_sealing_key",
        "update audit_look set officer = gen_random_uuid()",
        "insert into audit_look_end (look, why) values (gen_random_uuid(), 'x')",
        "select * from registry_person",
        "select * from audit_key",
        "select audit_seal_erase('audit_look', 'x', 'x')",
    ],
)
def test_the_sealer_only_adds(house: House, deed: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        house.sealer.execute(deed.encode())
