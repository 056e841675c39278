"""The public face taken over: with everything that `make run` gives its process, no way leads inside, and of yesterday's reports nothing
can be read: not by its role, not on the outside's disk, not in a dump of the outside."""

import base64
import os
import stat
import subprocess
from pathlib import Path
from typing import Any

import psycopg
import pytest

from sisada.foundation import envelope
from sisada.foundation.launcher import postgres
from sisada.inside import roles as inside
from sisada.outside import roles as outside
from tests.databases import Side
from tests.street import Street

CANARY = "KenariDiKandang"
SEEN = "SidikTerlihatLagi"  # stands there in the clear on purpose, so that a search that finds nothing is known to search
# Of the files in keys/, those of which the public face's environment may hold the content or the place.
ITS_OWN = {"sisada_public", "django-public", "code-pepper", "receipt-key"}

SEND = f"""
import json, secrets, uuid
import django
django.setup()
from sisada.foundation import word_code
from sisada.foundation.letter import Letter, Place, Reporter
from sisada.outside.letterbox import keys, post
derived = word_code.derive(word_code.draw(), pepper=keys.code_pepper())
photo = post.seal_photo("{CANARY} photo".encode())
place = Place(kelurahan=None, text="{CANARY} place", lat=None, lon=None, pin_from=None)
letter = Letter(kind="activity", thread=uuid.uuid4(), reporter_key=derived.public_key, what="{CANARY} what", when="{CANARY} when",
    place=place, nationality="{CANARY}", reporter=Reporter("{CANARY} name", "{CANARY} contact"), photos=(photo.sha256,))
letter_id = uuid.uuid4()
post.receive(letter, letter_id=letter_id, code=derived, photos=[photo])
print(json.dumps({{"letter": str(letter_id), "thread": str(letter.thread)}}))
"""

LOADED = """
import json, sys
import sisada.faces.public.asgi
print(json.dumps(sorted(name for name in sys.modules if name.split(".")[:2] == ["sisada", "inside"] or name.startswith("demo"))))
"""

# Every relation that its role may read, whole, and what each of its functions without a code gives.
READ_EVERYTHING = """
import json, os
import psycopg
found = []
with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as street:
    names = street.execute("select oid::regclass::text from pg_class where relkind in ('r', 'v', 'm', 'p', 'S') "
        "and has_table_privilege(oid, 'select')").fetchall()
    for (name,) in names:
        try:
            found += [repr(row) for row in street.execute(f"select relation::text from {name} as relation".encode()).fetchall()]
        except psycopg.Error:
            continue
    for call in ("select letterbox_open(null)", "select letterbox_open('')", "select letterbox_boxes(null)", "select letterbox_boxes('')"):
        found += [repr(row) for row in street.execute(call).fetchall()]
print(json.dumps({"relations": len(names), "text": " ".join(found)}))
"""

TRY_THE_INSIDE = """
import json, os, sys
import psycopg
from psycopg.conninfo import conninfo_to_dict
own, refused = conninfo_to_dict(os.environ["DATABASE_URL"]), []
for database in ("sisada_inside", "postgres", "template1"):
    for user in ("sisada_public", "sisada_office", "sisada_worker", "sisada_owner", "sisada_admin"):
        try:
            psycopg.connect(host="127.0.0.1", port=sys.argv[1], dbname=database, user=user, password=own["password"]).close()
        except psycopg.OperationalError as error:
            refused.append("password authentication failed" in str(error))
print(json.dumps(refused))
"""


KEPT = """
select thread.id::text, encode(letter.sealed, 'hex'), encode(letter.digest, 'hex'), encode(code_index, 'hex'), encode(reporter_key, 'hex')
from letterbox_letter as letter join letterbox_thread as thread on thread.id = letter.thread where letter.id = %s"""
MARK = """insert into letterbox_holiday (id, day, name, kind, withdrawn, set_at)
values (gen_random_uuid(), '1998-01-01', %s, 'public', true, now())"""


@pytest.fixture(scope="module")
def street(tmp_path_factory: pytest.TempPathFactory, inside_side: Side, template: str, outside_side: Side) -> Street:
    return Street(tmp_path_factory.mktemp("street"), inside=inside_side, outside=outside_side)


@pytest.fixture(scope="module")
def yesterday(street: Street) -> dict[str, str]:
    """A report that came before the face was taken over, sent by the face's own code in its own process."""
    sent: dict[str, str] = street.run(SEND)
    return sent


def test_no_password_no_key_and_no_address_of_the_inside_is_in_its_environment(street: Street, inside_side: Side) -> None:
    held = "\n".join(f"{name}={value}" for name, value in street.environment.items())
    secrets = {path.name: path.read_text() for path in (street.folder.path / "keys").iterdir()}
    assert {"letter-key", "receipt-key", "code-pepper", "sisada_office", "sisada_worker", "sisada_carrier"} <= secrets.keys()
    assert {name for name, secret in secrets.items() if secret in held} <= ITS_OWN
    assert {name for name in secrets if f"/{name}" in held} <= ITS_OWN
    assert str(inside_side.server.port) not in held
    assert inside.DATABASE not in held


def test_what_it_holds_of_the_letters_key_is_the_half_that_opens_nothing(street: Street) -> None:
    private = bytes.fromhex((street.folder.path / "keys" / "letter-key").read_text())
    public = bytes.fromhex(street.environment["SISADA_LETTER_PUBLIC_KEY"])
    assert envelope.public_half(private) == public
    sealed = envelope.seal(public, b"a letter")
    for name in ITS_OWN & {"code-pepper", "receipt-key"}:
        with pytest.raises(envelope.NotForThisKey):
            envelope.open_sealed(bytes.fromhex((street.folder.path / "keys" / name).read_text()), sealed)
    assert envelope.open_sealed(private, sealed) == b"a letter"


def test_the_private_half_is_named_to_the_worker_alone(street: Street) -> None:
    told = {name for name, part in street.parts.items() if "/letter-key" in " ".join((*part.command, *part.environment.values()))}
    assert told == {"worker"}


def test_of_all_parts_the_passage_alone_has_an_address_on_both_sides(street: Street) -> None:
    both = {name for name, part in street.parts.items() if {inside.DATABASE, outside.DATABASE} <= _databases(part.environment)}
    assert both == {"crossing"}


def _databases(environment: dict[str, str]) -> set[str]:
    return {value.rpartition("/")[2] for value in environment.values() if value.startswith("postgresql://")}


def test_every_key_is_readable_by_its_owner_alone(street: Street) -> None:
    keys = street.folder.path / "keys"
    assert stat.S_IMODE(keys.stat().st_mode) == 0o700
    assert {path.name for path in keys.iterdir() if stat.S_IMODE(path.stat().st_mode) != 0o600} == set()


def test_its_process_loads_nothing_of_the_inside(street: Street) -> None:
    assert street.run(LOADED) == []


def test_its_password_opens_no_database_of_the_insides_server_under_any_name(street: Street, inside_side: Side) -> None:
    refused = street.run(TRY_THE_INSIDE, str(inside_side.server.port))
    assert refused == [True] * 15


def test_it_reads_nothing_of_yesterdays_reports_from_any_relation_or_function(
    street: Street, yesterday: dict[str, str], outside_side: Side
) -> None:
    with psycopg.connect(outside_side.url(outside.DATABASE, outside.OWNER)) as owner:
        kept = _only(owner.execute(KEPT, [yesterday["letter"]]).fetchall())
    read = street.run(READ_EVERYTHING)
    assert read["relations"] > 50
    assert "published_audit_head" in read["text"]  # so the catalogue was read
    for secret in (yesterday["letter"], *kept, CANARY):
        assert secret[:64] not in read["text"]


def test_the_only_functions_of_ours_that_it_may_call_take_what_it_brings(street: Street, outside_side: Side) -> None:
    mine = "select proname from pg_proc where pronamespace = 'public'::regnamespace and has_function_privilege(oid, 'execute')"
    with psycopg.connect(outside_side.url(outside.DATABASE, "sisada_public")) as login:
        found = {name for (name,) in login.execute(mine).fetchall()}
    assert found == {
        *("letterbox_receive", "letterbox_open", "letterbox_boxes", "letterbox_closed_days"),
        *("letterbox_spend_proof", "letterbox_take_share"),
    }


def test_no_byte_of_the_outsides_disk_or_of_its_dump_says_what_was_reported(yesterday: dict[str, str], outside_side: Side) -> None:
    with psycopg.connect(outside_side.server.url(outside.DATABASE), autocommit=True) as admin:
        admin.execute(MARK, [SEEN])
        admin.execute("checkpoint")
        folder = Path(_only(admin.execute("show data_directory").fetchall())[0])
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert {"pg_wal", "base"} <= {path.relative_to(folder).parts[0] for path in files if SEEN.encode() in path.read_bytes()}
    assert [path for path in files if _says(path.read_bytes())] == []
    dump = _dump(outside_side)
    assert SEEN.encode() in dump
    assert yesterday["letter"].encode() in dump
    assert not _says(dump)


def _says(content: bytes) -> bool:
    """Plainly, in another encoding, or written as hex or base64, wherever the three bytes of a group begin."""
    words = CANARY.encode()
    written = [words, CANARY.encode("utf-16-le"), words.hex().encode(), words.hex().upper().encode()]
    written += [base64.b64encode(bytes(shift) + words)[4:-4] for shift in range(3)]
    return any(one in content for one in written)


def _dump(side: Side) -> bytes:
    """As a backup would take it."""
    parts = side.server.url(outside.DATABASE)
    dump = [str(postgres.BINARIES / "pg_dump"), "--dbname", parts]
    return subprocess.run(dump, env=os.environ | {"PGCONNECT_TIMEOUT": "10"}, check=True, capture_output=True).stdout


def _only(rows: list[Any]) -> Any:
    (row,) = rows
    return row
