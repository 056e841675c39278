-- The office's day now. The zone is written by migrate from office.toml; a statement's time cannot be held back by an open transaction.
create or replace function rules_today()
    returns date
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select (statement_timestamp() at time zone zone)::date from rules_zone
$$;
