-- Does an area lie in one of these? Codes nest by their dots: 31.74.08.1001 lies in 31.74.08 and in 31.74, never in 31.7.
create or replace function audit_area_covered(area text, within text[])
    returns boolean
    language sql immutable
as $$
    select coalesce(bool_or(area = code or starts_with(area, code || '.')), false) from unnest(within) as code
$$;
