-- How many people reside in each kelurahan whose code begins with one of these. A number alone needs no look; it names nobody.
create or replace function lookup_area_numbers(within text[])
    returns table (kelurahan_code text, number bigint)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select resident.kelurahan_code, count(distinct resident.person_id)
    from unnest(within) as area (code)
    -- '/' follows '.': the range holds the area itself and whatever nests in it, and registry_address_present finds it. Asking
    -- audit_area_covered of every address took seven times as long.
    join lookup_resident as resident on resident.kelurahan_code >= area.code and resident.kelurahan_code < area.code || '/'
    group by resident.kelurahan_code
$$;
