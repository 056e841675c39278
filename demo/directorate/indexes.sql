-- Made after the filling. The clerks of the demo read a person's file by id_orang; the Directorate looks documents up by number.
create index on nama (id_orang);
create index on paspor (id_orang);
create index on paspor (nomor);
create index on visa (id_orang);
create index on izin_tinggal (id_orang);
create index on permohonan (id_orang);
create index on imk (id_orang);
create index on penjaminan (id_orang);
create index on alamat (id_orang);
create index on perlintasan (id_orang);
create index on cekal (id_orang);
