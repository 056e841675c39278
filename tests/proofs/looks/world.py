"""The proof's people: officers with devices under one ground, and persons each of whose records carries a canary of its own."""

import re
from enum import StrEnum
from uuid import UUID

import psycopg

PERSONS = 200
AREAS = 10  # so that 20 persons live in each: a list holds 50
GROUND = UUID("6a0de000-0000-4000-8000-000000000000")


class Canary(StrEnum):
    """Which part of a person's record was disclosed."""

    NAME = "name"
    STREET = "street"
    PHOTO = "photo"
    ID = "id"


SIGNS = {
    Canary.NAME: re.compile(rb"NAMAKANARI(\d{8})"),
    Canary.STREET: re.compile(rb"JALANKANARI(\d{8})"),
    Canary.PHOTO: re.compile(rb"FOTOKANARI(\d{8})"),
    Canary.ID: re.compile(rb"ca9a5100-0000-4000-8000-(\d{12})"),
}
PHOTO_AS_HEX = re.compile(b"FOTOKANARI".hex().encode() + rb"((?:3\d){8})")
LONGEST_SIGN = 64  # bytes; a sign may be cut by the end of a packet


def officer(number: int) -> UUID:
    return UUID(f"0ff1ce00-0000-4000-8000-{number:012d}")


def device(number: int) -> UUID:
    return UUID(f"de71ce00-0000-4000-8000-{number:012d}")


def person(number: int) -> UUID:
    return UUID(f"ca9a5100-0000-4000-8000-{number:012d}")


def document_number(number: int) -> str:
    return f"X{number:07d}"


def area(number: int) -> str:
    return f"31.74.08.{1001 + number % AREAS}"


def canaries_in(data: bytes) -> set[tuple[Canary, int]]:
    """Every canary in bytes from the server, as text, binary or hexadecimal."""
    found = {(canary, int(number)) for canary, sign in SIGNS.items() for number in sign.findall(data)}
    return found | {(Canary.PHOTO, int(bytes.fromhex(number.decode()))) for number in PHOTO_AS_HEX.findall(data)}


def fill(url: str, *, officers: int) -> None:
    """Officers 0 … officers - 1 and all persons, committed."""
    with psycopg.connect(url) as owner:
        numbers = {"officers": officers, "persons": PERSONS, "areas": AREAS, "ground": GROUND}
        for statement in STATEMENTS:
            owner.execute(statement, numbers)


_PERSON = "('ca9a5100-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid"
_ROW = f"md5({{table}} || n)::uuid, n, 1, now(), {_PERSON}"
STATEMENTS = (
    """insert into sign_in_user (id, email, name, password, is_active, sessions_valid_from)
    select ('0ff1ce00-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, n || '@kantor.example', 'Petugas ' || n, '!', true, now()
    from generate_series(0, %(officers)s - 1) as n""",
    """insert into accounts_role_held (id, user_id, role, capacity, valid_from)
    select gen_random_uuid(), ('0ff1ce00-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'petugas', 'definitif', rules_today() - 1
    from generate_series(0, %(officers)s - 1) as n""",
    """insert into sign_in_device (id, user_id, key_hash, label, registered_at)
    select ('de71ce00-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, ('0ff1ce00-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
        sha256(n::text::bytea), 'proof', now()
    from generate_series(0, %(officers)s - 1) as n""",
    """insert into audit_ground (id, kind, reference, place, officers, purposes, area_codes, valid_from, valid_until)
    select %(ground)s, 'order', 'SP 0001', 'Pancoran', array_agg(id), array['card', 'search', 'area-list'], array['31.74.08'],
        now() - interval '1 day', now() + interval '1 day'
    from sign_in_user""",
    f"""insert into registry_person
        (id, upstream_key, version, source_at, niora, sex, birth_date, nationality, category, civil_state, office_code)
    select {_PERSON}, n, 1, now(), n::text, 'F', '1974-08-12', 'UTO', 'ordinary', 'ordinary', 'JAKSEL'
    from generate_series(0, %(persons)s - 1) as n""",
    f"""insert into registry_name (id, upstream_key, version, source_at, person_id, primary_name, kind)
    select {_ROW.format(table="'name'")}, 'NAMAKANARI' || lpad(n::text, 8, '0'), 'passport'
    from generate_series(0, %(persons)s - 1) as n""",
    f"""insert into registry_address (id, upstream_key, version, source_at, person_id, street, kelurahan_code, valid_from)
    select {_ROW.format(table="'address'")}, 'JALANKANARI' || lpad(n::text, 8, '0'), '31.74.08.' || (1001 + n %% %(areas)s), '2026-01-01'
    from generate_series(0, %(persons)s - 1) as n""",
    f"""insert into registry_photo (id, upstream_key, version, source_at, person_id, image)
    select {_ROW.format(table="'photo'")}, ('FOTOKANARI' || lpad(n::text, 8, '0'))::bytea from generate_series(0, %(persons)s - 1) as n""",
    f"""insert into lookup_number (row_id, person_id, kind, exact, folded)
    select md5('number' || n)::uuid, {_PERSON}, 'document', 'X' || lpad(n::text, 7, '0'), 'X' || lpad(n::text, 7, '0')
    from generate_series(0, %(persons)s - 1) as n""",
)
