-- How many people reside in each kelurahan whose code begins with one of these. A number alone needs no look; it names nobody.
create or replace function lookup_area_numbers(within text[])
    returns table (kelurahan_code text, number bigint)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select resident.kelurahan_code, count(distinct resident.person_id)
    from lookup_resident as resident
    where audit_area_covered(resident.kelurahan_code, within)
    group by resident.kelurahan_code
$$;
