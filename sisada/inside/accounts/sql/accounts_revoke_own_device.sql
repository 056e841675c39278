-- A device that its owner no longer knows or holds: its sessions are over at their next request. False: no such device of this person is in use.
-- A revocation is never taken back, so the office face may not write the column itself.
create or replace function accounts_revoke_own_device(person uuid, device uuid)
    returns boolean
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    update sign_in_device as known set revoked_at = clock_timestamp()
    where known.id = accounts_revoke_own_device.device and known.user_id = person and known.revoked_at is null;
    return found;
end $$;
