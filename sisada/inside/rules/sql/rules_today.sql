-- The office's day now. A statement's time cannot be held back by an open transaction.
create or replace function rules_today()
    returns date
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select rules_day_of(statement_timestamp())
$$;
