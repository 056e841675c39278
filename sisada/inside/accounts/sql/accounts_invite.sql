-- An admin makes a person, with roles as proposals for a second person, and the invitation by which that person comes in.
-- `roles`: [{"role", "capacity", "valid_from", "valid_until"}]. Returns until when the code is good.
create or replace function accounts_invite(actor uuid, person uuid, email text, name text, roles jsonb, code_hash bytea, why text)
    returns timestamptz
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    given record;
begin
    if accounts_capacity_in(actor, array['admin']) is null then
        raise exception 'accounts.not-admin' using errcode = 'AC001';
    end if;
    insert into sign_in_user (id, email, name, password, is_active, sessions_valid_from)
    values (person, lower(accounts_invite.email), accounts_invite.name, '!' || gen_random_uuid(), true, clock_timestamp())
    on conflict do nothing;
    if not found then
        raise exception 'accounts.email-known' using errcode = 'AC001';
    end if;
    for given in select * from jsonb_to_recordset(roles) as one (role text, capacity text, valid_from date, valid_until date) loop
        perform accounts_grant_role(actor, person, given.role, given.capacity, given.valid_from, given.valid_until, why);
    end loop;
    return accounts_make_invitation(actor, person, code_hash, why);
end $$;
