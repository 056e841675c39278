-- The synthetic Directorate General's database: its own words, its own keys. Only `demo/` writes here; the link reads its published tables.
-- Every row carries versi (rises by one with each change) and diubah_pada (when the Directorate recorded it).

create table orang (
    id_orang        bigint primary key,
    niora           text not null unique,
    jenis_kelamin   text check (jenis_kelamin in ('L', 'P', 'X')),
    tgl_lahir       date,                       -- null when the day is not known: then tahun_lahir alone
    tahun_lahir     smallint,
    tempat_lahir    text,
    kewarganegaraan text not null,              -- ICAO three-letter code; Germany is D
    golongan        text not null default 'biasa' check (golongan in ('biasa', 'diplomatik', 'afidavit', 'pengungsi')),
    keadaan         text not null default 'hidup' check (keadaan in ('hidup', 'meninggal', 'naturalisasi')),
    keadaan_sejak   date,
    kode_kantor     text not null,              -- the office whose area holds the residence
    versi           bigint not null default 1,
    diubah_pada     timestamptz not null default now()
);

create table nama (
    id_nama         bigint primary key,
    id_orang        bigint not null,
    nama_utama      text not null,              -- primary identifier of ICAO 9303; the whole name where there is only one
    nama_lain       text,                       -- secondary identifier
    jenis           text not null check (jenis in ('paspor', 'lama', 'alias')),
    berlaku_dari    date,
    berlaku_sampai  date,
    versi           bigint not null default 1,
    diubah_pada     timestamptz not null default now()
);

create table foto (
    id_orang        bigint primary key,
    gambar          bytea not null,             -- PNG
    diambil_pada    date,
    versi           bigint not null default 1,
    diubah_pada     timestamptz not null default now()
);

create table paspor (
    id_paspor       bigint primary key,
    id_orang        bigint not null,
    jenis           text not null default 'kebangsaan' check (jenis in ('kebangsaan', 'dinas', 'diplomatik', 'perjalanan')),
    nomor           text not null,
    negara_penerbit text not null,
    kewarganegaraan text not null,              -- what the document says; may differ from the issuer
    tgl_terbit      date,
    tgl_habis       date,
    keadaan         text not null default 'berlaku' check (keadaan in ('berlaku', 'diganti', 'hilang', 'ditahan')),
    versi           bigint not null default 1,
    diubah_pada     timestamptz not null default now()
);

create table visa (
    id_visa         bigint primary key,
    id_orang        bigint not null,
    nomor           text not null,
    indeks          text not null,
    tgl_terbit      date not null,
    tgl_habis       date,
    versi           bigint not null default 1,
    diubah_pada     timestamptz not null default now()
);

create table izin_tinggal (
    id_izin         bigint primary key,
    id_orang        bigint not null,
    nomor           text not null,
    jenis           text not null check (jenis in ('BVK', 'VOA', 'ITK', 'ITAS', 'ITAP', 'PERALIHAN', 'DIPLOMATIK', 'DINAS', 'AFIDAVIT')),
    indeks          text,                       -- E23, E28A, B1, C2 …
    perpanjangan_ke smallint not null default 0,
    berlaku_dari    date not null,
    berlaku_sampai  date,                       -- null: no end date
    lapor_sebelum   date,                       -- the five-year report of an ITAP without end
    berakhir_pada   date,                       -- ended before its date
    berakhir_karena text check (berakhir_karena in ('keluar', 'dibatalkan', 'alih-status', 'meninggal', 'naturalisasi')),
    kode_kantor     text not null,
    versi           bigint not null default 1,
    diubah_pada     timestamptz not null default now()
);

create table permohonan (
    id_permohonan   bigint primary key,
    id_orang        bigint not null,
    id_izin         bigint,                     -- the permit it is about; null for a first one
    jenis           text not null check (jenis in ('perpanjangan', 'alih-status', 'peralihan', 'imk', 'epo')),
    diajukan_pada   date not null,
    keadaan         text not null check (keadaan in ('diajukan', 'disetujui', 'ditolak', 'ditarik')),
    diputus_pada    date,
    versi           bigint not null default 1,
    diubah_pada     timestamptz not null default now()
);

create table imk (
    id_imk          bigint primary key,
    id_orang        bigint not null,
    nomor           text not null,
    berlaku_dari    date not null,
    berlaku_sampai  date,
    versi           bigint not null default 1,
    diubah_pada     timestamptz not null default now()
);

create table penjamin (
    id_penjamin     bigint primary key,
    jenis           text not null check (jenis in ('badan', 'perorangan', 'perwakilan')),
    nama            text not null,
    surel           text,
    surel_kedua     text,
    telepon         text,
    alamat          text,
    kode_kelurahan  text,
    versi           bigint not null default 1,
    diubah_pada     timestamptz not null default now()
);

create table penjaminan (
    id_penjaminan   bigint primary key,
    id_orang        bigint not null,
    id_penjamin     bigint not null,
    peran           text not null check (peran in ('penjamin', 'penanggung-jawab')),
    berlaku_dari    date not null,
    berlaku_sampai  date,
    versi           bigint not null default 1,
    diubah_pada     timestamptz not null default now()
);

create table alamat (
    id_alamat       bigint primary key,
    id_orang        bigint not null,
    jalan           text,
    gedung          text,
    menara          text,
    lantai          text,
    unit            text,
    rt              text,
    rw              text,
    kode_kelurahan  text,                       -- Kemendagri; null when the Directorate could not place it
    keterangan      text,                       -- the address as it was written
    berlaku_dari    date not null,
    berlaku_sampai  date,
    versi           bigint not null default 1,
    diubah_pada     timestamptz not null default now()
);

create table perlintasan (
    id_perlintasan  bigint primary key,
    id_orang        bigint not null,
    arah            text not null check (arah in ('masuk', 'keluar')),
    waktu           timestamptz not null,
    tpi             text not null,              -- the border checkpoint
    versi           bigint not null default 1,
    diubah_pada     timestamptz not null default now()
);

create table cekal (
    id_cekal        bigint primary key,
    id_orang        bigint not null,
    jenis           text not null check (jenis in ('pencegahan', 'penangkalan')),
    petunjuk        text not null,              -- what the officer is asked to do
    berlaku_dari    date not null,
    berlaku_sampai  date,
    versi           bigint not null default 1,
    diubah_pada     timestamptz not null default now()
);

-- Proof that the stream is alive when nobody's data changes, and where the source's clock stands.
create table denyut (
    id              smallint primary key default 1 check (id = 1),
    waktu           timestamptz not null default now()
);
