-- Open a ground that an officer may open for himself, alone and for a short time. Called by the four functions that name one; never granted.
create or replace function orders_open_own_ground(officer uuid, kind text, reference text, purposes text[], lasts interval)
    returns uuid
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    select audit_publish_ground(gen_random_uuid(), kind, reference, '', array[officer], purposes, array[]::text[], null,
        clock_timestamp(), clock_timestamp() + lasts, officer)
$$;
