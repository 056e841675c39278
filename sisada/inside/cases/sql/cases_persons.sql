-- Whom a case is about: linked by the desk, or found by the number of a list. Never granted.
create or replace function cases_persons(wanted uuid)
    returns setof uuid
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select linked.person from cases_person as linked join cases_case as one on one.id = linked."case"
    where (one.id = wanted or one.merged_into = wanted) and linked.person is not null
    union
    select stay.person from cases_stay as stay join cases_case as one on one.id = stay."case"
    where (one.id = wanted or one.merged_into = wanted) and stay.person is not null
$$;
