-- Who holds a case now, and how. Called by cases' functions; never granted.
create or replace function cases_holds(wanted uuid)
    returns setof cases_hold
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select * from cases_hold where "case" = wanted and ended_at is null and until > clock_timestamp()
$$;
