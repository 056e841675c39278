-- The cases that this officer may not handle, for the queue to say so. Of whom else they are about it says nothing.
create or replace function cases_for_others(officer uuid)
    returns setof uuid
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select one.id from cases_case as one
    where (one.kind = 'objection' or one.not_for <> '{}') and not cases_may_handle(one, cases_for_others.officer)
$$;
