-- One device of somebody is no longer known: its sessions are over at their next request.
create or replace function accounts_revoke_device(actor uuid, device uuid, why text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    person uuid;
begin
    select known.user_id into person from sign_in_device as known where known.id = device and known.revoked_at is null;
    perform accounts_require_act(actor, person, why);
    update sign_in_device as known set revoked_at = clock_timestamp() where known.id = device;
    insert into accounts_access_end (id, user_id, device, ended_by, why)
    values (gen_random_uuid(), person, accounts_revoke_device.device, actor, accounts_revoke_device.why);
end $$;
