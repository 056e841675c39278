-- Open cases with a list that was not compared today. Called by the worker.
create or replace function cases_uncompared()
    returns setof uuid
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select distinct whole.id
    from cases_stay as stay join cases_case as one on one.id = stay."case" join cases_case as whole on whole.id = coalesce(one.merged_into, one.id)
    where whole.state <> 'closed' and rules_day_of(stay.compared_at) is distinct from rules_today()
$$;
