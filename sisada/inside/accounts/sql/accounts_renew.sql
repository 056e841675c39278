-- An admin gives an existing person a new invitation: a password or second factor is lost. Until it is used nothing changes for that person.
-- Whoever came in before and ever held a role needs a second person's confirmation: else an admin could sign in as an officer, or as the one who
-- watches him. Kepala, every pengawas and every other admin are told of it at once, on their open pages.
create or replace function accounts_renew(actor uuid, person uuid, code_hash bytea, why text)
    returns table (valid_until timestamptz, waits boolean)
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    watched text;
    proposal uuid := gen_random_uuid();
begin
    perform accounts_require_act(actor, person, why);
    valid_until := accounts_make_invitation(actor, person, accounts_renew.code_hash, accounts_renew.why);
    watched := accounts_watched_role(person);
    waits := watched is not null;
    if waits then
        insert into accounts_role_proposal (id, kind, user_id, role, invitation, proposed_by, why)
        select proposal, 'invitation', person, watched, made.id, actor, accounts_renew.why
        from accounts_invitation as made where made.code_hash = accounts_renew.code_hash;
        perform accounts_tell_second(proposal);
    end if;
    return next;
end $$;
