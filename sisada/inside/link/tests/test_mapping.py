import uuid
from pathlib import Path

import pytest
from django.apps import apps
from hypothesis import given
from hypothesis import strategies as st

from sisada.inside.link import guards, mapping
from sisada.inside.link.guards import FoundColumn, Slot, Source
from sisada.inside.link.mirrored_table import SOURCE, Table, mirrored_id
from sisada.inside.link.pgoutput import UNCHANGED, Value
from sisada.inside.link.standstill import HaltError, Reason
from sisada.inside.link.values import BadValueError

ORIGIN = {"versi": "3", "diubah_pada": "2026-01-01 00:00:00+00"}


def crossed(table: Table, **theirs: Value) -> dict[str, Value]:
    picked = tuple({table.key: "7", **ORIGIN, **theirs}.get(name) for name in table.their_columns)
    return dict(zip(table.our_columns, table.translate(picked), strict=True))


@given(st.sampled_from(mapping.TABLES), st.integers(-(2**63), 2**63 - 1))
def test_an_id_is_the_uuid5_of_the_sources_row(table: Table, key: int) -> None:
    assert table.row_id(str(key)) == str(uuid.uuid5(SOURCE, f"{table.theirs}:{key}"))


def test_a_row_keeps_where_it_comes_from() -> None:
    ours = crossed(mapping.VISAS, id_orang="9", nomor="V1")
    assert (ours["id"], ours["person_id"]) == (mirrored_id("visa", "7"), mirrored_id("orang", "9"))
    assert (ours["upstream_key"], ours["version"], ours["number"], ours["valid_until"]) == ("7", "3", "V1", None)


WORDS = [
    (mapping.PERSONS, "jenis_kelamin", "L", "sex", "M"),
    (mapping.PERSONS, "jenis_kelamin", "P", "sex", "F"),
    (mapping.PERSONS, "golongan", "pengungsi", "category", "refugee"),
    (mapping.PERSONS, "keadaan", "hidup", "civil_state", "ordinary"),
    (mapping.NAMES, "jenis", "lama", "kind", "earlier"),
    (mapping.TRAVEL_DOCUMENTS, "keadaan", "ditahan", "state", "withheld"),
    (mapping.STAY_PERMITS, "jenis", "AFIDAVIT", "kind", "AFFIDAVIT"),
    (mapping.STAY_PERMITS, "jenis", "ITAS", "kind", "ITAS"),
    (mapping.STAY_PERMITS, "berakhir_karena", "alih-status", "ended_by", "conversion"),
    (mapping.APPLICATIONS, "jenis", "imk", "kind", "re-entry"),
    (mapping.GUARANTORS, "jenis", "perwakilan", "kind", "mission"),
    (mapping.GUARANTEES, "peran", "penanggung-jawab", "role", "penanggung-jawab"),
    (mapping.CROSSINGS, "arah", "keluar", "direction", "out"),
]


@pytest.mark.parametrize(("table", "column", "theirs", "ours", "expected"), WORDS)
def test_their_words_become_ours(table: Table, column: str, theirs: str, ours: str, expected: str) -> None:
    assert crossed(table, **{column: theirs})[ours] == expected


def test_what_the_source_left_out_stays_marked() -> None:
    assert crossed(mapping.PHOTOS, id_orang="7", gambar=UNCHANGED)["image"] is UNCHANGED


@pytest.mark.parametrize("day", ["infinity", "-infinity", "0044-03-15 BC", "12345-01-01"])
def test_a_day_outside_the_calendar_is_refused_by_name_not_by_value(day: str) -> None:
    with pytest.raises(BadValueError) as refused:
        crossed(mapping.PERSONS, tgl_lahir=day)
    assert str(refused.value) == "day-outside-calendar: birth_date"


@pytest.mark.parametrize("instant", ["infinity", "0044-03-15 00:00:00+00 BC", "2026-01-01 00:00:00+07"])
def test_an_instant_outside_the_calendar_or_not_in_utc_is_refused(instant: str) -> None:
    with pytest.raises(BadValueError, match="crossed_at"):
        crossed(mapping.CROSSINGS, waktu=instant)


def test_an_unknown_word_is_refused() -> None:
    with pytest.raises(BadValueError, match="unknown-word: category"):
        crossed(mapping.PERSONS, golongan="rahasia")


def test_every_column_of_the_synthetic_directorate_is_mirrored() -> None:
    schema = (Path(__file__).parents[4] / "demo" / "directorate" / "schema.sql").read_text(encoding="utf-8")
    for table in mapping.TABLES:
        body = schema.partition(f"create table {table.theirs} (")[2].partition("\n);")[0]
        named = {line.split()[0] for line in body.splitlines() if line.strip() and not line.strip().startswith("--")}
        assert named == set(table.their_columns)


def test_every_column_of_the_mirror_is_filled() -> None:
    fields = {
        model._meta.db_table: {field.column for field in model._meta.fields} for model in apps.get_app_config("registry").get_models()
    }
    del fields["registry_change"]
    assert fields == {table.ours: set(table.our_columns) for table in mapping.TABLES}


def _upstream() -> list[FoundColumn]:
    return [
        FoundColumn(table.theirs, column.theirs, column.kind.theirs, required=False, in_key=column.theirs == table.key)
        for table in mapping.TABLES
        for column in {column.theirs: column for column in table.columns}.values()
    ]


def _published(found: list[FoundColumn]) -> set[tuple[str, str]]:
    return {(column.table, column.name) for column in found} | {(mapping.HEARTBEAT, "waktu")}


def test_a_source_that_is_as_the_mapping_says_has_no_fault() -> None:
    assert list(guards.upstream_faults(_upstream(), _published(_upstream()))) == []


def _without(name: str) -> list[FoundColumn]:
    return [column for column in _upstream() if name not in (column.table, f"{column.table}.{column.name}")]


UPSTREAM_FAULTS = [
    (_without("visa"), "Tabel visa tidak ada di basis data pusat."),
    (_without("visa.nomor"), "Kolom visa.nomor tidak ada di basis data pusat."),
    (_without("visa.id_visa"), "Kunci utama tabel visa di pusat harus id_visa."),
    (
        [*_without("visa.nomor"), FoundColumn("visa", "nomor", "bigint", required=False, in_key=False)],
        "Kolom visa.nomor di pusat bertipe bigint, seharusnya text.",
    ),
    (
        [*_without("visa.nomor"), FoundColumn("visa", "nomor", "text", required=False, in_key=False, readable=False)],
        "Kolom visa.nomor di pusat tidak boleh dibaca oleh peran tautan.",
    ),
]


@pytest.mark.parametrize(("found", "sentence"), UPSTREAM_FAULTS)
def test_what_the_source_lacks_is_one_plain_sentence(found: list[FoundColumn], sentence: str) -> None:
    assert next(guards.upstream_faults(found, _published(found))) == sentence


def test_a_column_that_is_not_published_is_named() -> None:
    sent = _published(_upstream()) - {("visa", "nomor")}
    assert list(guards.upstream_faults(_upstream(), sent)) == ["Kolom visa.nomor tidak termasuk publikasi sisada."]


def test_a_column_of_ours_that_nothing_fills_is_named() -> None:
    ours = [
        FoundColumn(table.ours, column.ours, column.kind.ours[0], required=True, in_key=column.ours == "id")
        for table in mapping.TABLES
        for column in table.columns
    ]
    assert list(guards.inside_faults(ours)) == []
    extra = FoundColumn("registry_visa", "colour", "text", required=True, in_key=False)
    assert list(guards.inside_faults([*ours, extra])) == [
        "Kolom registry_visa.colour di cermin wajib diisi, tetapi pemetaan tidak mengisinya."
    ]


KNOWN = Source("1", 1)
HALTS = [
    (Source("2", 1), Slot(5, lost=False), Reason.SOURCE_CHANGED),
    (Source("1", 2), Slot(5, lost=False), Reason.SOURCE_CHANGED),
    (KNOWN, None, Reason.SLOT_LOST),
    (KNOWN, Slot(5, lost=True), Reason.SLOT_LOST),
    (KNOWN, Slot(6, lost=False), Reason.GAP),
]


@pytest.mark.parametrize(("found", "slot", "reason"), HALTS)
def test_another_source_a_lost_slot_and_a_gap_halt(found: Source, slot: Slot | None, reason: Reason) -> None:
    with pytest.raises(HaltError) as halt:
        guards.check_source(KNOWN, found, slot=slot, position=5)
    assert halt.value.reason is reason


def test_the_source_we_know_goes_on_and_one_from_the_past_halts() -> None:
    guards.check_source(KNOWN, KNOWN, slot=Slot(5, lost=False), position=5)
    guards.check_not_in_the_past(5, position=5)
    with pytest.raises(HaltError):
        guards.check_not_in_the_past(4, position=5)
