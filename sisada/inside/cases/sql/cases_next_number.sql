-- The next number of this office in this year: L-0187. The year's row is locked, so that no two cases share one. Never granted.
create or replace function cases_next_number(office text, of_year integer)
    returns text
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    given integer;
begin
    insert into cases_number as numbers (office_code, year, last) values (office, of_year, 1)
    on conflict (office_code, year) do update set last = numbers.last + 1
    returning last into given;
    return 'L-' || lpad(given::text, greatest(4, length(given::text)), '0');
end $$;
