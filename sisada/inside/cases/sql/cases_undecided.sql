-- The decision that waits for a second pair of eyes; no row: none does. Never granted.
create or replace function cases_undecided(wanted uuid)
    returns setof cases_decision
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select * from cases_decision where "case" = wanted and kind = 'fact' and agreed is null
$$;
