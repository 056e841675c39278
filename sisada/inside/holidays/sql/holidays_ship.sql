-- A closed day that the kept library names. Only where nothing was ever declared about the day: a decree that the office entered stands.
create or replace function holidays_ship(day date, name text, kind text, source text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    if not exists (select from holidays_day as known where known.day = holidays_ship.day) then
        perform holidays_add(holidays_ship.day, holidays_ship.name, holidays_ship.kind, false, holidays_ship.source, null);
    end if;
end $$;
