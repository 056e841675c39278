"""The Directorate's rows as plain values, one class a table, fields in the order of schema.sql.

`versi` and `diubah_pada` are left to the database's defaults. None means null: what the Directorate does not know or has no end.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple


class Orang(NamedTuple):
    id_orang: int
    niora: str
    jenis_kelamin: str
    tgl_lahir: date | None
    tahun_lahir: int | None
    tempat_lahir: str | None
    kewarganegaraan: str
    golongan: str
    keadaan: str
    keadaan_sejak: date | None
    kode_kantor: str


class Nama(NamedTuple):
    id_nama: int
    id_orang: int
    nama_utama: str
    nama_lain: str | None
    jenis: str
    berlaku_dari: date | None
    berlaku_sampai: date | None


class Foto(NamedTuple):
    id_orang: int
    gambar: bytes
    diambil_pada: date


class Paspor(NamedTuple):
    id_paspor: int
    id_orang: int
    jenis: str
    nomor: str
    negara_penerbit: str
    kewarganegaraan: str
    tgl_terbit: date
    tgl_habis: date
    keadaan: str


class Visa(NamedTuple):
    id_visa: int
    id_orang: int
    nomor: str
    indeks: str
    tgl_terbit: date
    tgl_habis: date


class IzinTinggal(NamedTuple):
    id_izin: int
    id_orang: int
    nomor: str
    jenis: str
    indeks: str | None
    perpanjangan_ke: int
    berlaku_dari: date
    berlaku_sampai: date | None
    lapor_sebelum: date | None
    berakhir_pada: date | None
    berakhir_karena: str | None
    kode_kantor: str


class Permohonan(NamedTuple):
    id_permohonan: int
    id_orang: int
    id_izin: int | None
    jenis: str
    diajukan_pada: date
    keadaan: str
    diputus_pada: date | None


class Imk(NamedTuple):
    id_imk: int
    id_orang: int
    nomor: str
    berlaku_dari: date
    berlaku_sampai: date | None


class Penjamin(NamedTuple):
    id_penjamin: int
    jenis: str
    nama: str
    surel: str | None
    surel_kedua: str | None
    telepon: str | None
    alamat: str | None
    kode_kelurahan: str | None


class Penjaminan(NamedTuple):
    id_penjaminan: int
    id_orang: int
    id_penjamin: int
    peran: str
    berlaku_dari: date
    berlaku_sampai: date | None


class Alamat(NamedTuple):
    id_alamat: int
    id_orang: int
    jalan: str | None
    gedung: str | None
    menara: str | None
    lantai: str | None
    unit: str | None
    rt: str | None
    rw: str | None
    kode_kelurahan: str | None
    keterangan: str | None
    berlaku_dari: date
    berlaku_sampai: date | None


class Perlintasan(NamedTuple):
    id_perlintasan: int
    id_orang: int
    arah: str
    waktu: datetime
    tpi: str


class Cekal(NamedTuple):
    id_cekal: int
    id_orang: int
    jenis: str
    petunjuk: str
    berlaku_dari: date
    berlaku_sampai: date | None


@dataclass(slots=True)
class Rows:
    """What the Directorate holds of one person, or of many: a list of rows for each table, named as the table."""

    orang: list[Orang] = field(default_factory=list)
    nama: list[Nama] = field(default_factory=list)
    foto: list[Foto] = field(default_factory=list)
    paspor: list[Paspor] = field(default_factory=list)
    visa: list[Visa] = field(default_factory=list)
    izin_tinggal: list[IzinTinggal] = field(default_factory=list)
    permohonan: list[Permohonan] = field(default_factory=list)
    imk: list[Imk] = field(default_factory=list)
    penjamin: list[Penjamin] = field(default_factory=list)
    penjaminan: list[Penjaminan] = field(default_factory=list)
    alamat: list[Alamat] = field(default_factory=list)
    perlintasan: list[Perlintasan] = field(default_factory=list)
    cekal: list[Cekal] = field(default_factory=list)


COLUMNS: dict[str, tuple[str, ...]] = {
    "orang": Orang._fields,
    "nama": Nama._fields,
    "foto": Foto._fields,
    "paspor": Paspor._fields,
    "visa": Visa._fields,
    "izin_tinggal": IzinTinggal._fields,
    "permohonan": Permohonan._fields,
    "imk": Imk._fields,
    "penjamin": Penjamin._fields,
    "penjaminan": Penjaminan._fields,
    "alamat": Alamat._fields,
    "perlintasan": Perlintasan._fields,
    "cekal": Cekal._fields,
}
