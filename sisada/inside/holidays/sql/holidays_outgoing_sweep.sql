-- Delete what was carried over a week ago. Called by sisada/crossing/outward.py.
create or replace function holidays_outgoing_sweep()
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    delete from holidays_outgoing where carried_at < clock_timestamp() - interval '7 days'
$$;
