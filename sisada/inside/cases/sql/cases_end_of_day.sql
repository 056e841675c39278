-- The midnight that ends a day in the office's zone: until then what was promised for that day is in time. Never granted.
create or replace function cases_end_of_day(day date)
    returns timestamptz
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select (day + 1)::timestamp at time zone zone from rules_zone
$$;
