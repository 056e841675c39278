-- End a ground before its time; looks that stand on it end with it. Called by its owner's definer functions; never granted.
create or replace function audit_end_ground(ground uuid, by_officer uuid, why text)
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    insert into audit_ground_end (ground, ended_by, why) values (ground, by_officer, why) on conflict do nothing
$$;
