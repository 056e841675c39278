-- Use an invitation: the new password (encoded as Django keeps it) holds, and whatever let this person in before is over: sessions,
-- second factors, devices. Returns who it is; raises when the code opens nothing (any more).
create or replace function accounts_accept_invitation(email text, code_hash bytea, password text)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    opened uuid := accounts_invitation_of(accounts_accept_invitation.email, accounts_accept_invitation.code_hash);
    person uuid;
begin
    insert into accounts_invitation_use (invitation) select opened where opened is not null on conflict do nothing;
    if not found then
        raise exception 'accounts.invitation-void' using errcode = 'AC001';
    end if;
    select made.user_id into person from accounts_invitation as made where made.id = opened;
    update sign_in_user as known set password = accounts_accept_invitation.password, sessions_valid_from = clock_timestamp() where known.id = person;
    delete from mfa_authenticator as factor where factor.user_id = person;
    update sign_in_device as device set revoked_at = clock_timestamp() where device.user_id = person and device.revoked_at is null;
    return person;
end $$;
