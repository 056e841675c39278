-- Closed cases whose words have had their time: so many days after the last of what belongs together was closed, unless kept as evidence.
-- Called by retention.py as the worker.
create or replace function cases_over()
    returns setof uuid
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select one.id from cases_case as one left join cases_case as whole on whole.id = one.merged_into
    where one.state = 'closed' and one.erased_at is null and coalesce(whole.state, 'closed') = 'closed'
      and greatest(one.closed_at, whole.closed_at) < clock_timestamp() - make_interval(days => rules_integer('cases.kept-days'))
      and not exists (select from cases_evidence as kept where kept."case" in (one.id, one.merged_into))
$$;
