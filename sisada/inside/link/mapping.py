"""What of the Directorate's tables becomes what of ours: the one place that knows both sides' words. Pure.

A new column is one line here and one field in `registry/models.py`. `guards.py` compares both databases with this file at start.
"""

from typing import Final

from sisada.inside.link.mirrored_table import Column, Table, reference
from sisada.inside.link.values import DAY, INSTANT, INTEGER, PICTURE, SMALL, TEXT, words

PUBLICATION: Final = "sisada"
HEARTBEAT: Final = "denyut"  # tells the time, mirrors nothing


def _table(theirs: str, ours: str, key: str, *columns: Column) -> Table:
    origin = (
        Column(key, "id", reference(theirs)),
        Column(key, "upstream_key", INTEGER),
        Column("versi", "version", INTEGER),
        Column("diubah_pada", "source_at", INSTANT),
    )
    return Table(theirs, ours, origin + columns)


def _text(theirs: str, ours: str) -> Column:
    return Column(theirs, ours, TEXT)


def _day(theirs: str, ours: str) -> Column:
    return Column(theirs, ours, DAY)


def _word(theirs: str, ours: str, **translations: str) -> Column:
    """Keyword arguments cannot hold a hyphen: `_` stands for it on their side."""
    return Column(theirs, ours, words({theirs_word.replace("_", "-"): ours_word for theirs_word, ours_word in translations.items()}))


def _same(theirs: str, ours: str, *allowed: str) -> Column:
    return Column(theirs, ours, words({word: word for word in allowed}))


PERSON = Column("id_orang", "person_id", reference("orang"))
FROM, UNTIL = _day("berlaku_dari", "valid_from"), _day("berlaku_sampai", "valid_until")

PERSONS: Final = _table(
    "orang",
    "registry_person",
    "id_orang",
    _text("niora", "niora"),
    _word("jenis_kelamin", "sex", L="M", P="F", X="X"),
    _day("tgl_lahir", "birth_date"),
    Column("tahun_lahir", "birth_year", SMALL),
    _text("tempat_lahir", "birth_place"),
    _text("kewarganegaraan", "nationality"),
    _word("golongan", "category", biasa="ordinary", diplomatik="diplomatic", afidavit="affidavit", pengungsi="refugee"),
    _word("keadaan", "civil_state", hidup="ordinary", meninggal="deceased", naturalisasi="naturalised"),
    _day("keadaan_sejak", "civil_state_since"),
    _text("kode_kantor", "office_code"),
)
NAMES: Final = _table(
    "nama",
    "registry_name",
    "id_nama",
    PERSON,
    _text("nama_utama", "primary_name"),
    _text("nama_lain", "secondary_name"),
    _word("jenis", "kind", paspor="passport", lama="earlier", alias="alias"),
    FROM,
    UNTIL,
)
PHOTOS: Final = _table("foto", "registry_photo", "id_orang", PERSON, Column("gambar", "image", PICTURE), _day("diambil_pada", "taken_on"))
TRAVEL_DOCUMENTS: Final = _table(
    "paspor",
    "registry_travel_document",
    "id_paspor",
    PERSON,
    _word("jenis", "kind", kebangsaan="national", dinas="official", diplomatik="diplomatic", perjalanan="travel"),
    _text("nomor", "number"),
    _text("negara_penerbit", "issuer"),
    _text("kewarganegaraan", "nationality"),
    _day("tgl_terbit", "issued_on"),
    _day("tgl_habis", "valid_until"),
    _word("keadaan", "state", berlaku="valid", diganti="replaced", hilang="lost", ditahan="withheld"),
)
VISAS: Final = _table(
    "visa",
    "registry_visa",
    "id_visa",
    PERSON,
    _text("nomor", "number"),
    _text("indeks", "index_code"),
    _day("tgl_terbit", "issued_on"),
    _day("tgl_habis", "valid_until"),
)
PERMIT_KINDS: Final = {
    **{kind: kind for kind in ("BVK", "VOA", "ITK", "ITAS", "ITAP", "PERALIHAN", "DIPLOMATIK", "DINAS")},
    "AFIDAVIT": "AFFIDAVIT",
}
STAY_PERMITS: Final = _table(
    "izin_tinggal",
    "registry_stay_permit",
    "id_izin",
    PERSON,
    _text("nomor", "number"),
    Column("jenis", "kind", words(PERMIT_KINDS)),
    _text("indeks", "index_code"),
    Column("perpanjangan_ke", "extension", SMALL),
    FROM,
    UNTIL,
    _day("lapor_sebelum", "report_due_on"),
    _day("berakhir_pada", "ended_on"),
    _word(
        "berakhir_karena",
        "ended_by",
        keluar="exit",
        dibatalkan="cancelled",
        alih_status="conversion",
        meninggal="death",
        naturalisasi="naturalised",
    ),
    _text("kode_kantor", "office_code"),
)
APPLICATIONS: Final = _table(
    "permohonan",
    "registry_application",
    "id_permohonan",
    PERSON,
    Column("id_izin", "permit_id", reference("izin_tinggal")),
    _word("jenis", "kind", perpanjangan="extension", alih_status="conversion", peralihan="bridging", imk="re-entry", epo="exit"),
    _day("diajukan_pada", "filed_on"),
    _word("keadaan", "state", diajukan="pending", disetujui="granted", ditolak="rejected", ditarik="withdrawn"),
    _day("diputus_pada", "decided_on"),
)
REENTRY_PERMITS: Final = _table("imk", "registry_reentry_permit", "id_imk", PERSON, _text("nomor", "number"), FROM, UNTIL)
GUARANTORS: Final = _table(
    "penjamin",
    "registry_guarantor",
    "id_penjamin",
    _word("jenis", "kind", badan="organisation", perorangan="citizen", perwakilan="mission"),
    _text("nama", "name"),
    _text("surel", "email"),
    _text("surel_kedua", "second_email"),
    _text("telepon", "phone"),
    _text("alamat", "address"),
    _text("kode_kelurahan", "kelurahan_code"),
)
GUARANTEES: Final = _table(
    "penjaminan",
    "registry_guarantee",
    "id_penjaminan",
    PERSON,
    Column("id_penjamin", "guarantor_id", reference("penjamin")),
    _same("peran", "role", "penjamin", "penanggung-jawab"),
    FROM,
    UNTIL,
)
ADDRESSES: Final = _table(
    "alamat",
    "registry_address",
    "id_alamat",
    PERSON,
    _text("jalan", "street"),
    _text("gedung", "building"),
    _text("menara", "tower"),
    _text("lantai", "floor"),
    _text("unit", "unit"),
    _text("rt", "rt"),
    _text("rw", "rw"),
    _text("kode_kelurahan", "kelurahan_code"),
    _text("keterangan", "as_written"),
    FROM,
    UNTIL,
)
CROSSINGS: Final = _table(
    "perlintasan",
    "registry_crossing",
    "id_perlintasan",
    PERSON,
    _word("arah", "direction", masuk="in", keluar="out"),
    Column("waktu", "crossed_at", INSTANT),
    _text("tpi", "checkpoint"),
)
WATCH_ENTRIES: Final = _table(
    "cekal",
    "registry_watch_entry",
    "id_cekal",
    PERSON,
    _same("jenis", "kind", "pencegahan", "penangkalan"),
    _text("petunjuk", "instruction"),
    FROM,
    UNTIL,
)

TABLES: Final = (
    PERSONS,
    NAMES,
    TRAVEL_DOCUMENTS,
    STAY_PERMITS,
    VISAS,
    APPLICATIONS,
    REENTRY_PERMITS,
    GUARANTORS,
    GUARANTEES,
    ADDRESSES,
    CROSSINGS,
    WATCH_ENTRIES,
    PHOTOS,  # last: the largest, and the one a page can do without for a minute
)
BY_THEIR_NAME: Final = {table.theirs: table for table in TABLES}
