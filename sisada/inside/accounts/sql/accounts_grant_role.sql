-- An admin proposes a role for somebody, from today at the earliest; a second person must confirm it, whichever it is: one admin who could make
-- an officer or a desk alone would open foreign nationals himself, in another browser. Always 'proposed'.
-- The process that calls may name any admin: it speaks for all officers (docs/threats.md). Every call leaves its row.
create or replace function accounts_grant_role(actor uuid, person uuid, role text, capacity text, valid_from date, valid_until date, why text)
    returns text
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    made uuid := gen_random_uuid();
begin
    perform accounts_require_act(actor, person, why);
    if valid_from < rules_today() then
        raise exception 'accounts.backdated' using errcode = 'AC001';
    end if;
    if valid_until < valid_from then
        raise exception 'accounts.ends-before-it-begins' using errcode = 'AC001';
    end if;
    if capacity <> 'definitif' and valid_until is null then
        raise exception 'accounts.stand-in-needs-end' using errcode = 'AC001';
    end if;
    perform accounts_require_free(person, role, valid_from, valid_until);
    if exists (select from accounts_open_proposal as open
        where open.kind = 'grant' and open.user_id = person and open.role = accounts_grant_role.role) then
        raise exception 'accounts.already-proposed' using errcode = 'AC001';
    end if;
    insert into accounts_role_proposal (id, kind, user_id, role, capacity, valid_from, valid_until, proposed_by, why)
    values (made, 'grant', person, role, capacity, valid_from, valid_until, actor, why);
    perform accounts_tell_second(made);
    return 'proposed';
end $$;
