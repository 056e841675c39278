"""The canaries: one person and one sponsor whose every personal field holds a value that nothing else holds, valid for its type.

A text sings `qzx` and eight letters of its own, a number begins with 7707, a day is one that no page has by chance. What such a value
cannot be (a kind, a state, a sex, a nationality: one of a few words that thousands share) stands in SHARED, with nothing to recognise.
"""

import hashlib
import uuid
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.conf import settings
from psycopg import Cursor

from sisada.foundation import columns
from sisada.inside.lookup.document_numbers import DocumentNumber
from tests.specimen import PICTURE

Owner = Cursor[Any]
SONG = "qzx"
NUMBERS = 7707
KELURAHAN = "31.74.08.1006"  # of Pancoran, and nobody else's: other tests settle people who would fill its list's first page
SHARED: dict[str, object] = {
    "sex": "X", "nationality": "UTO", "issuer": "UTO", "category": "ordinary", "civil_state": "ordinary", "state": "valid",
    "extension": 0, "direction": "in", "role": "penjamin", "ended_by": "cancelled", "kelurahan_code": KELURAHAN,
}  # fmt: skip
KINDS = {
    "registry_name": "passport",
    "registry_travel_document": "national",
    "registry_stay_permit": "ITAS",
    "registry_application": "extension",
    "registry_guarantor": "citizen",
    "registry_watch_entry": "penangkalan",
}
STILL = {"registry_address", "registry_watch_entry", "registry_name"}  # in force today: else no page would show them
NUMBER_COLUMNS = {"niora", "number"}
TABLES = [name for name in columns.read(settings.SISADA_COLUMNS) if name.startswith("registry_") and name != "registry_change"]


@dataclass
class Canary:
    """Whose values they are, and by which column each value is known."""

    person: uuid.UUID
    guarantor: uuid.UUID
    columns: dict[str, str] = field(default_factory=dict)  # the recognisable value: "registry_person.niora"
    values: dict[str, Any] = field(default_factory=dict)  # the column: its value as written

    @property
    def niora(self) -> str:
        return str(self.values["registry_person.niora"])

    @property
    def passport(self) -> str:
        return str(self.values["registry_travel_document.number"])

    @property
    def name(self) -> str:
        return str(self.values["registry_name.primary_name"])


def hatch(owner: Owner) -> Canary:
    """Write both, with the keys by which a search finds the person."""
    canary = Canary(person=uuid.uuid4(), guarantor=uuid.uuid4())
    for table in TABLES:
        _write(owner, canary, table)
    owner.execute("insert into lookup_name_part (name_id, person_id, part) values (%s, %s, %s)",
                  [canary.values["registry_name.id"], canary.person, song("registry_name.primary_name").upper()])  # fmt: skip
    for table, kind in (("registry_person.niora", "niora"), ("registry_travel_document.number", "document")):
        number = DocumentNumber.parse(str(canary.values[table]))
        owner.execute("insert into lookup_number (row_id, person_id, kind, exact, folded) values (gen_random_uuid(), %s, %s, %s, %s)",
                      [canary.person, kind, number.exact, number.folded])  # fmt: skip
    return canary


def release(owner: Owner, canary: Canary) -> None:
    """Take both away again: each canary has the same numbers, and of two nobody could say which is meant."""
    for table in TABLES:
        owner.execute(f"delete from {table} where id = %s".encode(), [canary.values[f"{table}.id"]])
    for table in ("lookup_name_part", "lookup_number"):
        owner.execute(f"delete from {table} where person_id = %s".encode(), [canary.person])


def _write(owner: Owner, canary: Canary, table: str) -> None:
    owner.execute("select column_name, data_type from information_schema.columns where table_name = %s", [table])
    row = {name: _value(canary, table, name, kind) for name, kind in owner.fetchall()}
    for name, value in row.items():
        canary.values[f"{table}.{name}"] = value
    owner.execute(
        f"insert into {table} ({', '.join(row)}) values ({', '.join(['%s'] * len(row))})".encode(),
        list(row.values()),
    )


def _value(canary: Canary, table: str, name: str, kind: str) -> object:
    column = f"{table}.{name}"
    given = _given(canary)
    if column in given:
        return given[column]
    if name in given:
        return given[name]
    if name == "valid_until" and table in STILL:
        return None
    return KINDS[table] if name == "kind" else _own(canary, column, kind)


def _given(canary: Canary) -> dict[str, object]:
    """What is no value of its own: by column, or by name in every table."""
    return {
        **SHARED,
        "person_id": canary.person,
        "guarantor_id": canary.guarantor,
        "permit_id": None,
        "registry_person.id": canary.person,
        "registry_guarantor.id": canary.guarantor,
        "registry_application.state": "pending",
        "registry_guarantor.kelurahan_code": _own(canary, "registry_guarantor.kelurahan_code", "text"),
    }


def _own(canary: Canary, column: str, kind: str) -> object:
    """A value that is this column's alone, kept with what it is recognised by."""
    seed = int.from_bytes(hashlib.sha256(column.encode()).digest()[:6])
    text = song(column)
    if kind == "uuid":
        made = uuid.uuid5(uuid.NAMESPACE_OID, f"{canary.person} {column}")
        return _kept(canary, column, made, by=str(made))
    if kind in ("bigint", "smallint", "integer"):
        number = 1800 + seed % 90 if kind == "smallint" else int(f"{NUMBERS}{seed % 10**9:09d}")
        return _kept(canary, column, number, by=str(number)) if kind == "bigint" else number
    if kind == "date":
        day = date(1871, 1, 1) + timedelta(days=seed % 10_000)
        return _kept(canary, column, day, by=day.isoformat())
    if kind.startswith("timestamp"):
        at = datetime(1871, 1, 1, 5, tzinfo=UTC) + timedelta(days=seed % 10_000)
        return _kept(canary, column, at, by=at.date().isoformat())
    if kind == "bytea":
        return _kept(canary, column, PICTURE + text.encode(), by=text)
    return _kept(canary, column, _text(column, text), by=text)


def _kept(canary: Canary, column: str, value: object, *, by: str) -> object:
    canary.columns[by] = column
    return value


def _text(column: str, text: str) -> str:
    name = column.rsplit(".", 1)[1]
    if name in NUMBER_COLUMNS:
        return f"{text.upper()}77"
    return f"{text}@kenari.example" if "email" in name else f"É<b>&'{text.title()}"


def song(column: str) -> str:
    """`qzx` and eight letters of this column; no vowels, so that no word is made by chance."""
    letters = "bcdfghjklmnpqrstvwxyz"
    digest = hashlib.sha256(column.encode()).digest()[:8]
    return SONG + "".join(letters[byte % len(letters)] for byte in digest)
