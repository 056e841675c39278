-- An admin ends a role: `ended_on` is the first day without it, today at the earliest. 'ended' or, where two persons are needed, 'proposed'.
create or replace function accounts_end_role(actor uuid, role_held uuid, ended_on date, why text)
    returns text
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    held accounts_holding;
    made uuid := gen_random_uuid();
begin
    select * into held from accounts_holding as known where known.id = accounts_end_role.role_held;
    perform accounts_require_act(actor, held.user_id, why);
    if ended_on < rules_today() then
        raise exception 'accounts.backdated' using errcode = 'AC001';
    end if;
    if held.last_day < ended_on then
        raise exception 'accounts.not-held' using errcode = 'AC001';
    end if;
    if not accounts_needs_second(held.role) then
        insert into accounts_role_end (id, role_held, ended_on, ended_by, why)
        values (gen_random_uuid(), accounts_end_role.role_held, ended_on, actor, why);
        return 'ended';
    end if;
    if exists (select from accounts_open_proposal as open where open.role_held = accounts_end_role.role_held) then
        raise exception 'accounts.already-proposed' using errcode = 'AC001';
    end if;
    insert into accounts_role_proposal (id, kind, user_id, role, role_held, ended_on, proposed_by, why)
    values (made, 'end', held.user_id, held.role, accounts_end_role.role_held, ended_on, actor, why);
    perform accounts_tell_second(made);
    return 'proposed';
end $$;
