-- The office's day at an instant. The zone is written by migrate from office.toml. Called by definer functions alone.
create or replace function rules_day_of(instant timestamptz)
    returns date
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select (instant at time zone zone)::date from rules_zone
$$;
