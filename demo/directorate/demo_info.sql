-- What the demo remembers of itself. Not published: the link never sees it.
create table demo_info (
    id              smallint primary key default 1 check (id = 1),
    seed            bigint not null,
    persons         integer not null,
    today           date not null,              -- the day the persons were drawn for
    built_at        timestamptz not null default now(),
    acts            bigint not null default 0   -- how many acts of daily life were written since; the next one is drawn from seed and this number
);

-- Ids of rows that daily life adds: far above those of the drawn persons, which have their own ranges.
create sequence nomor_baris start with 1000000001;
