-- How far the pins of two cases lie from each other, on a ball of the Earth's size: the nearest two. Null: one of them has none. Never granted.
create or replace function cases_metres(one uuid, other uuid)
    returns double precision
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select min(2 * 6371000 * asin(least(1, sqrt(
        sin(radians(there.lat - here.lat) / 2) ^ 2 + cos(radians(here.lat)) * cos(radians(there.lat)) * sin(radians(there.lon - here.lon) / 2) ^ 2))))
    from cases_report as here, cases_report as there
    where here."case" = one and there."case" = other and here.lat is not null and there.lat is not null
$$;
