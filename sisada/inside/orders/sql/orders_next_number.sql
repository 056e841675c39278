-- The next number of this office in this year: "SP 0417/XI/2026". The year's row is locked, so that no two orders share one. Never granted.
create or replace function orders_next_number(office text, on_day date)
    returns text
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    given integer;
begin
    insert into orders_number as numbers (office_code, year, last) values (office, extract(year from on_day), 1)
    on conflict (office_code, year) do update set last = numbers.last + 1
    returning last into given;
    return format('SP %s/%s/%s', lpad(given::text, 4, '0'),
        (array['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'])[extract(month from on_day)::integer], extract(year from on_day));
end $$;
