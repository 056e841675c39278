"""Sealer and verifier share no line; here they are held against each other, and against what docs/seal.md says can be done by hand."""

import re
from datetime import UTC, datetime

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as some

from sisada.foundation import columns
from sisada.inside.audit import seal_chain, seal_checkpoint
from sisada.inside.audit.seal_chain import Row
from sisada.inside.audit.seal_checkpoint import Checkpoint
from sisada.inside.audit.seal_endorsement import Endorsement
from sisada.inside.audit.sealed_rows import SEALED
from sisada.verify import hashes
from sisada.verify.__main__ import examine
from sisada.verify.tables import AUDITED, Audited
from tests.seal.house import House
from tests.servers import ROOT

TEXT = some.text(alphabet=some.characters(exclude_categories=["Cs"], exclude_characters="\0"))
COLUMNS = some.dictionaries(some.from_regex(r"[a-z_]{1,12}", fullmatch=True), some.none() | TEXT, max_size=6)
OF_OUR_TIME = some.integers(0, 2**42).map(lambda milliseconds: datetime.fromtimestamp(milliseconds / 1000, UTC))
HASH = some.binary(min_size=32, max_size=32)
Columns = dict[str, str | None]
# Not sealed, and why.
LEFT_OUT = {
    "audit_candidate_read",  # counts rows drawn; what was shown of them is sealed
    "audit_key",  # the key of the answers
    "audit_decoy_opened",  # under which number a supervisor was told of a look that is sealed itself
    "audit_decoy",  # whom the Directorate planted: changes, and nobody looks at it
    *("accounts_invitation", "accounts_invitation_use"),  # how somebody came in; what he may is a role, which is sealed
    "accounts_access_end",  # sessions and devices that an admin ended
    *("accounts_holding", "accounts_open_proposal", "accounts_history"),  # views of rows that are sealed
    *("orders_number", "orders_rota", "orders_rota_end"),  # the last number given; whose turn it was: who answered is sealed
    *("oversight_standstill", "oversight_standstill_end"),  # notices of the seal about itself; the checkpoints say the same
    *("audit_seal", "audit_salt", "audit_checkpoint", "audit_sealing_key", "audit_key_endorsement", "audit_outgoing"),  # the seal's own
}


# Each column's kind, and for each kind a value and another one.
KINDS = """select attname, format_type(atttypid, null) from pg_attribute
where attrelid = %s::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attname"""
UNBOUND = """select format('alter table %%s drop constraint %%I', conrelid::regclass, conname) from pg_constraint
where conrelid = %s::regclass and contype in ('c', 'f')"""
VALUES = {
    "uuid": ("gen_random_uuid()", "gen_random_uuid()"),
    "uuid[]": ("array[gen_random_uuid()]", "array[gen_random_uuid()]"),
    "text": ("'Rawajati'", "'Pancoran'"),
    "text[]": ("array['card']", "array['card', 'search']"),
    "jsonb": ("""'{"n": 1.0}'""", """'{"n": 1.00}'"""),
    "bytea": ("'\\x00ff'", "'\\x00fe'"),
    "smallint": ("1", "2"),
    "boolean": ("true", "false"),
    "date": ("'2026-11-20'", "'2026-11-21'"),
    "character varying": ("'a'", "'b'"),
    "bigint": ("1", "2"),
    "xid8": ("'5'", "'6'"),
    "timestamp with time zone": ("clock_timestamp()", "clock_timestamp() - interval '1 microsecond'"),
}


@given(plain=COLUMNS, personal=COLUMNS, number=some.integers(1, 2**62), chain=HASH, key=TEXT)
def test_both_hash_a_row_alike(plain: Columns, personal: Columns, number: int, chain: bytes, key: str) -> None:
    salt = chain[:16]
    sealed = seal_chain.seal(Row("audit_look", key, plain, personal), number=number, chain=chain, salt=salt)
    digest = hashes.personal_digest(salt, personal.items()) if personal else None
    assert sealed.personal_digest == digest
    assert sealed.leaf == hashes.leaf("audit_look", list(plain.items()), digest)
    assert sealed.chain == hashes.next_chain(chain, number=number, table="audit_look", key=key, leaf_=sealed.leaf)


@given(one=COLUMNS, other=COLUMNS)
def test_two_rows_are_spelled_alike_only_if_they_are_alike(one: Columns, other: Columns) -> None:
    def present(columns: Columns) -> dict[str, str]:
        return {name: text for name, text in columns.items() if text is not None}

    assert (seal_chain.canonical(one) == seal_chain.canonical(other)) == (present(one) == present(other))


@given(number=some.integers(1, 2**62), at=OF_OUR_TIME, chain=HASH)
def test_both_write_a_checkpoint_alike(number: int, at: datetime, chain: bytes) -> None:
    made = Checkpoint(number, number, chain, at, at, chain, "ab" * 16)
    again = hashes.head_message(number=number, count=number, chain=chain, complete_until=at, signed_at=at, previous=chain, key_id="ab" * 16)
    assert made.message() == again
    assert seal_checkpoint.hash_of(made, b"signed") == hashes.head_hash(again, b"signed")


@given(number=some.integers(1, 2**62), public_key=HASH, hash_=HASH)
def test_both_write_an_endorsement_alike(number: int, public_key: bytes, hash_: bytes) -> None:
    again = hashes.endorsement_message(public_key=public_key, endorsed_by="ab" * 16, last_number=number, last_hash=hash_)
    assert Endorsement(public_key, "ab" * 16, number, hash_).message() == again


def test_what_the_document_does_by_hand_comes_to_the_same(house: House) -> None:
    queries = re.findall(r"```sql\n(.*?)```", (ROOT / "docs" / "seal.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(queries) >= 3
    house.admin.execute("set timezone to 'UTC'")
    for query in queries:
        rows = house.admin.execute(query.encode()).fetchall()
        assert rows
        assert all(row[-1] is True for row in rows), query


def test_sealer_and_verifier_know_the_same_tables() -> None:
    assert {(one.name, one.key, one.at, frozenset(one.personal)) for one in SEALED} == {
        (one.name, one.key, one.at, one.personal) for one in AUDITED
    }


def test_what_columns_toml_calls_personal_is_salted_and_every_other_column_is_covered() -> None:
    classes = columns.read(settings.SISADA_COLUMNS)
    derived = {one.name: one.derived for one in AUDITED}
    for table in SEALED:
        assert set(table.personal) == set(classes[table.name].personal), table.name
        assert set(table.plain) == classes[table.name].all() - set(table.personal) - derived[table.name], table.name


def test_every_table_of_audit_orders_oversight_and_accounts_is_sealed_or_named_as_left_out() -> None:
    prefixes = ("audit_", "orders_", "oversight_", "accounts_")
    tables = {name for name in columns.read(settings.SISADA_COLUMNS) if name.startswith(prefixes)}
    assert tables == {one.name for one in SEALED} | LEFT_OUT


@pytest.mark.parametrize("table", AUDITED, ids=lambda one: one.name)
def test_a_change_in_any_column_of_any_table_is_found(new_house: House, table: Audited) -> None:
    for statement in new_house.admin.execute(UNBOUND, [table.name]).fetchall():  # any value will do here
        new_house.admin.execute(statement[0])
    kinds = dict(new_house.admin.execute(KINDS, [table.name]).fetchall())
    names = ", ".join(f'"{name}"' for name in kinds)
    new_house.admin.execute(f"insert into {table.name} ({names}) values ({', '.join(VALUES[kind][0] for kind in kinds.values())})".encode())
    new_house.seal()
    before = sentences(new_house)
    for name, kind in kinds.items():
        with new_house.admin.transaction(force_rollback=True):
            new_house.admin.execute(f'update {table.name} set "{name}" = {VALUES[kind][1]}'.encode())
            assert sentences(new_house) - before, name


def sentences(house: House) -> set[str]:
    with house.admin.transaction():
        return {one.sentence for one in examine(house.admin, None, []).findings}
