-- Delete what was carried over a week ago; until then whoever looks for a gap can see what went when. Called by sisada/crossing/outward.py.
create or replace function cases_outgoing_sweep()
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    delete from cases_outgoing where carried_at < clock_timestamp() - interval '7 days'
$$;
