-- These rows stand outside now. Called by sisada/crossing/outward.py as the worker, who may mark and sweep through functions alone.
create or replace function cases_outgoing_carried(ids uuid[])
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    update cases_outgoing set carried_at = clock_timestamp() where id = any(ids) and carried_at is null
$$;
