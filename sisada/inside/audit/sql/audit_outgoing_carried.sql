-- These rows stand outside now. Called by sisada/crossing/outward.py as the worker, who may mark and sweep through functions alone: so no
-- row is gone before a week has passed since it was marked, by this clock. A row marked without having been carried is found by the
-- verifier, which compares the checkpoints themselves (sisada/verify/witness.py); those the worker cannot touch.
create or replace function audit_outgoing_carried(ids uuid[])
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    update audit_outgoing set carried_at = clock_timestamp() where id = any(ids) and carried_at is null
$$;
