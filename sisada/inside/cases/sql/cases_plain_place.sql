-- The names in an address, as two addresses are compared: small letters, without numbers and without the words that people leave out, each name
-- between blanks. Empty: it names nothing. A unit or a house is not compared: people write it in too many ways. Never granted.
create or replace function cases_plain_place(written text)
    returns text
    language sql immutable
as $$
    select coalesce(' ' || string_agg(word, ' ' order by place) || ' ', '')
    from regexp_split_to_table(lower(normalize(coalesce(written, ''), nfkc)), '[^a-z0-9]+') with ordinality as named (word, place)
    where word <> '' and word !~ '^[0-9]+[a-z]?$' and word <> all ('{jl,jln,jalan,gg,gang,no,nomor,nr,rt,rw,apartemen,apartment,apt,gedung,kel,kelurahan,kec,kecamatan}')
$$;
